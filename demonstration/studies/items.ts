import type { Localised, MissingReason } from "#kernel";
import type { QuestionAngle, SecurityDimension, VariableKind } from "#records";

/** Part of a micro index an item can be used in: rules and rights, mechanisms, or what came of both. */
export type ItemGroup = "input" | "process" | "outcome";

/** An answer with its code, or the reason why there is none. */
export type Answer = {
  readonly code: string;
  readonly label: Localised;
  readonly missing: MissingReason | null;
};

/** Who is asked: in words, and as a condition of the electronic questionnaire. */
export type Universe = {
  readonly text: Localised;
  /** Answers it hangs on, of which one is enough; none where everybody is asked. */
  readonly relevant: readonly { readonly of: string; readonly test: string }[];
};

export type Place = readonly [SecurityDimension, QuestionAngle, "objective" | "subjective"];

/** A column of a simulated survey: what the dictionary, the questionnaire and the simulation have in common. */
export type Item = {
  readonly file: string;
  readonly name: string;
  readonly kind: VariableKind;
  readonly label: Localised;
  readonly question: Localised | null;
  readonly universe: Universe;
  readonly answers: readonly Answer[];
  readonly concept: string | null;
  readonly unit: string | null;
  readonly place: Place | null;
  readonly group: ItemGroup | null;
  readonly forTables: boolean;
  readonly note: Localised | null;
};

/** A text in the four languages. */
export const text = (en: string, fr: string, es: string, pt: string): Required<Localised> => ({
  en,
  fr,
  es,
  pt,
});

/** An answer of its own words. */
export const answer = (code: string, en: string, fr: string, es: string, pt: string): Answer => ({
  code,
  label: text(en, fr, es, pt),
  missing: null,
});

/** An answer that is a name, the same in each language. */
export const named = (code: string, name: string): Answer => answer(code, name, name, name, name);

export const doesNotKnow = (code = "8"): Answer => ({
  code,
  label: text("Does not know", "Ne sait pas", "No sabe", "Não sabe"),
  missing: "dont-know",
});

export const refused = (code = "9"): Answer => ({
  code,
  label: text("Refused", "Refus de répondre", "Se negó a responder", "Recusou responder"),
  missing: "refused",
});

type Extra = Partial<Pick<Item, "concept" | "unit" | "forTables" | "note" | "group">>;

/** The items of a file: asked ones with their place, others without a question. */
export function itemsOf(file: string) {
  const none = { concept: null, unit: null, place: null, group: null, forTables: false, note: null };
  return {
    /** A question with answers to choose from. */
    choice: (
      name: string,
      universe: Universe,
      place: Place | null,
      label: Localised,
      question: Localised,
      answers: readonly Answer[],
      extra: Extra = {},
    ): Item => ({
      ...none,
      file,
      name,
      kind: "categorical",
      label,
      question,
      universe,
      answers,
      place,
      ...extra,
    }),
    /** A question for a number. */
    number: (
      name: string,
      universe: Universe,
      place: Place | null,
      label: Localised,
      question: Localised | null,
      unit: string,
      extra: Extra & { readonly answers?: readonly Answer[] } = {},
    ): Item => ({
      ...none,
      file,
      name,
      kind: "numeric",
      label,
      question,
      universe,
      answers: [],
      place,
      unit,
      ...extra,
    }),
    /** What the office puts beside the answers: names of rows, the design, weights, groups made from answers. */
    made: (
      name: string,
      kind: VariableKind,
      universe: Universe,
      label: Localised,
      extra: Extra & { readonly answers?: readonly Answer[] } = {},
    ): Item => ({ ...none, file, name, kind, label, question: null, universe, answers: [], ...extra }),
  };
}
