// Precision, recall and F1 from counts. What is undefined is null, never 0 or 1.

/** What is counted of one kind; counts of several documents may be added. */
export type Counts = {
  readonly expected: number;
  readonly matched: number;
  /** Found in documents where every passage of the kind is labelled: the ground of precision. */
  readonly found: number;
  readonly foundRight: number;
  /** Sum of the overlaps of the matched pairs whose place is known, and how many these are. */
  readonly overlapSum: number;
  readonly overlapPairs: number;
  /** Matched pairs whose expected passage has a label, and those whose label was found. */
  readonly labelled: number;
  readonly labelsRight: number;
};

export type Figures = {
  readonly expected: number;
  readonly found: number;
  readonly matched: number;
  /** Right ones among those found; null where nothing was found that could be judged. */
  readonly precision: number | null;
  /** Those found among the expected; null where nothing was expected. */
  readonly recall: number | null;
  /** Harmonic mean of the two; null where nothing was expected and nothing found, or precision cannot be judged. */
  readonly f1: number | null;
  /** Mean Jaccard index of letters and digits over the matched pairs. */
  readonly overlap: number | null;
  /** Share of the matched pairs with a printed label whose label is right. */
  readonly labels: number | null;
};

export const noCounts: Counts = {
  expected: 0,
  matched: 0,
  found: 0,
  foundRight: 0,
  overlapSum: 0,
  overlapPairs: 0,
  labelled: 0,
  labelsRight: 0,
};

export function addCounts(list: readonly Counts[]): Counts {
  const names = Object.keys(noCounts) as (keyof Counts)[];
  return Object.fromEntries(
    names.map((name) => [name, list.reduce((sum, counts) => sum + counts[name], 0)]),
  ) as Counts;
}

export function figuresOf(counts: Counts): Figures {
  const precision = ratio(counts.foundRight, counts.found);
  const recall = ratio(counts.matched, counts.expected);
  return {
    expected: counts.expected,
    found: counts.found,
    matched: counts.matched,
    precision,
    recall,
    f1: f1Of(counts, precision, recall),
    overlap: ratio(counts.overlapSum, counts.overlapPairs),
    labels: ratio(counts.labelsRight, counts.labelled),
  };
}

// Nothing found of what was expected, or something found where nothing was: F1 is 0 though one half of it is
// undefined.
function f1Of(counts: Counts, precision: number | null, recall: number | null): number | null {
  if (precision === null && recall === null) return null;
  if (precision === null) return counts.matched === 0 ? 0 : null;
  if (recall === null || precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall);
}

/** The mean over documents, each with the same weight; documents where a figure is undefined are left out. */
export function macroOf(list: readonly Figures[]): Pick<Figures, "precision" | "recall" | "f1"> {
  const mean = (name: "precision" | "recall" | "f1") => {
    const known = list.flatMap((figures) => (figures[name] === null ? [] : [figures[name]]));
    return ratio(
      known.reduce((sum, value) => sum + value, 0),
      known.length,
    );
  };
  return { precision: mean("precision"), recall: mean("recall"), f1: mean("f1") };
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
