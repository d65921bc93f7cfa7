// Bytes to text: which encoding they are in, what was guessed, and whether somebody guessed wrongly before.

import { type Problem, problem } from "#kernel";

type Decoded = { readonly text: string; readonly warnings: readonly Problem[] };

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

/** How many bytes tell the width of characters. */
const sampled = 4_096;

/** UTF-16 without a mark: every other byte of Western text is zero. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, sampled);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return "utf-16le";
  return zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05 ? "utf-16be" : null;
}

/**
 * Text of bytes: UTF-8, or UTF-16 with a byte order mark or by its zeros, else Windows-1252 with a warning. A
 * byte order mark is no character of the text, so spans begin behind it.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(decode(bytes, "utf-16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(decode(bytes, "utf-16be"));
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return checked(decode(bytes, wide), [
      problem(
        "documents.encoding-guessed",
        "Every other byte is zero, as in UTF-16, and the mark that says so is missing; the text was read as UTF-16. Save the file as UTF-8 to be sure.",
      ),
    ]);
  try {
    return checked(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return checked(decode(bytes, "windows-1252"), [
      problem(
        "documents.encoding-guessed",
        "The bytes are not valid UTF-8 and were read as Latin-1 (Windows-1252). Accented letters and quotation marks may be wrong; save the file as UTF-8 to be sure.",
      ),
    ]);
  }
}

/** Encodings in which every byte is a letter: UTF-8 that is declared as one of them is read wrongly. */
const oneByte = /^(?:iso-?8859-?\d+|latin-?\d|windows-?125\d|cp-?125\d|us-ascii|ascii)$/;

/**
 * Text of an HTML file: by its byte order mark, else by the encoding it declares, else as any text. Where it
 * declares Latin-1 and its bytes are UTF-8, the bytes are believed.
 */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const hasMark =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = decode(bytes.subarray(0, 2_048), "latin1");
  const stated = /(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  // A page that could be read as far as its declaration is not in UTF-16, whatever it declares.
  if (hasMark || stated === undefined || /^utf-?(?:8|16)/.test(stated)) return decodeText(bytes);
  const asUtf8 = oneByte.test(stated) ? validUtf8(bytes) : null;
  if (asUtf8 !== null)
    return checked(asUtf8, [
      problem(
        "documents.encoding-guessed",
        `The page declares the encoding ${stated}, but its bytes are valid UTF-8 with accented letters; it was read as UTF-8. Correct the declaration.`,
      ),
    ]);
  try {
    return checked(decode(bytes, stated));
  } catch {
    // A charset nobody knows: what the bytes themselves say.
    return decodeText(bytes);
  }
}

/** The text, where it is UTF-8 and has other characters than those of ASCII. */
function validUtf8(bytes: Uint8Array): string | null {
  if (!bytes.some((byte) => byte >= 0x80)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 read as Windows-1252 and saved: “Ã©” for é, “â€™” for an apostrophe. */
const mojibake =
  /Ã[\u0080-\u00bf©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿¨§¡¢£¤¥¦€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d“”˜¦\u0080-\u00bf]|Â[\u00a0«»°º]/g;
const fewestBroken = 3;

function checked(text: string, warnings: readonly Problem[] = []): Decoded {
  const more: Problem[] = [];
  const broken = text.match(mojibake) ?? [];
  if (broken.length >= fewestBroken)
    more.push(
      problem(
        "documents.letters-broken",
        `${broken.length} times letters look like UTF-8 that was once read as Latin-1, such as “${broken[0]}”. The text is kept as it is; words with these letters are not found by a search. Get the file from where it was right and read that.`,
      ),
    );
  const lost = text.split("\ufffd").length - 1;
  if (lost >= fewestBroken)
    more.push(
      problem(
        "documents.letters-broken",
        `${lost} characters are the sign for “unknown character” (�): they were lost before the file came here. Get the file from where it was right and read that.`,
      ),
    );
  return { text, warnings: [...warnings, ...more] };
}
