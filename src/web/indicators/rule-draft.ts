// What stands in the form of a rule, to the rule as a file has it. The server reads and checks it.

export type RuleDraft = {
  readonly id: string;
  readonly title: string;
  /** `2015` or `2000-2015`. */
  readonly years: string;
  readonly before: string;
  readonly after: string;
  readonly order: string;
  readonly prefer: string;
  readonly ties: string;
  /** One line an indicator, or `*`: `ISI_O_POV: World Bank | SI.POV.NAHC, ILO`. */
  readonly sources: string;
  readonly statuses: string;
  /** One line a cut: `2023`, or `2023: pop`. */
  readonly cuts: string;
  /** Per cent; empty for no minimum. */
  readonly coverage: string;
  readonly below: string;
};

export const emptyRule: RuleDraft = {
  id: "",
  title: "",
  years: "",
  before: "5",
  after: "0",
  order: "source",
  prefer: "nearest",
  ties: "later",
  sources: "",
  statuses: "",
  cuts: "",
  coverage: "",
  below: "flag",
};

const parts = (text: string, by: string): readonly string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** A number where the text is one; else the text, of which the server says what is wrong. */
const numberOr = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;

function yearsOf(text: string): unknown {
  const span = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(text.trim());
  return span ? { from: Number(span[1]), to: Number(span[2]) } : parts(text, ",").map(numberOr);
}

function sourcesOf(text: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parts(text, "\n").map((line) => {
      const colon = line.indexOf(":");
      const [indicator, list] =
        colon < 0 ? ["*", line] : [line.slice(0, colon).trim(), line.slice(colon + 1)];
      return [
        indicator,
        parts(list, ",").map((one) => {
          const [agency = "", series] = parts(one, "|");
          return series === undefined ? agency : { agency, series };
        }),
      ];
    }),
  );
}

/**
 * The rule of a form.
 *
 * @param chosen the indicators ticked; with those that an order of sources names they are all the rule chooses
 */
export function ruleOfDraft(
  draft: RuleDraft,
  chosen: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const sources = sourcesOf(draft.sources);
  const named = Object.keys(sources).filter((indicator) => indicator !== "*");
  const statuses = parts(draft.statuses, ",");
  const after = parts(draft.cuts, "\n").map((line) => {
    const [year = "", series] = parts(line, ":");
    return { year: numberOr(year), ...(series === undefined ? {} : { series }) };
  });
  return {
    id: draft.id.trim(),
    title: draft.title.trim(),
    years: yearsOf(draft.years),
    window: { before: numberOr(draft.before), after: numberOr(draft.after) },
    order: draft.order,
    prefer: draft.prefer,
    ties: draft.ties,
    ...(chosen.length > 0 && { indicators: [...new Set([...chosen, ...named])] }),
    ...(Object.keys(sources).length > 0 && { sources }),
    ...((statuses.length > 0 || after.length > 0) && { without: { statuses, after } }),
    ...(draft.coverage.trim() !== "" && {
      coverage: { minimumShare: Number(draft.coverage) / 100, below: draft.below },
    }),
  };
}
