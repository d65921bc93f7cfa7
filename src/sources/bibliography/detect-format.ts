// Which format a text of references is in, by what stands in it. Names of files are not looked at here: they
// are often wrong.

import type { BibliographyFormat } from "./reading.ts";
import { assignColumns, columnRole, hasIdentity } from "./record-columns.ts";

const first = (text: string, form: RegExp): number => {
  const at = text.search(form);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};
const isThere = (text: string, form: RegExp): boolean => form.test(text);

const risType = /^\ufeff?[ \t]*TY[ \t]{0,4}-/im;
const pubmedId = /^\ufeff?PMID *- ?\d/m;
const bibtexEntry = /^\ufeff?[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/m;
const endnoteType = /^\ufeff?[ \t]*%0(?:[ \t]|$)/m;

/** Formats whose records begin with a mark of their own, each told by where its first mark stands. */
function byFirstMark(text: string): BibliographyFormat | null {
  const marks: readonly (readonly [BibliographyFormat, number])[] = [
    ["ris", first(text, risType)],
    ["medline", first(text, pubmedId)],
    ["bibtex", first(text, bibtexEntry)],
    ["endnote-tagged", first(text, endnoteType)],
  ];
  const [format, at] = marks.reduce((best, next) => (next[1] < best[1] ? next : best));
  return Number.isFinite(at) ? format : null;
}

/** Head of a file in which the first record must begin. */
const headLength = 20_000;
/** Where the first mark is mostly found; only without one is the whole text looked through. */
const firstStretch = 1_000_000;

/**
 * The format of a text, `"table"` where it can only be one, or null where it is none.
 *
 * RIS and MEDLINE look alike and mean other things: the first mark decides, a type (`TY`) or a `PMID`; where
 * neither is left, tags that only one of them has.
 */
export function formatOf(text: string): BibliographyFormat | null {
  const head = text.slice(0, headLength);
  if (/^\ufeff?\s*</.test(head)) return isEndnoteXml(head) ? "endnote-xml" : null;
  if (/^\ufeff?\s*[[{]\s*[{"\]}]/.test(head)) return "csl-json";
  if (/^\ufeff?\s*FN [^\n\r]+[\r\n]+VR /.test(head)) return "web-of-science";
  if (hasHeader(head)) return "table";
  const marked = byFirstMark(text.slice(0, firstStretch)) ?? byFirstMark(text);
  if (marked !== null) return marked;
  if (isThere(text, /^\ufeff?PT [A-Z]\s*$/m) && isThere(text, /^ER[ \t]*$/m)) return "web-of-science";
  if (isThere(text, /^(?:FAU|STAT|OWN|DCOM|MHDA|PHST|JID) *- /m)) return "medline";
  if (isThere(text, /^\ufeff?[ \t]*(?:TI|T1|AU|A1)[ \t]{1,4}- /m)) return "ris";
  if (isThere(text, /^\ufeff?%T /m) && isThere(text, /^\ufeff?%[ADJXBI] /m)) return "endnote-tagged";
  return looksLikeTable(text) ? "table" : null;
}

const isEndnoteXml = (head: string): boolean =>
  /<xml>\s*<records[\s/>]/i.test(head) ||
  (/<records?[\s>]/i.test(head) &&
    /<(?:ref-type|contributors|titles|source-app|rec-number)[\s/>]/i.test(head));

/** Lines of a table above its header: its name, a date, the query. */
const linesAbove = 15;

/** Cells of a line under any delimiter, without their quotation marks. */
const cellsOf = (line: string): readonly string[] =>
  line.split(/[,;\t|]/).map((cell) => cell.replace(/^[\ufeff\s"]+|["\s]+$/g, ""));

/** A line in which at least three columns are known, one of them what tells a reference. */
function hasHeader(head: string): boolean {
  return head.split(/\r\n?|\n/, linesAbove).some((line) => {
    const columns = assignColumns(cellsOf(line));
    return columns.roles.size >= 3 && hasIdentity(columns);
  });
}

/** A first line of several cells, or a list under one known name. */
function looksLikeTable(text: string): boolean {
  const line = /[^\r\n]*[^\s][^\r\n]*/.exec(text.slice(0, headLength))?.[0] ?? "";
  const cells = cellsOf(line);
  const roles = cells.map(columnRole);
  if (cells.length === 1) return ["title", "doi", "pmid"].includes(roles[0] ?? "");
  return hasIdentity(assignColumns(cells));
}

/** What the ending of a name says, for the notice where it is something else; null where it says nothing. */
export function formatsOfName(name: string): readonly BibliographyFormat[] | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return endings[ending] ?? null;
}

const endings: Readonly<Record<string, readonly BibliographyFormat[]>> = {
  ris: ["ris"],
  nbib: ["medline"],
  medline: ["medline"],
  bib: ["bibtex"],
  bibtex: ["bibtex"],
  json: ["csl-json"],
  enw: ["endnote-tagged"],
  ciw: ["web-of-science"],
  isi: ["web-of-science"],
  xml: ["endnote-xml"],
  csv: ["table"],
  tsv: ["table"],
  tab: ["table"],
  xlsx: ["table"],
};

/** How people call a format. */
export const formatNames: Readonly<Record<BibliographyFormat, string>> = {
  ris: "RIS",
  medline: "MEDLINE (PubMed)",
  bibtex: "BibTeX",
  "csl-json": "CSL-JSON",
  "endnote-xml": "EndNote XML",
  "endnote-tagged": "EndNote tagged (ENW)",
  "web-of-science": "Web of Science tagged (CIW)",
  table: "a table",
};
