// Rows of data sheets: a label that is known and what stands beside, behind or below it. Tables, lines with
// a colon, lines with a gap, and labels on a line of their own.

import type { Block, ReadDocument, Table } from "#documents";
import type { CodePoints } from "#kernel";
import { type SheetField, sheetLabels } from "./sheet-labels.data.ts";
import { bareText, cut, joined, type Stretch, stretchOf } from "./stretch.ts";

export type SheetRow = {
  readonly fields: readonly SheetField[];
  readonly label: string;
  readonly value: Stretch;
  readonly form: "table" | "line" | "below";
  /** Rows found in one table or one run of blocks: three or more of them make a data sheet. */
  readonly neighbours: number;
};

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

const known = new Map<string, readonly SheetField[]>();

/** The fields that a label announces; none where it is no label of a data sheet. */
export function fieldsOfLabel(text: string): readonly SheetField[] {
  if (text.length > longestLabel || text.length < 2) return [];
  const bare = bareText(text);
  const cached = known.get(bare);
  if (cached) return cached;
  const found = fieldsOfPlain(plainLabel(bare));
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
  const rows: SheetRow[] = [];
  let table = 0;
  let run: SheetRow[] = [];
  let quiet = 0;
  const closeRun = () => {
    rows.push(...run.map((row) => ({ ...row, neighbours: run.length })));
    run = [];
  };
  const { blocks } = document;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === "page-furniture" || block.kind === "footnote") continue;
    if (block.kind === "table") {
      closeRun();
      const cells = document.tables[table++];
      if (cells) rows.push(...rowsOfTable(cells, points));
      continue;
    }
    const own = rowsOfBlock(block, points);
    const found = own.length > 0 ? own : rowBelow(blocks, i, points);
    if (found.length > 0) {
      run.push(...found);
      quiet = 0;
    } else if (++quiet > 3) closeRun();
  }
  closeRun();
  return rows.filter(({ value }) => !isEmptyValue(value.bare));
}

/** A sheet of more rows than this with labels in its head is a list of evaluations, not the sheet of one. */
const longestHeadedTable = 2;

function rowsOfTable({ rows }: Table, points: CodePoints): readonly SheetRow[] {
  const cells = rows.map((row) => row.cells.map((cell) => ({ cell, fields: fieldsOfLabel(cell.text) })));
  const found: SheetRow[] = [];
  const add = (fields: readonly SheetField[], label: string, value: Stretch) =>
    found.push({ fields, label, value, form: "table", neighbours: 0 });
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
    if (found.length > 0) return found.map((row) => ({ ...row, neighbours: found.length }));
  }
  for (const row of cells)
    for (let c = 0; c < row.length; c++) {
      const { cell, fields } = row[c]!;
      if (fields.length > 0) {
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
  return found.map((row) => ({ ...row, neighbours: found.length }));
}

const longestSheetBlock = 3_000;

function rowsOfBlock(block: Block, points: CodePoints): readonly SheetRow[] {
  if (block.text.length > longestSheetBlock) return [];
  if (!block.text.includes(":") && !block.text.includes("：") && block.spans.length === 0) return [];
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
    const colon = /^([^:：]{2,80}?)\s*[:：](?!\/\/)\s*/u.exec(ahead);
    const gap = isLine ? /^([^:：\t\n]{2,60}?)\t/u.exec(ahead) : null;
    const first = gap && (!colon || gap[0].length < colon[0].length) ? gap : colon;
    if (first === null) continue;
    const fields = fieldsOfLabel(first[1]!);
    // An unknown label at the start of a line ends the value before it.
    const isUnknown =
      fields.length === 0 && isLine && first === colon && /^\p{Lu}[^\n.;,]{1,60}$/u.test(first[1]!.trim());
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

function rowsOfLines(stretch: Stretch, form: SheetRow["form"]): readonly SheetRow[] {
  const labels = labelsIn(stretch);
  const rows = labels.flatMap(({ fields, text, from }, i): readonly SheetRow[] => {
    if (fields[0] === "other") return [];
    let to = labels[i + 1]?.start ?? stretch.text.length;
    // A label inside a line of several ends its value at the full stop before the next.
    if (to < from) to = from;
    const value = cut(stretch, from, to);
    return value.text === "" ? [] : [{ fields, label: text, value, form, neighbours: 0 }];
  });
  return rows.map((row) => ({ ...row, neighbours: rows.length }));
}

const longestValueBelow = 160;
const mostBelow = 12;
/** Fields whose values may fill several lines below their label. */
const manyBelow: readonly SheetField[] = ["evaluators", "countries", "donors"];

/** A label alone on its line, and the line or lines below it. */
function rowBelow(blocks: readonly Block[], at: number, points: CodePoints): readonly SheetRow[] {
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
    if (rowsOfBlock(below, points).length > 0) break;
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
          neighbours: 0,
        },
      ];
}
