/** The calls as programs make them: what is not in the table of calls throws, as it does on the command line. */
import { CALLS, type Call } from "./calls.ts";
import { QueryError } from "./errors.ts";
import { isDay, type Parameter } from "./parameters.ts";
import { shorten } from "./resolve.ts";
import type { NewsQuery } from "./types.ts";

type Given = readonly unknown[];

export function checked<Q extends NewsQuery>(query: Q): Q {
  const calls = CALLS.map((call) => {
    const run = query[call.name as keyof NewsQuery] as (...given: Given) => unknown;
    return [
      call.name,
      (...given: Given) => {
        check(call, given);
        return run(...given);
      },
    ];
  });
  return { ...query, ...Object.fromEntries(calls) };
}

function check(call: Call, given: Given): void {
  const [first] = given;
  if (call.positional[0]?.many === true) {
    if (Array.isArray(first)) for (const ref of first) checkText(call.name, "nodes", ref);
    else checkOptions(call, first);
    return;
  }
  for (const [i, { name }] of call.positional.entries()) checkText(call.name, name, given[i]);
  checkOptions(call, given[call.positional.length]);
}

function checkText(call: string, name: string, value: unknown): void {
  if (typeof value === "string") return;
  throw new QueryError(`${call}: ${name}: expected an id or a name, got ${told(value)}`);
}

function checkOptions({ name: call, parameters }: Call, options: unknown): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null) {
    throw new QueryError(`${call}: expected options such as { limit: 5 }, got ${told(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) {
      const names = parameters.map((candidate) => candidate.name).join(", ");
      throw new QueryError(
        `${call} has no option "${shorten(name)}": known are ${names || "none"}`,
      );
    }
    if (value !== undefined && !fits(parameter, value)) {
      throw new QueryError(`${call}: ${name}: expected ${wanted(parameter)}, got ${told(value)}`);
    }
  }
}

function fits({ type, of }: Parameter, value: unknown): boolean {
  if (type === "number") return typeof value === "number" && value >= 0;
  if (type === "list") return Array.isArray(value) && value.every((item) => isWord(item, of));
  return type === "day" ? typeof value === "string" && isDay(value) : isWord(value, of);
}

function isWord(value: unknown, of: readonly string[] | undefined): boolean {
  return typeof value === "string" && (of === undefined || of.includes(value));
}

function wanted({ type, of }: Parameter): string {
  if (type === "number") return "a number";
  if (type === "day") return "a day such as 2023-03-20";
  const words = of === undefined ? "" : ` of ${of.join(", ")}`;
  return type === "list" ? `a list${words}` : `a word${words}`;
}

function told(value: unknown): string {
  return shorten(JSON.stringify(value) ?? String(value));
}
