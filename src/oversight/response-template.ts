// A management response written on the template "recommendation, responsible unit, response, key actions,
// monitoring status" (IOM's matrix, and others of its make), read from the text of its document.

import type { Verdict } from "#records";
import { statedVerdict } from "./foreign-status.ts";

export type TemplateAction = {
  readonly text: string;
  readonly owner: string | null;
  /** The time frame inside the sentence, in its own words; no day is made of it. */
  readonly printedDue: string | null;
};
export type TemplateResponse = {
  readonly number: string;
  readonly text: string;
  readonly unit: string | null;
  /** The line of the response as printed. */
  readonly printedResponse: string;
  readonly verdict: Verdict | null;
  readonly reason: string | null;
  readonly actions: readonly TemplateAction[];
  /** Monitoring status where one is filled in; the words of the empty form are none. */
  readonly status: string | null;
};

// Misspelt as in the specimen seen ("recommandation"), and in the four languages.
const heading =
  /(?:^|\n)[ \t]*(?:evaluation\s+)?recom+[ae]nda(?:tion|ci[oó]n|ç[aã]o)s?\s*(?:#|n[°ºo]\.?|no\.?)?\s*(\d{1,3})\s*[:.)–-]?\s*(?:\(time 0\))?\s*[:.–-]?/giu;
const unitLine =
  /responsible\s+unit(?:\s*\(s\)|s)?\s*:?|unit[ée]s?\s+responsables?\s*:|unidad(?:es)?\s+responsables?\s*:|unidades?\s+respons[aá]ve(?:l|is)\s*:/iu;
const responseLine =
  /management\s+response\s*[:–—-]+\s*([^\n(]{2,60}?)\s*(?:\(time 1\))?\s*(?=\n|$)|r[ée]ponse\s+de\s+la\s+direction\s*[:–—-]+\s*([^\n]{2,60})|respuesta\s+de\s+la\s+(?:administraci[oó]n|gerencia)\s*[:–—-]+\s*([^\n]{2,60})|resposta\s+da\s+(?:gest[aã]o|administra[cç][aã]o)\s*[:–—-]+\s*([^\n]{2,60})/iu;
const actionsLine =
  /key\s+actions?\s*:?|actions?\s+cl[ée]s?\s*:|acciones\s+clave\s*:|a[çc][oõ]es[- ]chave\s*:/iu;
const statusLine =
  /(?:final\s+)?implementation\s+(?:monitoring\s+)?status\s*[–—-]\s*discarded\s*\/\s*open\s*\/\s*completed\s*:?/iu;

const timeNote = /\(time \d\)\s*:?/giu;
const oneLine = (text: string) => text.replace(timeNote, " ").replace(/\s+/g, " ").trim();

/**
 * The responses on such a template, one for each numbered recommendation; none where the text is no such form.
 *
 * @param text of the document without running heads and feet, lines separated by line breaks
 */
export function readResponseTemplate(text: string): readonly TemplateResponse[] {
  const heads = [...text.matchAll(heading)];
  return heads.flatMap((head, i) => {
    const part = text.slice(head.index + head[0].length, heads[i + 1]?.index ?? text.length);
    const response = responseLine.exec(part);
    if (!response) return [];
    const before = part.slice(0, response.index);
    const after = part.slice(response.index + response[0].length);
    const unitAt = unitLine.exec(before);
    const actionsAt = actionsLine.exec(after);
    const statusAt = statusLine.exec(after);
    const end = statusAt?.index ?? after.length;
    const printedResponse = oneLine(response.slice(1).find((one) => one !== undefined) ?? "");
    const explanation = oneLine(after.slice(0, Math.min(actionsAt?.index ?? end, end)));
    const verdict = statedVerdict(printedResponse);
    return [
      {
        number: head[1]!,
        text: oneLine(before.slice(0, unitAt?.index ?? before.length)),
        unit: unitAt ? oneLine(before.slice(unitAt.index + unitAt[0].length)) || null : null,
        printedResponse,
        verdict,
        reason: /\p{L}{2}/u.test(explanation) ? explanation : null,
        actions: actionsAt ? numberedActions(after.slice(actionsAt.index + actionsAt[0].length, end)) : [],
        status: statusAt ? filledStatus(after.slice(statusAt.index + statusAt[0].length)) : null,
      },
    ];
  });
}

/** Actions `1.`, `2.` … in sequence; a number that breaks the sequence belongs to a sentence. */
function numberedActions(text: string): readonly TemplateAction[] {
  const body = text.replace(timeNote, " ");
  const marks = [...body.matchAll(/(?:^|\n)[ \t]*(\d{1,2})[.)]\s+/g)];
  const starts: { from: number; to: number }[] = [];
  for (const mark of marks)
    if (Number(mark[1]) === starts.length + 1) {
      const last = starts.at(-1);
      if (last) last.to = mark.index;
      starts.push({ from: mark.index + mark[0].length, to: body.length });
    }
  if (starts.length === 0) return oneLine(body) === "" ? [] : [actionOf(oneLine(body))];
  return starts.map(({ from, to }) => actionOf(oneLine(body.slice(from, to))));
}

const frame = /\b\d{1,2}(?:\s*(?:à|a|to|-|–)\s*\d{1,2})?\s*(?:mois|months?|meses)\b[^,.;–—]*/iu;

function actionOf(sentence: string): TemplateAction {
  // Owners follow a dash with a blank behind it; hyphens inside words have none.
  const dash = /\s?[–—]\s+(?=\p{Lu})/u.exec(sentence);
  const text = dash ? sentence.slice(0, dash.index) : sentence;
  const printedDue = frame.exec(text)?.[0].trim() ?? null;
  return {
    text: text.trim(),
    owner: dash
      ? sentence
          .slice(dash.index + dash[0].length)
          .trim()
          .replace(/\.$/, "")
      : null,
    printedDue,
  };
}

/** What is written behind the empty form, up to the next line of the form. */
function filledStatus(text: string): string | null {
  const value = oneLine(text.split(/comments?\s+on\s+implementation|final\s+/iu)[0] ?? "");
  return !/\p{L}{2}/u.test(value) || value.length > 60 ? null : value;
}
