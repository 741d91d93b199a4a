#!/usr/bin/env node
/** The program `dramatis`. */
import pc from "picocolors";
import { run } from "./run.ts";

/** A reader that has seen enough (`| head`) ends the program in peace. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

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
  untilStopped: () =>
    new Promise((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    }),
});
