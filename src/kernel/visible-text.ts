// Characters that nobody sees and that change what is seen: they make one name look like another, turn a
// title around, or hide words in it. They come by copying from PDF files, and by intent.

/**
 * What Unicode says to show as nothing, and control characters; not line ends, tabulators, joiners and the
 * choice of a variant of a letter. @source Unicode Standard, Default_Ignorable_Code_Point and section 23.8
 */
const invisible =
  /(?!\t|\n|\r|\u200C|\u200D|[\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]/u;
const allInvisible = new RegExp(invisible, "gu");

const joiners = /[\u200C\u200D]/u;
/** Joiners that do not follow a letter or mark of a script whose letters are joined, or a picture. */
const idleJoiners =
  /(?<!(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Inherited})[\p{L}\p{M}]|(?=\p{M})\p{Script_Extensions=Arabic}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)[\u200C\u200D]/gu;

/**
 * A text of one's own without characters that nobody sees: for names, titles and fields of records. Not for
 * the text of a document, in which places are counted.
 *
 * Removed are the marks and embeddings of writing direction (U+200E, U+200F, U+202A to U+202E, U+2066 to
 * U+2069), spaces without width, soft hyphens, fillers, tags and control characters; kept are line ends and
 * tabulators, and the joiners U+200C and U+200D where a script or a picture needs them.
 *
 * @returns the same string where there is nothing to remove
 * @example
 * visibleText("Pension\u202Efdp.\u200B") // => "Pensionfdp."
 */
export function visibleText(text: string): string {
  const shown = invisible.test(text) ? text.replace(allInvisible, "") : text;
  return joiners.test(shown) ? shown.replace(idleJoiners, "") : shown;
}

/**
 * A plain value with every text in it made visible; keys stay as they are.
 *
 * @param except names of fields that are taken as they are, for example passwords
 * @returns the same value where nothing changes
 * @example
 * visibleTexts({ title: "A\u200Bb", year: 2020 }) // => { title: "Ab", year: 2020 }
 */
export function visibleTexts<T>(value: T, except: readonly string[] = []): T {
  return shownIn(value, except) as T;
}

function shownIn(value: unknown, except: readonly string[]): unknown {
  if (typeof value === "string") return visibleText(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => shownIn(part, except));
    return parts.some((part, i) => part !== value[i]) ? parts : value;
  }
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  const fields = Object.entries(value);
  const shown = fields.map(([name, part]): [string, unknown] => [
    name,
    except.includes(name) ? part : shownIn(part, except),
  ]);
  return shown.some(([, part], i) => part !== fields[i]![1]) ? Object.fromEntries(shown) : value;
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
