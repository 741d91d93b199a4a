/** What a command may touch of the world outside. Tests give their own; `main.ts` gives the process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Standard output: results. Waits while the reader is slow. */
  write(text: string): Promise<void>;
  /** Standard error: progress, summary, complaints. */
  error(text: string): void;
  /** Standard error is a terminal: a progress line makes sense. */
  readonly terminal: boolean;
  /** Standard output takes colors. */
  readonly color: boolean;
  /** Milliseconds; only differences count. */
  now(): number;
  /**
   * The first Ctrl-C (or request to end) aborts the signal, the second ends the program at once; after `release` the
   * first does.
   */
  stopping(): { readonly signal: AbortSignal; release(): void };
  /** Waits for Ctrl-C or a request to end; until it is called, either ends the program at once. */
  untilStopped(): Promise<void>;
}

/** Ends a command with one sentence for the user: 1 for "could not", 2 for a wrong call, 130 for Ctrl-C. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: 1 | 2 | 130;

  constructor(message: string, code: 1 | 2 | 130 = 2) {
    super(message);
    this.code = code;
  }
}
