// Numbers that Word computes and does not write: the labels of numbered paragraphs, by the rules of
// `numbering.xml` (ECMA-376 part 1, 17.9).

import { numberOf } from "./docx-styles.ts";
import { childNamed, childrenNamed, isOn, stated, type XmlElement } from "./docx-xml.ts";

type Level = {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` and the like. */
  readonly text: string;
  readonly isLegal: boolean;
  /** A number above which it begins anew; 0 for never. */
  readonly restart: number | null;
};
type List = {
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that belong to a style. */
  readonly byStyle: ReadonlyMap<string, number>;
};

export type ListLabel =
  | { readonly kind: "bullet"; readonly depth: number }
  | { readonly kind: "label"; readonly depth: number; readonly text: string };

const deepest = 8;

/** Counts the numbered paragraphs of one document, in its order. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #listOf = new Map<string, string>();
  readonly #overrides = new Map<string, ReadonlyMap<number, number>>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: XmlElement | null) {
    const root = numbering ?? undefined;
    const linked = new Map<string, string>();
    const named = new Map<string, string>();
    for (const list of childrenNamed(root, "w:abstractNum")) {
      const id = list.attributes["w:abstractNumId"] ?? "";
      this.#lists.set(id, listOf(list));
      const [link, own] = [stated(list, "w:numStyleLink"), stated(list, "w:styleLink")];
      if (link !== null) linked.set(id, link);
      if (own !== null) named.set(own, id);
    }
    for (const use of childrenNamed(root, "w:num")) {
      const id = use.attributes["w:numId"] ?? "";
      const list = stated(use, "w:abstractNumId") ?? "";
      this.#listOf.set(id, named.get(linked.get(list) ?? "") ?? list);
      const starts = childrenNamed(use, "w:lvlOverride").flatMap((override) => {
        const depth = numberOf(override.attributes["w:ilvl"] ?? null);
        const start = numberOf(stated(override, "w:startOverride"));
        return depth === null || start === null ? [] : [[depth, start] as const];
      });
      this.#overrides.set(id, new Map(starts));
    }
  }

  /** The depth at which a style's paragraphs stand in a list. */
  depthOf(id: string, style: string): number | null {
    return this.#lists.get(this.#listOf.get(id) ?? "")?.byStyle.get(style) ?? null;
  }

  /** The label of the next paragraph of a list; null where the list has none. */
  next(id: string, asked: number): ListLabel | null {
    const listId = this.#listOf.get(id);
    const list = listId === undefined ? undefined : this.#lists.get(listId);
    const depth = Math.max(0, Math.min(deepest, asked));
    const level = list?.levels.get(depth);
    if (listId === undefined || list === undefined || level === undefined) return null;
    if (level.format === "bullet") return { kind: "bullet", depth };
    const counts = this.#counts.get(listId) ?? [];
    this.#counts.set(listId, counts);
    if (!this.#begun.has(id)) {
      // A use of a list that states where it starts begins anew there, once.
      this.#begun.add(id);
      for (const [at, start] of this.#overrides.get(id) ?? []) counts[at] = start - 1;
    }
    for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    for (let below = depth + 1; below <= deepest; below++) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || (restart > 0 && depth < restart)) delete counts[below];
    }
    if (level.format === "none" && !level.text.includes("%")) return null;
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.isLegal ? "decimal" : (list.levels.get(at)?.format ?? "decimal");
      return formatted(counts[at] ?? 1, format);
    });
    return text.trim() === "" ? null : { kind: "label", depth, text: text.trim() };
  }
}

function listOf(list: XmlElement): List {
  const levels = new Map<number, Level>();
  const byStyle = new Map<string, number>();
  for (const level of childrenNamed(list, "w:lvl")) {
    const depth = numberOf(level.attributes["w:ilvl"] ?? null) ?? 0;
    levels.set(depth, {
      start: numberOf(stated(level, "w:start")) ?? 1,
      format: stated(level, "w:numFmt") ?? "decimal",
      text: childNamed(level, "w:lvlText")?.attributes["w:val"] ?? "",
      isLegal: isOn(level, "w:isLgl"),
      restart: numberOf(stated(level, "w:lvlRestart")),
    });
    const style = stated(level, "w:pStyle");
    if (style !== null) byStyle.set(style, depth);
  }
  return { levels, byStyle };
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(count: number): string {
  let left = count;
  let text = "";
  for (const [value, letters] of numerals) for (; left >= value; left -= value) text += letters;
  return text;
}

/** Behind z come aa, bb and so on. */
const letters = (count: number) =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);

/** No list of a report counts further. */
const mostCount = 3_000;

function formatted(count: number, format: string): string {
  if (count < 1 || count > mostCount) return String(count);
  switch (format) {
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "decimalZero":
      return String(count).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(count);
  }
}
