/** A question that cannot be asked so; the message says what was expected, what came and what to do. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  /** `missing`: there is no such node; `wrong`: the call itself. */
  readonly reason: "missing" | "wrong";

  constructor(message: string, reason: "missing" | "wrong" = "wrong") {
    super(message);
    this.reason = reason;
  }
}
