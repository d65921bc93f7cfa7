// The fields of a passage while they are being gathered, and what its own words add at the end.

import type { PassageKind } from "#records";
import { printedAt, recommendationField } from "./field-reading.ts";
import { levelOf, termOf, verdictIn } from "./field-values.ts";
import { foldedInPlace } from "./folded.ts";
import { lessonNature } from "./lesson-nature.ts";
import type {
  KeyAction,
  LessonFields,
  PassageFields,
  PracticeFields,
  RecommendationFields,
  ResponseFields,
} from "./passage-fields.ts";
import type { RawText } from "./raw-text.ts";

export type Notes = {
  recommendation: RecommendationFields;
  response: Partial<ResponseFields>;
  actions: KeyAction[];
  lesson: LessonFields;
  practice: PracticeFields;
};

export const emptyNotes = (): Notes => ({
  recommendation: {},
  response: {},
  actions: [],
  lesson: {},
  practice: {},
});

/** Adds what is new; what was read first stays. */
export function noted<T extends object>(known: T, more: Partial<T>): T {
  return { ...more, ...known };
}

/** Adds an action or a field to a form whose words run on in the next block. */
const hasAny = (value: object) => Object.keys(value).length > 0;

/**
 * The fields of a finished passage; undefined where the structure gave none.
 *
 * @param raw the passage's own text
 * @param answers label of the recommendation that a response answers
 */
export function fieldsOf(
  kind: PassageKind,
  raw: RawText,
  notes: Notes,
  answers: string | null,
): PassageFields | undefined {
  const recommendation =
    kind === "recommendation" ? noted(notes.recommendation, remarksAtEnd(raw)) : notes.recommendation;
  const response = kind === "management-response" ? responseOf(raw, notes, answers) : null;
  const nature = lessonNature(raw.text);
  const withNature = nature === undefined ? {} : { nature };
  const fields: PassageFields = {
    ...(kind === "recommendation" && hasAny(recommendation) ? { recommendation } : {}),
    ...(response !== null ? { response } : {}),
    // Actions that a table gives beside a recommendation, without a response of its own.
    ...(kind === "recommendation" && notes.actions.length > 0
      ? { response: { ...notes.response, actions: notes.actions } }
      : {}),
    ...(kind === "lesson-learned" && hasAny({ ...notes.lesson, ...withNature })
      ? { lesson: { ...notes.lesson, ...withNature } }
      : {}),
    ...(kind === "good-practice" && hasAny({ ...notes.practice, ...withNature })
      ? { practice: { ...notes.practice, ...withNature } }
      : {}),
  };
  return hasAny(fields) ? fields : undefined;
}

function responseOf(raw: RawText, notes: Notes, answers: string | null): ResponseFields {
  const verdict = verdictIn(foldedInPlace(raw.text));
  const place = verdict === null ? null : printedAt(raw, verdict.start, verdict.end);
  const after =
    verdict === null
      ? 0
      : verdict.end + /^(?:\s*\([^()]{0,30}\))?[\s.:;,–—-]*/u.exec(raw.text.slice(verdict.end))![0].length;
  const comment = printedAt(raw, after, raw.text.length);
  return {
    ...(answers === null ? {} : { answers }),
    ...(verdict === null || place === null ? {} : { verdict: { ...place, value: verdict.value } }),
    ...(comment === null ? {} : { comment }),
    ...notes.response,
    actions: notes.actions,
  };
}

const remarkAtEnd = /[([]([^()[\]]{3,120})[)\]][\s.]*$/u;
const speaksOfPriority = /priorit|prioridad|prioridade/;
const speaksOfTerm = /term|terme|plazo|prazo/;

/** “(High priority, short term)” behind a recommendation. */
function remarksAtEnd(raw: RawText): RecommendationFields {
  const match = remarkAtEnd.exec(raw.text);
  if (match === null) return {};
  return remarkFields(raw, match.index + 1, match.index + 1 + match[1]!.length);
}

/** What a remark in parentheses says about a recommendation. */
export function remarkFields(raw: RawText, from: number, to: number): RecommendationFields {
  const printed = printedAt(raw, from, to);
  if (printed === null) return {};
  const bare = foldedInPlace(printed.printed);
  const fields: RecommendationFields = {};
  const priority =
    speaksOfPriority.test(bare) && levelOf(bare) !== null ? recommendationField("priority", printed) : {};
  const term =
    speaksOfTerm.test(bare) && termOf(bare) !== null ? recommendationField("time-frame", printed) : {};
  return { ...fields, ...priority, ...term };
}
