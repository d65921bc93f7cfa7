// What printed field values mean: levels, terms, verdicts, names and dates, in four languages. What no list
// covers stays null; the printed words are kept beside every value.

import { folded } from "./folded.ts";
import type { ActionStatus, DatedTerm, Level, Term, Verdict } from "./passage-fields.ts";

type Words<T> = readonly (readonly [T, RegExp])[];

const levels: Words<Level> = [
  [
    "high",
    /\b(?:high|hautes?|haut|elevee?s?|alt[ao]s?|elevad[ao]s?|fortes?|critical|critique|critic[ao]|urgente?)\b/,
  ],
  ["medium", /\b(?:medium|moderate|moyen(?:ne)?s?|moderee?s?|medi[ao]s?|moderad[ao]s?|median[ao]s?)\b/],
  ["low", /\b(?:low|minimal|faibles?|basse?s?|bas|baj[ao]s?|baix[ao]s?)\b/],
];
const terms: Words<Term> = [
  [
    "short",
    /\b(?:short|court|cort[ao]|curt[ao]|immediate(?:ly)?|immediat(?:e|ement)?|inmediat[ao]|imediat[ao])\b/,
  ],
  ["medium", /\b(?:medium|mid|moyen|median[ao]|medi[ao])\b/],
  ["long", /\b(?:long|larg[ao]|long[ao])\b/],
];
const none =
  /^\W*(?:none|nil|no(?:t)? (?:additional|foreseen|required|applicable|extra)|without|aucune?s?|pas de|sans|ningun[ao]?|sin |nenhum[ao]?|sem )/;

/** The one value whose words are there; null for none and for several at once. */
function only<T>(words: Words<T>, text: string): T | null {
  const bare = folded(text);
  const found = words.filter(([, pattern]) => pattern.test(bare));
  return found.length === 1 ? found[0]![0] : null;
}

export const levelOf = (text: string): Level | null => only(levels, text);
export const termOf = (text: string): Term | null => only(terms, text);
export const resourcesOf = (text: string): Level | "none" | null =>
  none.test(folded(text)) ? "none" : levelOf(text);

/**
 * Names in a list: set apart by semicolons or bullets, or by commas where there are none of these.
 * “and” is left alone: it stands inside the names of ministries.
 */
export function namesOf(text: string): readonly string[] {
  const isSeparator = /[;•▪]/.test(text) ? /[;•▪]$/ : /,$|\s\/\s$/;
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const unit of text) {
    if (unit === "(") depth++;
    else if (unit === ")") depth = Math.max(0, depth - 1);
    part += unit;
    if (depth > 0 || !isSeparator.test(part.slice(-3))) continue;
    parts.push(part.replace(isSeparator, ""));
    part = "";
  }
  parts.push(part);
  return parts
    .map((name) =>
      name
        .replace(/\s+/g, " ")
        .replace(/^[\s\-–—•:]+|[\s.;,]+$/g, "")
        .replace(/^(?:and|et|y|e)\s+/i, ""),
    )
    .filter((name) => /\p{L}/u.test(name));
}

const partly =
  /\b(?:partial(?:ly)?|partly|in part|partiel(?:le)?(?:ment)?|en partie|en parte|em parte|parcial(?:mente)?|with (?:modifications?|reservations?))\b/;
const recommendationIt =
  "(?:(?:the|this|that|la|cette|l'|esta|essa|a|lo|o) )?(?:(?:first|second|third|fourth|fifth|evaluation|premiere|deuxieme|primera|segunda|primeira) )?(?:recomm?[ae]ndation|recomendacion|recomendacao|analys[ei]s?|analisis|analise|view|opinion|avis|proposal|proposition|propuesta|proposta)";
const denied = "(?:accept|agree|support|endorse|approve|concur|share|follow|subscribe)";
const rejected = new RegExp(
  [
    "\\breject\\w*|\\bdisagree\\w*|\\bdeclin(?:ed|es)\\b|\\boppose[sd]?\\b",
    "\\b(?:is |are )?not (?:accepted|agreed|supported|endorsed|approved)\\b",
    `\\b(?:does|do|did|can|could|will) ?not (?:\\w+ )?${denied}\\b|\\bunable to ${denied}\\b`,
    "\\bpas d'accord\\b|\\ben desaccord\\b|\\ben desacuerdo\\b|\\bem desacordo\\b|\\bdiscord[ao]\\w*",
    "\\b(?:no|nao) (?:esta (?:de )?|puede |pode |se |es |fue |e |foi )?(?:acept|aceit|concord|compart|partilh|aprueb|aprob|aprov|suscrib|subscrev|acog|acolh|acuerdo|acordo|adhier)\\w*",
    "^\\W*(?:desaccord|desacuerdo|desacordo|disagreement)\\b|^\\W*(?:avis )?(?:unfavou?r|defavor|desfavor)\\w*|^\\W*(?:no|non|nao)\\W*$|\\brejet\\w*|\\brefus\\w*|\\brechaz\\w*|\\brejeit\\w*|\\brecusad\\w*",
    "\\bnon (?:accept|retenu|approuv)\\w*|\\b(?:n'est )?pas (?:accept|retenu|approuv)\\w*",
    "\\b(?:ne |n')(?:suit|suivra|partage|souscrit|approuve|retient|accepte|adhere)\\w* pas\\b",
    "\\bne (?:peut|saurait|souhaite|entend) (?:pas )?(?:accept|approuv|suivre|souscri|reten|partag|adher)\\w*",
  ].join("|"),
);
const accepted = new RegExp(
  [
    "\\baccept\\w*|\\bagree[ds]?\\b|\\bconcurs?\\b|\\bendorse[ds]?\\b|\\bapproves?\\b|\\bsupported\\b|\\bsubscribes? to\\b",
    `\\b(?:supports?|welcomes?|shares?|follows?|takes? up|suit|suivra|partage|retient|accueille|fait sienne|comparte|acoge|hace suya|partilha|acolhe|segue|sigue) ${recommendationIt}`,
    "\\bd'accord\\b|\\bapprouve\\w*|\\bsouscri\\w*|\\bavis favorable|^\\W*(?:accord|acuerdo|acordo|agreement)(?=\\s*(?:$|[.,;:(–-]|parti|parci|de princip))|^\\W*(?:\\w+ )?(?:favou?rable|favoravel)\\b|\\bacept\\w*|\\bde acuerdo\\b|\\baprueba\\b|\\bsuscribe\\b",
    "\\baceit\\w*|\\bde acordo\\b|\\bconcord\\w*|\\baprova\\b|\\bsubscreve\\b|^\\W*(?:yes|oui|si|sim)\\b",
  ].join("|"),
);

export type FoundVerdict = { readonly value: Verdict; readonly start: number; readonly end: number };

/** The verdict at the beginning of a response, with its place in the folded text. */
export function verdictIn(foldedText: string): FoundVerdict | null {
  const head = foldedText.slice(0, 220);
  const hits = (
    [
      ["partially-accepted", partly],
      ["rejected", rejected],
      ["accepted", accepted],
    ] as const
  ).flatMap(([value, pattern]) => {
    const match = pattern.exec(head);
    return match === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
  const by = (value: Verdict) => hits.find((hit) => hit.value === value) ?? null;
  const [part, no, yes] = [by("partially-accepted"), by("rejected"), by("accepted")];
  // “accept / partially accept / reject” is the template, not an answer.
  if (part && no && yes && Math.max(part.start, no.start, yes.start) < 60) return null;
  if (no !== null && (yes === null || no.start <= yes.start) && (part === null || no.start <= part.start))
    return no;
  if (
    part !== null &&
    (yes === null || Math.abs(part.start - yes.end) < 25 || Math.abs(yes.start - part.end) < 25)
  )
    return yes === null
      ? part
      : {
          value: "partially-accepted",
          start: Math.min(part.start, yes.start),
          end: Math.max(part.end, yes.end),
        };
  return yes;
}

const statuses: Words<ActionStatus> = [
  [
    "not-started",
    /\b(?:not (?:yet )?(?:started|initiated)|pending|open|non (?:commencee?|demarree?|initiee?)|pas (?:encore )?commenc\w*|en attente|no (?:iniciad[ao]|comenzad[ao])|sin iniciar|pendiente|nao iniciad[ao]|por iniciar|pendente)\b/,
  ],
  [
    "completed",
    /\b(?:completed?|implemented|done|closed|achevee?|terminee?|realisee?|complet(?:ad|ee?)[ao]?|completad[ao]|cumplid[ao]|implementad[ao]|finalizad[ao]|concluid[ao])\b/,
  ],
  [
    "ongoing",
    /\b(?:on-?going|in progress|initiated|partially (?:completed|implemented)|en cours|en curso|en (?:proceso|ejecucion)|em curso|em (?:andamento|execucao)|iniciad[ao])\b/,
  ],
  ["overdue", /\b(?:overdue|delayed|en retard|retrasad[ao]|atrasad[ao])\b/],
  [
    "no-longer-applicable",
    /\b(?:no longer applicable|plus applicable|ya no (?:aplica|procede)|ja nao (?:aplicavel|se aplica))\b/,
  ],
  ["cancelled", /\b(?:cancell?ed|discarded|abandoned|annulee?|abandonnee?|cancelad[ao]|descartad[ao])\b/],
];
export function statusOf(text: string): ActionStatus | null {
  const bare = folded(text);
  return statuses.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

const months =
  "jan(?:uary|vier|eiro)?|feb(?:ruary|rero)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|maio|june?|juin|juni?o|junho|july?|juil(?:let)?|julio|julho|aug(?:ust)?|aout|ago(?:sto)?|sept?(?:ember|embre|iembre|embro)?|set(?:iembre|embro)?|oct(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dic(?:iembre)?|dez(?:embro)?|ene(?:ro)?";
const monthStarts = [
  "jan|ene",
  "feb|fev",
  "mar",
  "apr|avr|abr",
  "may|mai",
  "jun|juin",
  "jul|juil",
  "aug|aou|ago",
  "sep|set",
  "oct|out",
  "nov",
  "dec|dic|dez",
];
const monthNumber = (word: string) =>
  monthStarts.findIndex((starts) => new RegExp(`^(?:${starts})`).test(word)) + 1;
const dated = new RegExp(
  `\\b(${months})\\b\\.?(?:\\s+(?:de\\s+)?(\\d{4}))?|\\b(?:q|t)([1-4])\\s*[/ -]?\\s*(\\d{4})|\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b|\\b((?:19|20)\\d{2})\\b`,
  "g",
);

/** First and last date of a time frame; a first month without year takes the year of the last. */
export function datesOf(text: string): DatedTerm | null {
  const found: { year: string | null; month: number | null; quarter: boolean }[] = [];
  for (const [, month, year, quarter, ofQuarter, , middle, ofDay, alone] of folded(text).matchAll(dated)) {
    // “may” is a month only beside a year or another month.
    if (month !== undefined) found.push({ year: year ?? null, month: monthNumber(month), quarter: false });
    else if (quarter !== undefined)
      found.push({ year: ofQuarter!, month: Number(quarter) * 3, quarter: true });
    else if (ofDay !== undefined) found.push({ year: ofDay, month: Number(middle), quarter: false });
    else if (alone !== undefined) found.push({ year: alone, month: null, quarter: false });
  }
  const last = found.findLast(({ year }) => year !== null);
  if (last === undefined) return null;
  const first = found[0]!;
  const written = ({ year, month }: (typeof found)[number], fallback: string) =>
    month !== null && month >= 1 && month <= 12
      ? `${year ?? fallback}-${String(month).padStart(2, "0")}`
      : (year ?? fallback);
  return {
    start:
      found.length > 1
        ? written(
            { ...first, month: first.quarter && first.month !== null ? first.month - 2 : first.month },
            last.year!,
          )
        : null,
    end: written(last, last.year!),
  };
}

/** Numbers of conclusions or findings named in a text: “Conclusions 3, 8, 10, and 11”. */
export function numbersAfter(text: string, words: RegExp): readonly string[] {
  const bare = folded(text);
  const match = new RegExp(
    `(?:${words.source})\\s*(?:n[o.°]*\\s*)?((?:\\d{1,3}[a-z]?(?:\\s*(?:,|;|and|et|y|e|&|-|–|to)\\s*)*)+)`,
  ).exec(bare);
  return match === null ? [] : (match[1]!.match(/\d{1,3}[a-z]?/g) ?? []);
}
