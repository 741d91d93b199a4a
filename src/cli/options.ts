/** Options that several commands share, and how their values are read. */
import { type Command, InvalidArgumentError } from "commander";

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option("--json", "print the result as JSON, for programs")
    .option("-q, --quiet", "print no progress, no summary and no notes");
}

export interface NotesOption {
  readonly notes?: boolean;
}

/** For the commands that read articles. */
export function withNotesOption(command: Command): Command {
  return command.option("--notes", "print every note, not one of each sort");
}

const WHOLE_NUMBER = /^\d{1,9}$/;

export function wholeNumber(text: string): number {
  if (!WHOLE_NUMBER.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

export function port(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError("A port is at most 65535.");
  return number;
}

/** `a,b` and repeated options. */
export function list(text: string, before: readonly string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ];
}
