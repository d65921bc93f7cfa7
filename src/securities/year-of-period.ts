/** When a period begins, in years; of a span of years its middle, so that no two periods of a year coincide. */
export function yearOfPeriod(period: string): number {
  const [year = 0, part = 0, day = 1] = period.split(/[-/]/).map((text) => Number(text.replace(/^[SQ]/, "")));
  if (period.includes("/")) return (year + part) / 2;
  const partsOfYear = period.includes("-S") ? 2 : period.includes("-Q") ? 4 : 12;
  return part === 0 ? year : year + (part - 1) / partsOfYear + (day - 1) / 366;
}
