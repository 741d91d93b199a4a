/** dramatis query: one of the nine calls on a graph file. */
import { Command, Option } from "commander";
import { CALLS, runCall } from "../graph/query/calls.ts";
import { createQuery, QueryError } from "../graph/query/index.ts";
import type { Parameter } from "../graph/query/parameters.ts";
import type { NewsQuery } from "../graph/query/types.ts";
import { answerAsText } from "./answer.ts";
import { CommandError, type Io } from "./io.ts";
import { loadGraph } from "./load.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { isStore, withStore } from "./store.ts";

export function queryCommand(io: Io): Command {
  const command = withCommonOptions(
    new Command("query")
      .argument("<graph>", "a graph file: JSON, GEXF or GraphML, or a store")
      .argument("<call>", CALLS.map(({ name }) => name).join(" | "))
      .argument("[arguments...]", "ids or names"),
  );
  for (const parameter of allParameters()) command.addOption(toOption(parameter));
  return command
    .addHelpText(
      "after",
      `
Calls:
${CALLS.map(callLine).join("\n")}

Examples:
  dramatis query graph.json find "xi jin"
  dramatis query graph.json neighbors "Xi Jinping" --depth 2 --kinds person
  dramatis query graph.json paths "Vladimir Putin" NATO
  dramatis query graph.json events --acts CONSULT --country CHN --since 2023-03-01 --json
  dramatis query graph.json timeline country:RUS
  dramatis query graph.json evidence "Dmitry Peskov" --limit 5
  dramatis query graph.json top --by newcomers --since 2023-04-01`,
    )
    .action((path: string, call: string, positional: string[], options: CommonOptions) =>
      runQuery(path, call, positional, options, io),
    );
}

async function runQuery(
  path: string,
  call: string,
  positional: readonly string[],
  options: CommonOptions,
  io: Io,
): Promise<void> {
  const given = new Map<string, string>();
  for (const { name } of allParameters()) {
    const value = (options as Record<string, unknown>)[name];
    if (typeof value === "string") given.set(name, value);
  }
  const { query, close } = await openQuery(path);
  try {
    const answer = runCall(query, call, positional, given);
    const text =
      options.json === true
        ? JSON.stringify(answer, undefined, 2)
        : answerAsText(call, answer, io.color);
    await io.write(`${text}\n`);
  } catch (error) {
    if (error instanceof QueryError)
      throw new CommandError(error.message, error.reason === "missing" ? 1 : 2);
    throw error;
  } finally {
    close();
  }
}

/** A store is asked where it lies; other files are read first. */
async function openQuery(
  path: string,
): Promise<{ readonly query: NewsQuery; readonly close: () => void }> {
  if (!(await isStore(path))) return { query: createQuery(await loadGraph(path)), close: () => {} };
  const query = await withStore(({ openStore }) => openStore(path));
  return { query, close: query.close };
}

/** Of all calls, each name once. */
function allParameters(): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const { parameters } of CALLS) {
    for (const parameter of parameters) {
      if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
    }
  }
  return [...byName.values()];
}

const PLACEHOLDERS: Readonly<Record<Parameter["type"], string>> = {
  number: "<n>",
  day: "<day>",
  word: "<word>",
  list: "<a,b>",
};

function toOption({ name, type, of, about }: Parameter): Option {
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const known = of === undefined ? "" : `: ${of.join(" ")}`;
  const description = about + known;
  return new Option(`--${flag} ${PLACEHOLDERS[type]}`, description);
}

function callLine({ name, about, positional, parameters }: (typeof CALLS)[number]): string {
  const words = positional.map((argument) =>
    argument.many === true ? `[${argument.name}...]` : `<${argument.name}>`,
  );
  const options = parameters.map((parameter) =>
    parameter.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
  const tail = options.length > 0 ? ` (--${options.join(" --")})` : "";
  return `  ${[name, ...words].join(" ").padEnd(20)} ${about}${tail}`;
}
