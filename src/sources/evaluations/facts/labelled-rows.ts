// Rows of data sheets: a label that is known and what stands beside, behind or below it. Tables, lines with
// a colon, lines with a gap, and labels on a line of their own.

import type { Block, ReadDocument, Table } from "#documents";
import type { CodePoints } from "#kernel";
import { type SheetField, sheetLabels } from "./sheet-labels.data.ts";
import { bareText, cut, joined, type Stretch, sentencesOf, stretchOf } from "./stretch.ts";

export type SheetRow = {
  readonly fields: readonly SheetField[];
  readonly label: string;
  readonly value: Stretch;
  readonly form: "table" | "line" | "below";
  /** Rows found in one table or one run of blocks: three or more of them make a data sheet. */
  readonly neighbours: number;
  /** Position of its block: a sheet stands at the beginning, a template of lessons in an annex. */
  readonly block: number;
  readonly page: number | null;
  /** The rows beside it name the project: the head of a template in an annex does. */
  readonly namesProject: boolean;
};

/** What a table or a block gives before its company is known. */
type FoundRow = Pick<SheetRow, "fields" | "label" | "value" | "form">;

function inCompany(rows: readonly FoundRow[], block: number, page: number | null): readonly SheetRow[] {
  const own = new Set(rows.flatMap(({ fields }) => fields));
  const namesProject =
    ["projectTitle", "projectSymbols", "evaluators"].filter((field) => own.has(field as SheetField)).length >=
    2;
  return rows.map((row) => ({ ...row, neighbours: rows.length, block, page, namesProject }));
}

const longestLabel = 90;
const patterns = sheetLabels.map(({ field, pattern }) => ({
  field,
  pattern: new RegExp(`^(?:${pattern})$`),
}));

/** “Evaluator(s)”, “ILO Technical Unit:”, “2. Donor” as the patterns have them. */
function plainLabel(bare: string): string {
  return bare
    .replace(/\s+/g, " ")
    .replace(/\((?:s|es|ies|x|e|e\/s|rice|trice|a|as|ras|is)\)/g, "")
    .replace(/\([^)]*\)?/g, " ")
    .replace(/^[\s\d.)•·*►▶o-]*(?=[\s\d.)•·*►▶-]|(?<=[\s\d.)•·*►▶-])\p{L})/u, "")
    .replace(/\/(?:s|es|ies|as|a|rice|trice)\b/g, "")
    .replace(/\b(?:the )?(?:ilo|oit|bit|undp|pnud|iom|oim|unicef|ifad|fida)(?:'s)?\b/g, " ")
    .replace(/[\s:：*.-]+$/, "")
    .replace(/^(?:the|le|la|les|el|los|las|o|os|as) /, "")
    .replace(/\b(?:in|of|de|du|del|do|da) (?:the |la |le |l')?\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** “Name of the consultant” is the row of the consultant. */
const nameOf =
  /^(?:names?|noms?|nombres?|nomes?) (?:of (?:the )?|de la |de l'|des? |du |del |do |da |dos |d')/;

const known = new Map<string, readonly SheetField[]>();

/** The fields that a label announces; none where it is no label of a data sheet. */
export function fieldsOfLabel(text: string): readonly SheetField[] {
  if (text.length > longestLabel || text.length < 2) return [];
  const bare = bareText(text);
  const cached = known.get(bare);
  if (cached) return cached;
  const plain = plainLabel(bare);
  const whole = fieldsOfPlain(plain);
  const found = whole.length > 0 ? whole : fieldsOfPlain(plain.replace(nameOf, ""));
  if (known.size > 5_000) known.clear();
  known.set(bare, found);
  return found;
}

function fieldsOfPlain(label: string): readonly SheetField[] {
  if (label === "") return [];
  const whole = patterns.find(({ pattern }) => pattern.test(label));
  if (whole) return [whole.field];
  const pieces = label.split(/\s*(?:[,/&+]| and | et | y | e )\s*/).filter((piece) => piece !== "");
  if (pieces.length < 2) return [];
  const fields = pieces.map((piece) => patterns.find(({ pattern }) => pattern.test(piece))?.field);
  return fields.every((field) => field !== undefined) ? [...new Set(fields as SheetField[])] : [];
}

const isEmptyValue = (bare: string) =>
  /^(?:[-–—.…\s]*|n\s?\/\s?[ad]|s\/o|n\.a\.?|none|not (?:available|applicable|stated|specified)|tbd|tbc|no (?:aplica|disponible)|nao (?:aplicavel|disponivel)|non (?:applicable|disponible))$/.test(
    bare.trim(),
  );

/** Every labelled row of the document, in reading order. */
export function labelledRows(document: ReadDocument, points: CodePoints): readonly SheetRow[] {
  const { blocks } = document;
  const rows: SheetRow[] = [];
  let table = 0;
  let run: FoundRow[] = [];
  let runStart = 0;
  let quiet = 0;
  const closeRun = () => {
    rows.push(...inCompany(run, runStart, blocks[runStart]?.page ?? null));
    run = [];
  };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === "page-furniture" || block.kind === "footnote") continue;
    if (block.kind === "table") {
      closeRun();
      const cells = document.tables[table++];
      if (cells) rows.push(...inCompany(rowsOfTable(cells, points), i, block.page));
      continue;
    }
    const own = rowsOfBlock(block, points);
    const found = own.length > 0 ? own : rowBelow(blocks, i, points);
    if (found.length > 0) {
      if (run.length === 0) runStart = i;
      run.push(...found);
      quiet = 0;
    } else if (++quiet > 3) closeRun();
  }
  closeRun();
  return rows.filter(({ value }) => !isEmptyValue(value.bare));
}

/** A sheet of more rows than this with labels in its head is a list of evaluations, not the sheet of one. */
const longestHeadedTable = 2;
/** More columns than two pairs of label and value are a list or a matrix. */
const widestSheet = 4;

function rowsOfTable({ rows }: Table, points: CodePoints): readonly FoundRow[] {
  const cells = rows.map((row) => row.cells.map((cell) => ({ cell, fields: fieldsOfLabel(cell.text) })));
  const found: FoundRow[] = [];
  const add = (fields: readonly SheetField[], label: string, value: Stretch) =>
    found.push({ fields, label, value, form: "table" });
  const head = cells[0] ?? [];
  const filled = head.filter(({ cell }) => cell.text !== "");
  if (filled.length >= 2 && filled.every(({ fields }) => fields.length > 0)) {
    if (rows.length - 1 > longestHeadedTable) return [];
    for (const row of cells.slice(1))
      for (const [c, { cell, fields }] of head.entries()) {
        const value = row[c];
        if (value && value.cell.text !== "" && value.fields.length === 0)
          add(fields, cell.text, stretchOf(points, value.cell.spans, value.cell.text));
      }
    if (found.length > 0) return found;
  }
  if (filled.length > widestSheet) return [];
  for (const row of cells)
    for (let c = 0; c < row.length; c++) {
      const { cell, fields } = row[c]!;
      // Labels stand at the beginning, or behind the value of another label.
      if (fields.length > 0 && (c === 0 || row[0]!.fields.length > 0 || row[c - 1]!.cell.text === "")) {
        // The value reaches to the next label of the row.
        const values: Stretch[] = [];
        let next = c + 1;
        for (; next < row.length && row[next]!.fields.length === 0; next++) {
          const { text, spans } = row[next]!.cell;
          if (text !== "" && text !== ":") values.push(stretchOf(points, spans, text));
        }
        if (values.length > 0) {
          add(fields, cell.text, joined(values));
          c = next - 1;
          continue;
        }
      }
      if (cell.text.includes(":"))
        found.push(...rowsOfLines(stretchOf(points, cell.spans, cell.text), "table"));
    }
  // A label that comes again and again is the head of a column, repeated on every page.
  const labels = found.map(({ label }) => bareText(label));
  return found.filter((_, i) => labels.filter((label) => label === labels[i]).length <= mostRepeats);
}

const mostRepeats = 3;

const longestSheetBlock = 3_000;

function rowsOfBlock(block: Block, points: CodePoints): readonly FoundRow[] {
  if (block.text.length > longestSheetBlock) return [];
  return rowsOfLines(stretchOf(points, block.spans, block.text), "line");
}

/** A label is looked for at the start of a line and behind a full stop, a semicolon, a bar or a gap. */
const boundary = /(?:^|\n|\t|[.;|•·]\s+)[\s•·*►▶-]*(?:\d{1,2}[.)]\s+)?/gu;

type Label = {
  readonly fields: readonly SheetField[];
  readonly text: string;
  readonly start: number;
  readonly from: number;
};

function labelsIn({ text }: Stretch): readonly Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(boundary)) {
    const at = match.index + match[0].length;
    const isLine = match.index === 0 || match[0].startsWith("\n") || match[0].startsWith("\t");
    const ahead = text.slice(at, at + longestLabel);
    // Behind a gap stands a value: what follows on the next line is no part of a label.
    const isBehindGap = match[0].startsWith("\t");
    const colon = (
      isBehindGap ? /^([^:：\n]{2,80}?)\s*[:：](?!\/\/)\s*/u : /^([^:：]{2,80}?)\s*[:：](?!\/\/)\s*/u
    ).exec(ahead);
    const gap = isLine ? /^([^:：\t\n]{2,60}?)\t/u.exec(ahead) : null;
    const first = gap && (!colon || gap[0].length < colon[0].length) ? gap : colon;
    if (first === null) continue;
    // “13 Sept. 2021 / ILO Administrative Office”: the rest of a value and the next line.
    if (/^\d[^\n]*\n/.test(first[1]!)) continue;
    const fields = fieldsOfLabel(first[1]!);
    // An unknown label at the start of a line ends the value before it.
    const isUnknown =
      fields.length === 0 && isLine && first === colon && /^\p{Lu}[^\n.;,]{1,60}$/u.test(first[1]!.trim());
    // A label that a line end breaks was met already at its beginning.
    if (labels.at(-1)?.from === at + first[0].length) continue;
    if (fields.length > 0 || isUnknown)
      labels.push({
        fields: isUnknown ? ["other"] : fields,
        text: first[1]!.trim(),
        start: match.index,
        from: at + first[0].length,
      });
  }
  return labels;
}

/** Fields whose value is running text; the others end with their sentence. */
const longFields: readonly SheetField[] = ["summary", "title", "projectTitle"];

function rowsOfLines(stretch: Stretch, form: SheetRow["form"]): readonly FoundRow[] {
  const labels = labelsIn(stretch);
  const isProse = labels.some(({ start }) => /^[.;]/.test(stretch.text[start] ?? ""));
  return labels.flatMap(({ fields, text, from }, i): readonly FoundRow[] => {
    if (fields[0] === "other") return [];
    let to = labels[i + 1]?.start ?? stretch.text.length;
    // A label inside a line of several ends its value at the full stop before the next.
    if (to < from) to = from;
    const whole = cut(stretch, from, to);
    const isLast = i === labels.length - 1;
    const value =
      isLast && (isProse || !fields.some((field) => longFields.includes(field)))
        ? (sentencesOf(whole)[0] ?? whole)
        : whole;
    return value.text === "" ? [] : [{ fields, label: text, value, form }];
  });
}

const longestValueBelow = 160;
const mostBelow = 12;
/** Fields whose values may fill several lines below their label. */
const manyBelow: readonly SheetField[] = ["evaluators", "countries", "donors"];

/** The head of the next group: “IOM CENTRAL EVALUATION DIVISION”, “EVALUATION REFERENCE GROUP”. */
const isGroupName =
  /^(?=[^\p{Ll}]+$).*\b(?:EVALUATION|GROUP|DIVISION|UNIT|OFFICE|CONTENTS|TEAM|GROUPE|GRUPO|OFICINA|BUREAU)\b/u;

/** A label alone on its line, and the line or lines below it. */
function rowBelow(blocks: readonly Block[], at: number, points: CodePoints): readonly FoundRow[] {
  const block = blocks[at]!;
  const fields = fieldsOfLabel(block.text);
  const field = fields[0];
  if (field === undefined || field === "summary" || field === "title" || field === "criteria") return [];
  // “Project” and “Coverage” are chapters too: a label of one word needs its colon.
  const isClear = /[:：]\s*$/.test(block.text) || field === "evaluators" || field === "evaluationManager";
  if (!isClear && !/\s/.test(block.text.trim())) return [];
  const values: Stretch[] = [];
  for (let i = at + 1; i < blocks.length && values.length < mostBelow; i++) {
    const below = blocks[i]!;
    if (below.kind === "page-furniture" || below.kind === "footnote") continue;
    if (below.kind === "heading" && (block.kind === "heading" || values.length > 0)) break;
    if (below.kind === "table" || below.number !== undefined) break;
    if (
      below.text.length > longestValueBelow ||
      /[.!?]$/.test(below.text) ||
      fieldsOfLabel(below.text).length > 0
    )
      break;
    if (rowsOfBlock(below, points).length > 0 || isGroupName.test(below.text)) break;
    values.push(stretchOf(points, below.spans, below.text));
    if (!manyBelow.includes(field)) break;
  }
  return values.length === 0
    ? []
    : [
        {
          fields,
          label: block.text.replace(/[\s:：]+$/, ""),
          value: joined(values),
          form: "below",
        },
      ];
}
