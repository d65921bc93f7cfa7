// TeX as it stands in values of BibTeX to plain text.

import { parse } from "@retorquere/bibtex-parser";
import { oneLine } from "./reading.ts";

/**
 * Characters that the parser takes for TeX and authors mean as they are, and the commands that stand for
 * them: each is put away as a character of the private use area, and comes back when TeX has been read.
 */
const put: readonly (readonly [char: string, command: string])[] = [
  ["%", "%"],
  ["&", "&"],
  ["#", "#"],
  ["$", "$"],
  ["_", "_"],
  ["\\", "textbackslash"],
  ["{", "textbraceleft"],
  ["}", "textbraceright"],
  ["<", "textless"],
  [">", "textgreater"],
  ["^", "textasciicircum"],
  ["~", "textasciitilde"],
  ['"', "textquotedbl"],
];
const first = 0xe010;
const guardOf: ReadonlyMap<string, string> = new Map(
  put.flatMap(([char, command], i) => {
    const guard = String.fromCharCode(first + i);
    return [
      [command, guard],
      [`char ${char}`, guard],
    ] as const;
  }),
);
const guardOfChar = (char: string): string => guardOf.get(`char ${char}`)!;

const guarded = (raw: string): string =>
  raw
    .replace(/\\([%&#$_])/g, (_, char: string) => guardOf.get(char)!)
    .replace(
      /\\(textbackslash|textbraceleft|textbraceright|textless|textgreater|textasciicircum|textasciitilde|textquotedbl)(?:\{\}|(?![a-zA-Z]) ?)/g,
      (_, command: string) => guardOf.get(command)!,
    )
    // "US$ 5" is an amount, not the beginning of a formula.
    .replace(/(?<=\b[A-Z]{1,2})\$(?=\s?\d)/g, guardOfChar("$"))
    .replace(/\\[\s\S]|[%<>]/g, (found) => (found.length === 1 ? guardOfChar(found) : found));

const guards = new RegExp(
  `[${String.fromCharCode(first)}-${String.fromCharCode(first + put.length - 1)}]`,
  "g",
);

const released = (text: string): string =>
  text.replace(guards, (guard) => put[guard.charCodeAt(0) - first]![0]);

/** What the parser leaves of markup, and accents it could not join. */
const cleaned = (text: string): string =>
  text
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    // An accent on a dotless i is an accent on an i.
    .replace(/ı(?=\p{M})/gu, "i")
    .replace(/ȷ(?=\p{M})/gu, "j");

/** Without commands only braces, ties, dashes and quotation marks are left to read. */
const plain = (raw: string): string =>
  raw
    .replace(/[{}]/g, "\u0000")
    .replaceAll("~", " ")
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replaceAll("``", "“")
    .replaceAll("''", "”")
    .replaceAll("\u0000", "");

/**
 * The text a value means. Text that is not in order as TeX comes out without its braces rather than not at all.
 *
 * @example
 * textOfTex("Protecci{\\'o}n social: 50\\% in {B}olivia") // => "Protección social: 50% in Bolivia"
 */
export function textOfTex(raw: string): string {
  const text = guarded(raw);
  if (!/[\\$]/.test(text)) return oneLine(released(plain(text)));
  try {
    const { entries, errors } = parse(`@misc{k, zz = {${text}}}`, {
      english: false,
      sentenceCase: false,
      caseProtection: false,
      unsupported: "ignore",
      applyCrossRef: false,
    });
    const read = errors.length > 0 ? undefined : entries[0]?.fields["zz"];
    if (typeof read === "string") return oneLine(released(cleaned(read)));
  } catch {
    // Falls through: a reference with a brace too many is still one.
  }
  return oneLine(released(plain(text)));
}
