// Text that was UTF-8, was read as Windows-1252 and saved so: found, and its repair proposed.

/** Characters that Windows-1252 has at 0x80 to 0x9f; the other places there stand for themselves. */
const high: Readonly<Record<string, number>> = /* @__PURE__ */ Object.fromEntries(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((char, i) => [char, 0x80 + i]),
);

const byteOf = (char: string): number | null => {
  const code = char.charCodeAt(0);
  return high[char] ?? (code >= 0x80 && code <= 0xff ? code : null);
};

/** A first byte of UTF-8 read as a letter, and what can follow it: without such a pair nothing is tried. */
const suspect = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const runs = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** `Ú”` at the end of a quotation is valid UTF-8 too, for an Arabic letter: only letters of Latin scripts count. */
const plausible = /^[\u00a0-\u017f\u2010-\u205e\u20a0-\u20bf\u2122]+$/;

function repairedRun(run: string): string {
  const bytes = new Uint8Array([...run].map((char) => byteOf(char) ?? 0));
  try {
    const decoded = decoder.decode(bytes);
    // After a first repair what is left may be mojibake again, which looks like the first one.
    return plausible.test(decoded) || suspect.test(decoded) ? decoded : run;
  } catch {
    return run;
  }
}

/**
 * The text as it was probably meant, where runs of its letters are UTF-8 read as Windows-1252 (`Ã©` for `é`,
 * `â€™` for `’`), also twice over; null where nothing points to it. Only whole runs that are valid UTF-8 are
 * changed, so that `São` and `IRMÃOS` stay.
 *
 * @example
 * proposedRepair("MigraciÃ³n") // => "Migración"
 * proposedRepair("Migración") // => null
 */
export function proposedRepair(text: string): string | null {
  let repaired = text;
  for (let pass = 0; pass < 2 && suspect.test(repaired); pass++) {
    const next = repaired.replace(runs, repairedRun);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired === text ? null : repaired;
}
