// Data of a study on their way in: what a person says of each file and each variable, as one draft that is
// kept in the browser and goes out as the declaration of an edition.

import type { CallReply, routes } from "#contract";
import type { AnalysisUnit, StudyDesign, StudyVariable } from "#records";

export type Brought = CallReply<typeof routes.uploadMicrodata>;
export type KnownTotal = {
  readonly label: string;
  readonly where: Readonly<Record<string, string>>;
  readonly total: number;
  readonly source: string;
};

export type FileDraft = {
  readonly brought: Brought;
  /** What requests will call it. */
  readonly name: string;
  readonly unit: AnalysisUnit;
  readonly key: readonly string[];
  readonly parent: { readonly file: string; readonly by: readonly string[] } | null;
  readonly design: StudyDesign;
  readonly knownTotals: readonly KnownTotal[];
};

export type EditionDraft = {
  readonly state: "raw" | "edited";
  readonly from: number | null;
  readonly changes: readonly { readonly what: string; readonly why: string }[];
  readonly files: readonly FileDraft[];
  readonly variables: readonly StudyVariable[];
  readonly minimumCases: number;
};

export const emptyDraft: EditionDraft = {
  state: "raw",
  from: null,
  changes: [],
  files: [],
  variables: [],
  minimumCases: 10,
};

const noDesign: StudyDesign = {
  clusters: [],
  strata: [],
  weights: null,
  fpc: [],
  nested: false,
  singleUnit: "fail",
  replicates: null,
};

/** A short name out of the name of a file: `HH data (1).csv` is `hh-data-1`. */
export const shortName = (fileName: string): string =>
  (
    fileName
      .replace(/\.[a-z0-9]+$/i, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ["file"]
  )
    .join("-")
    .slice(0, 40);

/** The draft with a file in it; one of the same name takes the place of the former, what was said of it stays. */
export function withFile(draft: EditionDraft, brought: Brought): EditionDraft {
  const before = draft.files.find((file) => file.brought.name === brought.name);
  const name = before?.name ?? shortName(brought.name);
  const columns = new Set(brought.columns.map((column) => column.name));
  const weight = brought.proposed.find(({ kind }) => kind === "weight")?.name ?? null;
  const file: FileDraft = before
    ? { ...before, brought }
    : {
        brought,
        name,
        unit: /person|member|people/i.test(name)
          ? "person"
          : /worker|employee/i.test(name)
            ? "worker"
            : /enterprise|establishment|firm/i.test(name)
              ? "establishment"
              : "household",
        key: [],
        parent: null,
        design: { ...noDesign, weights: weight },
        knownTotals: [],
      };
  const said = new Map(
    draft.variables.filter((one) => one.file === name).map((one) => [one.name, one] as const),
  );
  return {
    ...draft,
    files: before ? draft.files.map((one) => (one === before ? file : one)) : [...draft.files, file],
    variables: [
      ...draft.variables.filter((one) => one.file !== name),
      ...brought.proposed
        .filter((one) => columns.has(one.name))
        .map(({ reason: _, ...one }): StudyVariable => {
          const variable = said.get(one.name) ?? { ...one, file: name };
          return variable as StudyVariable;
        }),
    ],
  };
}

/** The draft with something else said of one file; variables and files below follow a new name. */
export function withFilePart(draft: EditionDraft, at: string, part: Partial<FileDraft>): EditionDraft {
  const name = part.name ?? at;
  return {
    ...draft,
    files: draft.files.map((file) => {
      if (file.name === at) return { ...file, ...part };
      return file.parent?.file === at ? { ...file, parent: { ...file.parent, file: name } } : file;
    }),
    variables: draft.variables.map((one) => (one.file === at ? { ...one, file: name } : one)),
  };
}

export const withoutFile = (draft: EditionDraft, name: string): EditionDraft => ({
  ...draft,
  files: draft.files
    .filter((file) => file.name !== name)
    .map((file) => (file.parent?.file === name ? { ...file, parent: null } : file)),
  variables: draft.variables.filter((one) => one.file !== name),
});

export const withVariable = (
  draft: EditionDraft,
  of: { readonly file: string; readonly name: string },
  part: Partial<StudyVariable>,
): EditionDraft => ({
  ...draft,
  variables: draft.variables.map((one) =>
    one.file === of.file && one.name === of.name ? { ...one, ...part } : one,
  ),
});

/** The declaration of the edition as the API and the command line take it. */
export function declarationOf(draft: EditionDraft): Readonly<Record<string, unknown>> {
  return {
    state: draft.state,
    from: draft.state === "edited" ? draft.from : null,
    changes: draft.state === "edited" ? draft.changes : [],
    files: draft.files.map(({ brought, ...file }) => ({ ...file, file: brought.name })),
    variables: draft.variables,
    minimumCases: draft.minimumCases,
  };
}

/** Which brought file is meant by each name in the declaration. */
export const broughtOf = ({ files }: EditionDraft) =>
  files.map(({ brought }) => ({ name: brought.name, sha256: brought.sha256 }));

/**
 * The draft with what a declaration says, for the files that were brought: a dictionary written elsewhere
 * need not be typed again.
 *
 * @returns the draft, and names of files of the declaration that were not brought
 */
export function withDeclaration(
  draft: EditionDraft,
  json: unknown,
): { readonly draft: EditionDraft; readonly absent: readonly string[] } | null {
  if (typeof json !== "object" || json === null || !Array.isArray((json as { files?: unknown }).files))
    return null;
  const said = json as Partial<Omit<EditionDraft, "files">> & {
    readonly files: readonly (Partial<FileDraft> & { readonly file?: string })[];
  };
  let next = draft;
  const absent: string[] = [];
  for (const { file, ...part } of said.files) {
    const own = next.files.find(({ brought }) => brought.name === file);
    if (own === undefined) absent.push(file ?? "");
    else
      next = withFilePart(next, own.name, {
        ...part,
        design: { ...own.design, ...part.design },
        parent: part.parent ?? null,
      });
  }
  const declared = new Map((said.variables ?? []).map((one) => [`${one.file}\n${one.name}`, one] as const));
  return {
    absent,
    draft: {
      ...next,
      state: said.state ?? next.state,
      from: said.from ?? null,
      changes: said.changes ?? [],
      minimumCases: said.minimumCases ?? next.minimumCases,
      variables: next.variables.map((one) => ({ ...one, ...declared.get(`${one.file}\n${one.name}`) })),
    },
  };
}

const placeOf = (study: string) => `socle.edition-draft.${study}`;

/** What was left in this browser, or an empty draft; a browser that keeps nothing is no error. */
export function keptDraft(study: string): EditionDraft {
  try {
    const text = localStorage.getItem(placeOf(study));
    return text ? { ...emptyDraft, ...(JSON.parse(text) as EditionDraft) } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(study: string, draft: EditionDraft): void {
  try {
    if (draft.files.length === 0) localStorage.removeItem(placeOf(study));
    else localStorage.setItem(placeOf(study), JSON.stringify(draft));
  } catch {
    // The page goes on without; the declaration can be saved as a file.
  }
}

/** Names as a person types them, parted by commas or blanks. */
export const namesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);
