/** Calendar days as numbers (days since 1970-01-01, UTC); NaN where there is none. */
export function toDay(date: string | undefined): number {
  if (date === undefined) return Number.NaN;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!match) return Number.NaN;
  return Math.floor(
    Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000,
  );
}
