import { fail, ok, problem, type Result } from "#kernel";
import { readApart } from "../reading/read-apart.ts";
import type { ReadingSettings } from "../settings.ts";

const columnNames = {
  recommendation: [
    "recommendation",
    "recommendation id",
    "recommandation",
    "recomendacion",
    "recomendacao",
    "id",
  ],
  evaluation: ["evaluation", "evaluation id", "evaluacion", "avaliacao"],
  number: ["number", "no", "recommendation number", "numero"],
  response: ["response", "verdict", "management response", "reponse", "respuesta", "resposta"],
  reason: ["reason", "raison", "motif", "razon", "motivo"],
  text: ["text", "response text", "comment", "comments", "commentaire", "comentario"],
  date: ["date", "response date", "fecha", "data"],
  action: ["action", "key action", "accion", "acao"],
  owner: ["owner", "responsible", "responsible unit", "responsable", "responsavel"],
  due: ["due", "due date", "deadline", "echeance", "plazo", "prazo"],
  status: ["status", "implementation status", "statut", "estado"],
  unit: ["unit", "unite", "unidad", "unidade"],
} as const;
type Column = keyof typeof columnNames;
export type ResponseRow = { readonly row: number } & { readonly [K in Column]: string };

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** The rows of a table of responses (CSV or XLSX), by the names of its columns in four languages. */
export async function readResponseTable(
  bytes: Uint8Array,
  name: string,
  limits: ReadingSettings | undefined,
): Promise<Result<readonly ResponseRow[]>> {
  const read = await readApart("workbook", { bytes, name }, { limits });
  if (!read.ok) return read;
  const at = { file: name };
  const [table] = read.value.tables;
  const columnOf = new Map<Column, number>();
  for (const { column, name: printed } of table?.header ?? [])
    for (const [key, names] of Object.entries(columnNames) as [Column, readonly string[]][])
      if (names.includes(folded(printed)) && !columnOf.has(key)) columnOf.set(key, column);
  const tied = columnOf.has("recommendation") || (columnOf.has("evaluation") && columnOf.has("number"));
  if (!table || !tied || !(columnOf.has("response") || columnOf.has("action") || columnOf.has("status")))
    return fail(
      problem(
        "follow-up.responses-unreadable",
        `${name} has the columns ${table?.header.map((one) => one.name).join(", ") || "(none)"}. A table of responses needs recommendation, or evaluation and number, to say what is answered; and response, action or status. Nothing was recorded.`,
        at,
      ),
    );
  const cell = (row: (typeof table.rows)[number], key: Column) => {
    const column = columnOf.get(key);
    return column === undefined ? "" : (row.find((one) => one.column === column)?.text ?? "").trim();
  };
  const rows = table.rows.map((row) => ({
    row: row[0]?.row ?? 0,
    ...(Object.fromEntries(
      (Object.keys(columnNames) as Column[]).map((key) => [key, cell(row, key)]),
    ) as Readonly<Record<Column, string>>),
  }));
  return ok(rows);
}
