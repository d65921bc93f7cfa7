import { type Problem, type ProblemCatalogue, problem } from "#kernel";

/** Listed in `docs/reference/problems.md`. */
export const notATableProblems = {
  "sources.not-a-table": {
    meaning: "The file is of another kind than delimited text, whatever its name says.",
    remedy: "Save the table as CSV in UTF-8 with the program that made the file, and import that.",
  },
} as const satisfies ProblemCatalogue;

/** First bytes, as Latin-1, of files that are often given as tables. */
const kinds: readonly (readonly [(head: string) => boolean, string, string])[] = [
  [
    (head) => head.includes("%PDF-"),
    "a PDF document",
    "Copy its table into a spreadsheet and save that as CSV UTF-8",
  ],
  [
    (head) => head.startsWith("PK\u0003\u0004"),
    "a workbook, a Word document or another ZIP archive",
    'Open it in a spreadsheet and save the sheet as "CSV UTF-8"',
  ],
  [
    (head) => head.startsWith("\u00d0\u00cf\u0011\u00e0"),
    "an Office file of the old kind (.xls, .doc) or one with a password",
    'Open it in a spreadsheet and save the sheet as "CSV UTF-8"',
  ],
  [(head) => head.startsWith("\u001f\u008b"), "compressed (gzip)", "Unpack it first"],
  [(head) => head.startsWith("PAR1"), "a Parquet file", "Write it out as CSV UTF-8"],
  [
    (head) => /^\s*<(?:!doctype|html|\?xml|[a-z]+[\s>:])/i.test(head.replace(/^\u00ef\u00bb\u00bf/, "")),
    "a web page or XML",
    "It may be an error page saved instead of the table; download the table itself, as CSV",
  ],
  [(head) => /^\s*[[{]\s*["{[\]}]/.test(head), "JSON", "Write it out as CSV UTF-8"],
];

/**
 * Whether a file that should be delimited text is plainly something else, by its first bytes; the name is
 * not asked.
 *
 * @returns null for what may be a table
 */
export function notATable(bytes: Uint8Array, name: string): Problem | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const utf16 = head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
  const kind = kinds.find(([fits]) => fits(head));
  const at = { file: name };
  if (kind !== undefined)
    return problem(
      "sources.not-a-table",
      `${name} is ${kind[1]}, not a table of delimited text. ${kind[2]}. Nothing was imported.`,
      at,
    );
  // UTF-16 is half NUL bytes; it is told as an encoding.
  const nul = utf16 ? -1 : bytes.indexOf(0);
  if (nul === -1) return null;
  let line = 1;
  for (let i = 0; i < nul; i++) if (bytes[i] === 10) line++;
  return problem(
    "sources.not-a-table",
    `${name} holds a NUL byte in line ${line}, which no text has: it is a binary file, or it was damaged on its way. Save the table again as CSV UTF-8. Nothing was imported.`,
    { ...at, line },
  );
}
