// A qualitative project as REFI-QDA exchanges it: people, codes, texts with coded stretches, memos, sets, cases
// and links. It knows no program's own ways, no file and no XML. Every thing has a GUID, in small letters and
// without braces; references are GUIDs.

export type Guid = string;

/** Who made a thing, and when, as far as the source says. Times are ISO 8601 as printed. */
export type QdaMade = {
  readonly by: Guid | null;
  readonly at: string | null;
};

export type QdaUser = { readonly guid: Guid; readonly name: string | null; readonly id: string | null };

export type QdaCode = {
  readonly guid: Guid;
  readonly name: string;
  /** False for a category that only holds others. */
  readonly isCodable: boolean;
  /** `#rrggbb` or `#rgb`. */
  readonly colour: string | null;
  readonly description: string | null;
  readonly notes: readonly Guid[];
  readonly children: readonly QdaCode[];
};

/** One application of a code. */
export type QdaCoding = {
  readonly guid: Guid;
  readonly code: Guid;
  readonly notes: readonly Guid[];
  readonly made: QdaMade;
};

/** A stretch of a text: code points from `start` up to, not including, `end`. */
export type QdaSelection = {
  readonly guid: Guid;
  readonly name: string | null;
  readonly description: string | null;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly QdaCoding[];
  readonly notes: readonly Guid[];
  readonly made: QdaMade;
};

export const qdaVariableTypes = ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"] as const;
export type QdaVariableType = (typeof qdaVariableTypes)[number];

export type QdaVariable = {
  readonly guid: Guid;
  readonly name: string;
  readonly type: QdaVariableType;
  readonly description: string | null;
};

/** The value as the format writes it: `true`, `12`, `2019-07-31`; null = asked and left empty. */
export type QdaValue = { readonly variable: Guid; readonly value: string | null };

/** A text, or a memo, which the format treats alike. */
export type QdaText = {
  readonly guid: Guid;
  readonly name: string | null;
  readonly description: string | null;
  readonly text: string;
  /** Whether it stands in the project file itself; else in a file of its own beside it. */
  readonly isInline: boolean;
  readonly selections: readonly QdaSelection[];
  /** Of the whole text. */
  readonly codings: readonly QdaCoding[];
  readonly notes: readonly Guid[];
  readonly values: readonly QdaValue[];
  readonly made: QdaMade;
  readonly changed: QdaMade;
};

export type QdaSet = {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string | null;
  readonly codes: readonly Guid[];
  readonly sources: readonly Guid[];
  readonly notes: readonly Guid[];
};

export type QdaCase = {
  readonly guid: Guid;
  readonly name: string | null;
  readonly description: string | null;
  readonly codes: readonly Guid[];
  readonly values: readonly QdaValue[];
  readonly sources: readonly Guid[];
  readonly selections: readonly Guid[];
};

export const qdaDirections = ["Associative", "OneWay", "Bidirectional"] as const;
export type QdaDirection = (typeof qdaDirections)[number];

export type QdaLink = {
  readonly guid: Guid;
  readonly name: string | null;
  readonly direction: QdaDirection | null;
  readonly colour: string | null;
  readonly origin: Guid | null;
  readonly target: Guid | null;
  readonly notes: readonly Guid[];
};

/** What a `.qdc` file holds. */
export type QdaCodebook = {
  /** The program it comes from. */
  readonly origin: string | null;
  readonly codes: readonly QdaCode[];
  /** In a codebook sets hold codes only. */
  readonly sets: readonly QdaSet[];
};

/** What a `.qdpx` file holds. */
export type QdaProject = {
  readonly name: string;
  readonly origin: string | null;
  readonly description: string | null;
  readonly made: QdaMade;
  readonly changed: QdaMade;
  readonly users: readonly QdaUser[];
  readonly codes: readonly QdaCode[];
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly texts: readonly QdaText[];
  readonly memos: readonly QdaText[];
  readonly links: readonly QdaLink[];
  readonly sets: readonly QdaSet[];
  /** Memos about the project as a whole. */
  readonly notes: readonly Guid[];
};

export const qdaNotMade: QdaMade = { by: null, at: null };

/** A project of which nothing is there yet. */
export const emptyQdaProject = (name: string): QdaProject => ({
  name,
  origin: null,
  description: null,
  made: qdaNotMade,
  changed: qdaNotMade,
  users: [],
  codes: [],
  variables: [],
  cases: [],
  texts: [],
  memos: [],
  links: [],
  sets: [],
  notes: [],
});

/** All codes of a tree, each before its children, with how deep it stands (0 at the top). */
export function* allQdaCodes(
  codes: readonly QdaCode[],
  depth = 0,
): Generator<{ readonly code: QdaCode; readonly depth: number }> {
  for (const code of codes) {
    yield { code, depth };
    yield* allQdaCodes(code.children, depth + 1);
  }
}
