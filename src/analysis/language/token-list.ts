/** Tokens as the tokenizer finds them, by number. */
export interface TokenList {
  readonly start: number[];
  readonly end: number[];
  /** What stood before: 0 nothing, 1 blanks, 2 a line break, 3 a blank line. */
  readonly gap: number[];
}

export function push(list: TokenList, start: number, end: number): void {
  if (end <= start) return;
  list.start.push(start);
  list.end.push(end);
  list.gap.push(0);
}
