// Running heads and feet whose words change from page to page: lines that stand at the same height in the margin
// of page after page, with space between them and the text.

import type { PageLine } from "./pdf-words.ts";

/** Heads and feet live in the outer eleventh of a page. */
const margin = 0.09;
const longest = 120;
const fewestPages = 3;
const fewestLines = 3;
/** Share of the pages that must have a line at that height; left and right pages may differ. */
const pagesShare = 0.3;
/** Type sizes of white between a running line and the text. */
const apart = 2.1;

/** The lines of all pages that run with the pages by their place. */
export function runningByPlace(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const places = new Map<number, { readonly lines: PageLine[]; apart: number }>();
  for (const lines of pages) {
    // On a page with nothing but a few lines, these are what the page says.
    if (lines.length - edgesOf(lines).length < fewestLines) continue;
    for (const line of edgesOf(lines)) {
      const key = Math.round(line.y / 2);
      const place = places.get(key) ?? { lines: [], apart: 0 };
      places.set(key, place);
      place.lines.push(line);
      if (isApart(line, lines)) place.apart++;
    }
  }
  const running = new Set<PageLine>();
  const enough = Math.max(fewestPages, pages.length * pagesShare);
  for (const place of places.values()) {
    const on = new Set(place.lines.map(({ page }) => page));
    // The first line of a page of text stands close to the second.
    if (on.size >= enough && place.apart >= place.lines.length * 0.9)
      for (const line of place.lines) running.add(line);
  }
  return running;
}

/** Typewriters leave less margin. */
const outerMargin = 0.15;

/** The first lines of pages, near the top, that say the same word for word on at least half of all pages. */
export function repeatedHeads(pages: readonly (readonly PageLine[])[]): readonly PageLine[] {
  const byText = new Map<string, PageLine[]>();
  for (const lines of pages) {
    const first = lines.reduce<PageLine | null>((top, line) => (line.y > (top?.y ?? 0) ? line : top), null);
    if (first === null || first.cell || first.y < first.pageHeight * (1 - outerMargin)) continue;
    const same = byText.get(first.text);
    if (same) same.push(first);
    else byText.set(first.text, [first]);
  }
  return [...byText.values()].filter((same) => same.length >= 2 && same.length * 2 >= pages.length).flat();
}

/**
 * Numbers by themselves at the foot of pages, that count with the pages: typewriters put them right below the
 * text.
 */
export function numberedFeet(pages: readonly (readonly PageLine[])[]): readonly PageLine[] {
  const byStart = new Map<number, PageLine[]>();
  for (const lines of pages) {
    const last = lines.reduce<PageLine | null>(
      (low, line) => (line.text !== "" && line.y < (low?.y ?? Number.POSITIVE_INFINITY) ? line : low),
      null,
    );
    if (last === null || last.cell || !/^[\s–—-]*\d{1,4}[\s–—-]*$/.test(last.text)) continue;
    const start = Number(last.text.replace(/\D/g, "")) - last.page;
    byStart.set(start, [...(byStart.get(start) ?? []), last]);
  }
  return [...byStart.values()].filter((same) => same.length >= 2 && same.length * 2 >= pages.length).flat();
}

/** Short lines in the margins, outside tables. */
const edgesOf = (lines: readonly PageLine[]) =>
  lines.filter(
    (line) =>
      !line.cell &&
      line.text.length <= longest &&
      (line.y < line.pageHeight * margin || line.y > line.pageHeight * (1 - margin)),
  );

/** Nothing stands close between the line and the middle of the page. */
function isApart(line: PageLine, lines: readonly PageLine[]): boolean {
  const isHead = line.y > line.pageHeight / 2;
  return !lines.some((other) => {
    const distance = isHead ? line.y - other.y : other.y - line.y;
    return distance > 0.5 * line.size && distance < apart * Math.max(line.size, other.size);
  });
}
