#!/usr/bin/env node
/** The program `dramatis`. */
import "./v8-flags.ts";
import pc from "picocolors";
import { run } from "./run.ts";

/** A reader that has seen enough (`| head`) ends the program in peace. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`dramatis: cannot write to standard output: ${error.message}\n`);
  process.exit(1);
});

const STOP_SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** What shells say of a program that Ctrl-C has ended. */
const STOPPED = 130;

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  write: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once("drain", resolve);
    }),
  error: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  color: process.stdout.isTTY === true && pc.isColorSupported,
  now: () => performance.now(),
  stopping: () => {
    const controller = new AbortController();
    // The listener stays for the second: while the program is busy both arrive together, and one that nobody
    // listens for any more would be lost.
    const abort = (): void => {
      if (controller.signal.aborted) process.exit(STOPPED);
      controller.abort();
    };
    for (const name of STOP_SIGNALS) process.on(name, abort);
    return {
      signal: controller.signal,
      release: () => {
        for (const name of STOP_SIGNALS) process.off(name, abort);
      },
    };
  },
  untilStopped: () =>
    new Promise((resolve) => {
      for (const name of STOP_SIGNALS) process.once(name, () => resolve());
    }),
});
