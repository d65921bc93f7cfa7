/** `R1-R20, R25` as records; null where it is not written so. */
export function recordsIn(text: string): readonly string[] | null {
  const found: string[] = [];
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const [, from, to] = /^R?(\d+)(?:[-–]R?(\d+))?$/i.exec(part) ?? [];
    if (from === undefined) return null;
    const last = Number(to ?? from);
    if (last < Number(from) || last - Number(from) > 10_000) return null;
    for (let n = Number(from); n <= last; n++) found.push(`R${n}`);
  }
  return found;
}
