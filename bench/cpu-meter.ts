/** User CPU by name. Wall time says more of the machine's other work than of ours. */
export interface CpuMeter {
  time<T>(name: string, run: () => T): T;
  /** Of another process. */
  add(name: string, milliseconds: number): void;
  /** So far, in the order in which the names were first timed. */
  readonly milliseconds: ReadonlyMap<string, number>;
}

export function createCpuMeter(): CpuMeter {
  const milliseconds = new Map<string, number>();
  const add = (name: string, more: number): void => {
    milliseconds.set(name, (milliseconds.get(name) ?? 0) + more);
  };
  return {
    add,
    milliseconds,
    time(name, run) {
      const start = process.cpuUsage();
      const value = run();
      const { user } = process.cpuUsage(start);
      add(name, user / 1000);
      return value;
    },
  };
}
