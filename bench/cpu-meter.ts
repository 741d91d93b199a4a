/** User CPU by name. Wall time says more of the machine's other work than of ours. */
export interface CpuMeter {
  time<T>(name: string, run: () => T): T;
  /** So far, in the order in which the names were first timed. */
  readonly milliseconds: ReadonlyMap<string, number>;
}

export function createCpuMeter(): CpuMeter {
  const milliseconds = new Map<string, number>();
  return {
    milliseconds,
    time(name, run) {
      const start = process.cpuUsage();
      const value = run();
      const { user } = process.cpuUsage(start);
      milliseconds.set(name, (milliseconds.get(name) ?? 0) + user / 1000);
      return value;
    },
  };
}
