// What stands in the form of an indicator, to and from the record as a file has it.

import { type Language, languages } from "#kernel";

type Texts = { readonly [L in Language]?: string | undefined };

export type IndicatorDraft = {
  readonly id: string;
  readonly label: Texts;
  readonly definition: Texts;
  readonly form: string;
  readonly level: string;
  readonly group: string;
  readonly type: string;
  readonly direction: string;
  readonly unit: string;
  readonly breakdowns: string;
  /** One source a line, best first: the agency, and its own code after a bar. */
  readonly sources: string;
};

type Record_ = {
  readonly [key: string]: unknown;
  readonly label?: Texts;
  readonly sources?: readonly { readonly agency: string; readonly series?: string }[];
  readonly breakdowns?: readonly string[];
  readonly documentation?: { readonly [heading: string]: { readonly text: Texts; readonly by: string } };
};

const textOf = (value: unknown, otherwise: string): string =>
  value === undefined || value === null ? otherwise : String(value);

/** The form of a record, or of a new indicator when `null`. */
export function draftOf(record: unknown): IndicatorDraft {
  const given = (record ?? {}) as Record_;
  return {
    id: textOf(given["id"], ""),
    label: given.label ?? {},
    definition: given.documentation?.["definition"]?.text ?? {},
    form: textOf(given["form"], "income"),
    level: textOf(given["level"], "national"),
    group: textOf(given["group"], "outcome"),
    type: textOf(given["type"], "ratio"),
    direction: textOf(given["direction"], "1"),
    unit: textOf(given["unit"], "PT"),
    breakdowns: (given.breakdowns ?? ["sex"]).join(", "),
    sources: (given.sources ?? [])
      .map(({ agency, series }) => (series ? `${agency} | ${series}` : agency))
      .join("\n"),
  };
}

const filled = (texts: Texts): Texts =>
  Object.fromEntries(
    languages.flatMap((code) => (texts[code]?.trim() ? [[code, texts[code]!.trim()] as const] : [])),
  );

/** The record of a form; what the form does not show stays as the record had it. */
export function recordOfDraft(draft: IndicatorDraft, record: unknown): unknown {
  const given = (record ?? {}) as Record_;
  const definition = filled(draft.definition);
  const documentation = { ...given.documentation };
  const former = documentation["definition"];
  if (Object.keys(definition).length === 0) delete documentation["definition"];
  else if (JSON.stringify(former?.text) !== JSON.stringify(definition))
    documentation["definition"] = { text: definition, by: "ours" };
  return {
    ...given,
    id: draft.id.trim(),
    label: filled(draft.label),
    form: draft.form,
    level: draft.level,
    group: draft.group,
    type: draft.type,
    direction: Number(draft.direction),
    unit: draft.unit.trim(),
    sources: draft.sources
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [agency = "", series = ""] = line.split("|").map((part) => part.trim());
        return series === "" ? { agency } : { agency, series };
      }),
    breakdowns: draft.breakdowns
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    documentation,
    evidence: given["evidence"] ?? { tag: "own" },
  };
}
