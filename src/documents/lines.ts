// Lines of a text with their places: the common ground on which plain text and PDF pages meet.

/** Table, row and column, each counted from 0 over the whole document. */
export type CellPlace = {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** In a row that heads the columns. */
  readonly isHead?: true;
};

export type Line = {
  /** UTF-16 offsets in the document's text; the line break is not part of it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly page: number | null;
  /** An empty line, or clearly more space than usual, stands before it. */
  readonly gap: boolean;
  /** A page begins here. */
  readonly seam: boolean;
  /** The tags say that an item of a list begins here. */
  readonly beginsItem?: true;
  /** A bullet is drawn before it. */
  readonly bullet?: true;
  /** How deep the bullet stands in its list, by its place on the page; 1 is outermost. */
  readonly depth?: number;
  /** Its only tab parts its number from its words: it is no row of a table. */
  readonly isNumbered?: true;
  /** Heading level that the type announces, null where it announces none; absent where the format tells no sizes. */
  readonly heading?: number | null;
  /** The format says what it is: a running head, or a note at the foot of the page. */
  readonly role?: "page-furniture" | "footnote";
  /** The format says that it names a figure or table. */
  readonly isCaption?: true;
  /** Type size, where the format tells. */
  readonly size?: number;
  /** The format says that it stands in a cell of a table. */
  readonly cell?: CellPlace;
};

/** Share of lines that may start with a blank before it stops being the sign of a page break. */
const seamShare = 0.1;

/**
 * The lines of a plain text. Pages are known by form feeds. Where there are none, a line that starts with
 * exactly one blank in a text whose other lines start with none is the trace of a page break that a
 * converter turned into a blank.
 */
export function linesOfText(text: string): {
  readonly lines: readonly Line[];
  readonly pageStarts: readonly number[];
} {
  const paged = text.includes("\f");
  const blankStarts = paged ? 0 : (text.match(/(?:^|\n) (?=\S)/g)?.length ?? 0);
  const filled = paged ? 0 : (text.match(/^.*\S.*$/gm)?.length ?? 0);
  const indented = paged ? 0 : (text.match(/^[ \t]{2,}\S/gm)?.length ?? 0);
  const blankIsSeam = blankStarts > 0 && indented === 0 && blankStarts <= Math.max(1, filled * seamShare);

  const lines: Line[] = [];
  const pageStarts: number[] = paged ? [0] : [];
  let gap = true;
  let seam = false;
  let at = 0;
  while (at <= text.length) {
    let end = at;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r" && text[end] !== "\f") end++;
    const breaker = text[end];
    const raw = text.slice(at, end);
    if (raw.trim() === "") {
      gap = true;
    } else {
      const isRow =
        raw.trim().includes("\t") ||
        (raw.includes("\t") && !gap && (lines.at(-1)?.text.includes("\t") ?? false));
      // Tabs at the ends of a row are empty cells; elsewhere they are white space.
      const shown = isRow ? raw.replace(/^ +| +$/g, "") : raw.trim();
      const leading = raw.indexOf(shown);
      if (blankIsSeam && leading === 1 && raw[0] === " " && lines.length > 0) seam = true;
      const start = at + leading;
      lines.push({
        start,
        end: start + shown.length,
        text: shown,
        page: paged ? pageStarts.length : null,
        gap,
        seam,
      });
      gap = false;
      seam = false;
    }
    if (breaker === undefined) break;
    at = end + (breaker === "\r" && text[end + 1] === "\n" ? 2 : 1);
    if (breaker === "\f") {
      pageStarts.push(at);
      seam = true;
    }
  }
  return { lines: withNumberTabs(lines), pageStarts };
}

/** A number, label, letter or bullet, a tab, and words without a further tab. */
const numberTab =
  /^(?:(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,6}|\p{L})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}|\((?:\p{L}|[ivx]{1,5}|\d{1,2})\)|[-–—•●○▪■◦‣·])\t[\t ]*[^\s\t][^\t]*$/u;

/**
 * Word processors put a tab between the number of a paragraph and its words. Lines with tabs that follow each
 * other directly are rows of a table where one of them holds anything else.
 */
function withNumberTabs(lines: readonly Line[]): readonly Line[] {
  const marked = [...lines];
  for (let from = 0; from < lines.length; ) {
    if (!lines[from]!.text.includes("\t")) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < lines.length && lines[to]!.text.includes("\t") && !lines[to]!.gap && !lines[to]!.seam) to++;
    const rows = lines.slice(from, to);
    if (rows.every(({ text }) => numberTab.test(text)))
      for (const [k, row] of rows.entries()) marked[from + k] = { ...row, isNumbered: true };
    from = to;
  }
  return marked;
}
