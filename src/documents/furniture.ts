// Running heads and feet: the lines that come back at the edge of page after page.

import type { Line } from "./lines.ts";

/** How many lines at the top and bottom of a page may be running heads or feet. */
const edge = 3;
const pageNumber =
  /^[\s|–—-]*(?:page|página|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|de|sur)\s*\d{1,4})?[\s|–—-]*$/iu;

/** Digits do not count: “Page 3 | Report” and “Page 4 | Report” are the same line. */
const shapeOf = (text: string) => text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * The same lines, those marked that are page numbers at an edge, or whose shape comes back at an edge of at
 * least three pages and a tenth of all pages (two pages, where the margins are known).
 *
 * @param isEdge where the format knows it: whether the line lies in the margin of its page
 */
export function markFurniture(lines: readonly Line[], isEdge?: (index: number) => boolean): readonly Line[] {
  const byPage = new Map<number, number[]>();
  for (const [i, line] of lines.entries()) {
    if (line.page === null) continue;
    const list = byPage.get(line.page);
    if (list) list.push(i);
    else byPage.set(line.page, [i]);
  }
  if (byPage.size < 2) return lines;
  const edges = new Set<number>();
  const pagesWith = new Map<string, Set<number>>();
  for (const [page, indices] of byPage)
    for (const [k, i] of indices.entries()) {
      if (isEdge ? !isEdge(i) : k >= edge && k < indices.length - edge) continue;
      edges.add(i);
      const shape = shapeOf(lines[i]!.text);
      const pages = pagesWith.get(shape);
      if (pages) pages.add(page);
      else pagesWith.set(shape, new Set([page]));
    }
  // A line that is known to lie in the margin needs less proof.
  const enough = isEdge ? 2 : Math.max(3, byPage.size / 10);
  const marked = new Set<number>();
  for (const i of edges) {
    const text = lines[i]!.text;
    if (pageNumber.test(text) || (pagesWith.get(shapeOf(text))?.size ?? 0) >= enough) marked.add(i);
  }
  let pendingSeam = false;
  let pendingGap = false;
  return lines.map((line, i) => {
    if (marked.has(i)) {
      // The page break must still be seen by the first line of running text.
      pendingSeam ||= line.seam;
      pendingGap ||= line.gap;
      return { ...line, role: "page-furniture" as const };
    }
    if (!pendingSeam && !pendingGap) return line;
    const seen = { ...line, seam: line.seam || pendingSeam, gap: line.gap || pendingGap };
    pendingSeam = false;
    pendingGap = false;
    return seen;
  });
}
