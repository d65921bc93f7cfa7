// From printed fields to their values: what stands in a cell or behind a name, read as one field of a
// recommendation or of an action.

import type { FieldId } from "./field-names.data.ts";
import { datesOf, levelOf, namesOf, numbersAfter, resourcesOf, statusOf, termOf } from "./field-values.ts";
import { folded, foldedInPlace } from "./folded.ts";
import type { KeyAction, Printed, RecommendationFields, ResponseFields } from "./passage-fields.ts";
import type { RawText } from "./raw-text.ts";

/** The words of a stretch, or null where nothing but marks or an empty template stands there. */
export function printedAt(raw: RawText, from: number, to: number): Printed | null {
  const spans = raw.spansOf(from, to);
  const text = raw.text.slice(from, to).trim();
  const said = folded(text)
    .replace(/\(time \d\)|^[\s\W]+$/g, "")
    .trim();
  if (spans.length === 0 || said === "" || isTemplate.test(said)) return null;
  return { printed: text, spans };
}

/** The words of a short value without the full stop that ends their line. */
export function valueAt(raw: RawText, from: number, to: number): Printed | null {
  const said = raw.text.slice(from, to).trimEnd();
  const end = said.length <= shortValue ? from + said.replace(/[.,;]+$/, "").length : to;
  return printedAt(raw, from, end);
}
const shortValue = 120;

/** “discarded/open/completed” is what may be filled in, not what is. */
const isTemplate =
  /^[\s:–—-]*\w+(?: \w+)?(?: ?[/|] ?\w+(?: \w+)?){2,}[\s:]*$|^[\s:.…_–—-]*$|^\W*n ?\/ ?a\W*$/;

export const printedOf = (raw: RawText): Printed | null => printedAt(raw, 0, raw.text.length);

export function timeFrameOf(printed: Printed): NonNullable<RecommendationFields["timeFrame"]> {
  const dates = datesOf(printed.printed);
  return { ...printed, value: termOf(printed.printed), ...(dates === null ? {} : { dates }) };
}

/** What a field says about a recommendation; empty for fields that say nothing about one. */
export function recommendationField(id: FieldId, printed: Printed, header = ""): RecommendationFields {
  const text = printed.printed;
  switch (id) {
    case "addressees":
      return { addressees: { ...printed, value: namesOf(text) } };
    case "priority":
      return { priority: { ...printed, value: levelOf(text) } };
    case "time-frame":
      return { timeFrame: timeFrameOf(printed) };
    case "resources":
      return { resources: { ...printed, value: resourcesOf(text) } };
    case "linked": {
      const said = `${header} ${text}`;
      const conclusions = numbersAfter(said, /conclusion(?:e?s)?|conclus(?:ao|oes)/);
      const findings = numbersAfter(
        said,
        /findings?|constat(?:ation)?s?|hallazgos?|constatac(?:ao|oes)|achados?/,
      );
      return {
        ...(conclusions.length > 0 ? { conclusions: { ...printed, value: conclusions } } : {}),
        ...(findings.length > 0 ? { findings: { ...printed, value: findings } } : {}),
      };
    }
    default:
      return {};
  }
}

/** What a field says about a response as a whole. */
export function responseField(id: FieldId, printed: Printed): Partial<ResponseFields> {
  if (id === "addressees") return { owner: { ...printed, value: namesOf(printed.printed) } };
  if (id === "time-frame") return { timeFrame: timeFrameOf(printed) };
  if (id === "status") return { status: { ...printed, value: statusOf(printed.printed) } };
  return {};
}

const actionNumber = /^\s*(?:\(?([a-z]|[ivx]{1,4})\)|((?:\d{1,2}\.){0,2}\d{1,2}\.?[a-z]?)[.)]?)\s+/i;
/** “… – Programme teams of the two agencies”: the owner stands behind the first dash before a capital. */
const ownerBehind = /\s*[–—]\s*(?=\p{Lu})/u;
const unit = "(?:mois|semaines?|jours|ans?|months?|weeks?|days|years?|meses|semanas?|dias|anos?)";
const anchor =
  "(?:avant|apres|suivant|precedant|before|after|following|prior to|antes|despues|posteriores|siguientes|depois|apos|seguintes)";
const spellOfTime = new RegExp(
  [
    `(?:dans les |within |dentro de |en los |no prazo de |a partir du mois \\d+|\\b)(?:\\d+\\s*(?:a|to|et|-|–|y|e)\\s*)?\\d+\\s*${unit}\\s+(?:de\\s+|du\\s+)?${anchor}[^–—.;,]*`,
    `(?:a partir du|des le|from the|desde el|a partir do|desde o) (?:premier |first |primer |primeiro )?(?:mois|month|mes)\\b(?: \\d+)?[^–—.;,]*`,
    `(?:by|within|before|until|d'ici|avant|au plus tard|a mas tardar|antes de|para|ate)\\s+(?:the end of |fin |finales de |o final de )?(?:\\d+\\s+${unit}|(?:[a-z]{3,10}\\.? (?:de )?)?(?:19|20)\\d\\d)`,
  ].join("|"),
);

/**
 * One action of a response: its number, its words, and the owner and time frame that stand inside the
 * sentence where no column gives them.
 */
export function actionOf(
  raw: RawText,
  given: {
    readonly number?: Printed;
    readonly owner?: Printed | null;
    readonly timeFrame?: Printed | null;
    readonly status?: Printed | null;
  } = {},
): KeyAction | null {
  const match = given.number === undefined ? actionNumber.exec(raw.text) : null;
  const from = match?.[0].length ?? 0;
  const numbered = match === null ? null : printedAt(raw, 0, from);
  const bare = foldedInPlace(raw.text);
  const dash = given.owner === undefined ? ownerBehind.exec(raw.text.slice(from)) : null;
  const end = dash === null ? raw.text.length : from + dash.index;
  const text = printedAt(raw, from, end);
  if (text === null) return null;
  const owner = given.owner ?? (dash === null ? null : printedAt(raw, end + dash[0].length, raw.text.length));
  const spell = given.timeFrame === undefined ? spellOfTime.exec(bare.slice(0, end)) : null;
  const time =
    given.timeFrame ?? (spell === null ? null : printedAt(raw, spell.index, spell.index + spell[0].length));
  const number = given.number ?? numbered;
  return {
    number: number === null ? null : { ...number, value: number.printed.replace(/^\(|[.)\s]+$/g, "") },
    text,
    owner:
      owner === null
        ? null
        : {
            ...owner,
            value: given.owner === undefined ? [owner.printed.replace(/\s+/g, " ")] : namesOf(owner.printed),
          },
    timeFrame: time === null ? null : timeFrameOf(time),
    status: given.status == null ? null : { ...given.status, value: statusOf(given.status.printed) },
  };
}

/** The actions of a cell: one, or several set apart by their numbers or by bullets. */
export function actionsOf(raw: RawText, given: Parameters<typeof actionOf>[1]): readonly KeyAction[] {
  const starts = [
    ...raw.text.matchAll(
      /(?<=^|\n|[.;]\s)\s*(?:(?:\d{1,2}\.){1,2}\d{0,2}[a-z]?\.?|\(?(?:\d{1,2}|[a-z])\)|[•▪■-])\s+(?=\p{Lu})/gu,
    ),
  ];
  if (starts.length < 2) {
    const one = actionOf(raw, given);
    return one === null ? [] : [one];
  }
  return starts.flatMap((start, i) => {
    const from = start.index;
    const to = starts[i + 1]?.index ?? raw.text.length;
    const piece: RawText = {
      text: raw.text.slice(from, to),
      spansOf: (a, b) => raw.spansOf(from + a, Math.min(to, from + b)),
    };
    const action = actionOf(piece, given);
    return action === null ? [] : [action];
  });
}
