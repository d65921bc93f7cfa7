// Type, timing and nature of the evaluation, from the words that report titles and data sheets use.

import type { EvaluationNature, EvaluationTiming, EvaluationType } from "#records";
import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { cut, type Stretch, sentencesOf } from "./stretch.ts";

type Word<Value> = {
  readonly value: Value;
  readonly pattern: RegExp;
  /** The word needs a reading of its own: less sure, and the reason is told. */
  readonly doubt?: string;
  readonly share?: number;
};

const evaluation = "(?:evaluations?|evaluacion|avaliacao|review)";

const timingWords: readonly Word<EvaluationTiming>[] = [
  {
    value: "mid-term",
    pattern:
      /\bmid-?\s?term\b|\bmidline\b|\bmi-?\s?parcours\b|\ba mi-parcours\b|\b(?:evaluation|evaluacion|avaliacao) (?:\S+ )?(?:intermediaire|intermedia|a meio percurso)\b|\bintermediaire\b|\bintermedia\b|\b(?:de )?medio (?:plazo|termino|camino)\b|\bmeio (?:termo|percurso)\b|\bmedio-?termino\b/g,
  },
  { value: "mid-term", pattern: /\binterim\b/g, doubt: "“interim” is the mid-term evaluation" },
  {
    value: "ex-post",
    pattern: /\bex[- ]?post\b|\bposterior al cierre\b|\bretrospective evaluation\b/g,
  },
  { value: "initial", pattern: /\binitial\b|\binitiale\b|\binicial\b|\bex[- ]?ante\b/g },
  {
    value: "final",
    pattern:
      /\bfinale?\b|\bend[- ]of[- ]project\b|\bendline\b|\bterminal\b|\bde fin de (?:projet|proyecto)\b|\ba final\b/g,
  },
];

const natureWords: readonly Word<EvaluationNature>[] = [
  {
    value: "self",
    pattern:
      /\bself-?\s?evaluation\b|\bself\b|\bauto-?\s?e?valuation\b|\bautoevaluacion\b|\bautoavaliacao\b/g,
  },
  {
    value: "joint",
    pattern: /\bjoint (?:\S+ ){0,2}(?:evaluation|review)\b|\bjointly\b|\bconjointe\b|\bconjunta\b|^joint$/g,
  },
  { value: "internal", pattern: /\binternal(?:ly)?\b|\binternes?\b|\binternas?\b/g },
  {
    value: "independent",
    pattern: /\bindependent(?:ly)?\b|\bindependante?s?\b|\bindependientes?\b|\bindependentes?\b/g,
  },
  {
    value: "independent",
    pattern: /\bexternal(?:ly)?\b|\bexternes?\b|\bexternas?\b/g,
    doubt: "“external” is read as independent",
    share: 0.75,
  },
];

const typeWords: readonly Word<EvaluationType>[] = [
  { value: "rbsa", pattern: /\brbsa\b|\bregular budget supplementary account\b/g },
  {
    value: "high-level-strategy",
    pattern:
      /\bhigh[- ]level(?: independent)?(?: strategy)? evaluation\b|\bhigh[- ]level\b|\bstrategy evaluation\b|\bevaluation (?:\S+ )?(?:strategique )?de haut niveau\b|\bevaluacion (?:\S+ )?(?:estrategica )?de alto nivel\b|\bavaliacao (?:\S+ )?(?:estrategica )?de alto nivel\b|\bde (?:haut niveau|alto nivel)\b/g,
  },
  {
    value: "high-level-strategy",
    pattern: /\bevaluation of (?:the )?ilo'?s? strateg(?:y|ies)\b/g,
    share: 0.9,
    doubt: "a strategy of the ILO is evaluated at high level",
  },
  {
    value: "cluster",
    pattern:
      /\bcluster(?:ed)?\b|\bevaluation groupee\b|\b(?:evaluation )?par grappe\b|\bevaluacion (?:agrupada|conjunta por grupos|por conglomerados|de conglomerado)\b|\bagrupada\b/g,
  },
  { value: "thematic", pattern: /\bthematic\b|\bthematique\b|\btematica\b/g },
  {
    value: "country-programme",
    pattern:
      /\bcountry programme (?:review|evaluation)\b|\bdecent work country programme\b|\bcountry[- ]program(?:me)?\b|\bprogramme (?:par|de) pays\b|\bprograma (?:de|por) pais(?:es)?\b|\bprograma nacional\b/g,
  },
  {
    value: "joint",
    pattern:
      /^joint$|\bjoint (?:programme )?evaluation\b|\bevaluation conjointe\b|\b(?:evaluacion|avaliacao) conjunta\b/g,
    share: 0.75,
    doubt: "a joint evaluation is also told by its nature",
  },
  {
    value: "project",
    pattern: new RegExp(
      `\\bof (?:the )?\\S+'s project\\b|\\bproject (?:\\S+ ){0,2}?${evaluation}\\b|^project$|\\b${evaluation} (?:\\S+ ){0,4}?(?:of|du|d'un|de|del|do|de la|des) (?:the |la |le |el |o |un )?(?:project|projet|proyecto|projeto)\\b|\\b(?:de |du |del |do )(?:projet|proyecto|projeto)\\b|^(?:projet|proyecto|projeto)$|\\bproject evaluation\\b|\\bproject$`,
      "g",
    ),
  },
];

function wordsIn<Value>(
  words: readonly Word<Value>[],
  stretch: Stretch,
  confidence: number,
  reason: string,
): readonly Found<Value>[] {
  const flat = { ...stretch, bare: stretch.bare.replace(/\s/g, " ") };
  return words.flatMap(({ value, pattern, doubt, share }) =>
    [...flat.bare.matchAll(pattern)].slice(0, 1).map((match) => ({
      value,
      at: cut(stretch, match.index, match.index + match[0].length),
      confidence: confidence * (share ?? 1),
      reason: doubt ? `${reason}; ${doubt}` : reason,
    })),
  );
}

const isEvaluationWord = /\bevaluation|\bevaluacion|\bavaliacao|\breview\b|\bautoeval|\bautoavali/;
const selfIntroduction =
  /\b(?:this|the present|present) (?:report|document|\S+ ?\S* ?evaluation|\S+ review|synthesis)\b|\b(?:ce|le present) (?:rapport|document)\b|\bla presente evaluation\b|\bcette evaluation\b|\b(?:este|el presente) (?:informe|documento)\b|\b(?:esta|la presente) evaluacion\b|\b(?:este|o presente) (?:relatorio|documento)\b|\b(?:esta|a presente) avaliacao\b|\b(?:final|mid-term|independent|internal|external|joint|self|ex-post|initial|finale|interne|externe|independante|intermediaire|independiente|interna|externa|intermedia|independente|cluster(?:ed)?|thematic)[ -](?:\S+ ){0,3}(?:evaluation|evaluacion|avaliacao|review)\b|\b(?:evaluation|evaluacion|avaliacao) (?:\S+ ){0,2}(?:finale?|a mi-parcours|interne|externe|independante|intermediaire|independiente|interna|externa|intermedia|independente|conjointe|conjunta)\b/;

/** The words beside “evaluation” qualify it; the final report and an independent consultant do not. */
const beside = 48;
function aroundEvaluation(sentence: Stretch): readonly Stretch[] {
  return [
    ...sentence.bare.matchAll(/\b(?:evaluation|evaluacion|avaliacao|autoevaluacion|autoavaliacao|review)\b/g),
  ].map((match) => {
    const before = sentence.bare.slice(Math.max(0, match.index - beside), match.index);
    const clause = Math.max(
      ...[".", ",", ";", ":", "(", ")", "»", "”"].map((mark) => before.lastIndexOf(mark)),
    );
    const start = match.index - before.length + clause + 1;
    // Behind “of” stands what is evaluated.
    const after =
      /^[\s\S]*?(?=[.,;:()«“"]|\s(?:of|for|on|du|des|del|do|da|dos|pour|para|sobre|sur|in|en|em)\s|\s(?:de la|de l'|d'un|d')|$)/.exec(
        sentence.bare.slice(match.index, match.index + match[0].length + beside),
      );
    // “Final report – evaluation of”: the report is final.
    const report = /^\s*(?:final|interim) report\b|^\s*(?:rapport|informe|relatorio) final\b/.exec(
      sentence.bare.slice(start, match.index),
    );
    return cut(
      sentence,
      start + (report?.[0].length ?? 0),
      match.index + (after?.[0].length ?? match[0].length),
    );
  });
}

/** Words of a line that says what kind of evaluation it is and nothing else. */
const kindWords = new Set(
  (
    "ilo the independent final midterm mid term interim country programme decent work internal external joint self " +
    "ex post expost initial cluster clustered thematic high level evaluation evaluations finale conjointe independante " +
    "interne externe a mi parcours intermediaire evaluacion intermedia independiente interna externa conjunta de " +
    "medio plazo termino avaliacao independente intercalar report rapport informe relatorio review project summary " +
    "auto autoevaluation autoevaluacion autoavaliacao d'evaluation l'evaluation"
  ).split(" "),
);

/** Whether a line says what kind of evaluation it is and nothing else: “Final independent evaluation”. */
export const isOnlyAKind = (bare: string): boolean =>
  bare.length < 120 &&
  bare
    .split(/[\s:.()-]+/)
    .filter((word) => word !== "")
    .every((word) => kindWords.has(word));

/** “This report presents the final evaluation ...”: the evaluation that is read. */
const ownWords =
  /\b(?:this|the present) (?:\S+ ){0,4}?(?:evaluation|review|report)\b|\b(?:ce|le present) rapport\b|\b(?:cette|la presente) (?:\S+ )?evaluation\b|\b(?:este|el presente) informe\b|\b(?:esta|la presente) (?:\S+ )?evaluacion\b|\b(?:este|o presente) relatorio\b|\b(?:esta|a presente) (?:\S+ )?avaliacao\b/;
/** Who evaluated, where the evaluation itself is given no word for its nature. */
const independentPeople =
  /\bby (?:an? |the )?(?:\S+ )?(?:independent|indepe ?ndent|external) (?:consultants?|evaluators?|experts?|team)\b|\b(?:par|a|por|pel[oa]) (?:une? |un |des |de |um |uma )?(?:equipe|equipo|equipa|consultante?s?|evaluateurs?|evaluatrices?|experts?|expertes?|consultor(?:a|es|as)?|evaluador(?:a|es|as)?|avaliador(?:a|es|as)?) (?:externe?s?|independante?s?|independientes?|independentes?|extern[oa]s?)\b/;

/** Evaluations to come, earlier ones, and those of a list that is reviewed. */
const ofOthers =
  /\bwill\b|\bshould\b|\bplanned\b|\bfuture\b|\bprevious\b|\bearlier\b|\b(?:of|de|du) (?:19|20)\d\d\b|\bevaluations\b|\bevaluaciones\b|\bavaliacoes\b|\b(?:serv?ira|seront?|devra|prochaine|precedente)\b|\b(?:sera|seran|servira|deberia|permitira|permitiran|proxima|futura|anterior)\b|\b(?:serao|devera|proxima|servirao)\b/;

/** Nothing but an article and words of the kind stands before “evaluation” in its sentence. */
function isSubject(around: Stretch, { bare, points }: Stretch): boolean {
  const word = /\b(?:evaluation|evaluacion|avaliacao|review)\b/.exec(bare);
  if (word === null || around.points[0]! > points[word.index]!) return false;
  const before = bare
    .slice(0, word.index)
    .replace(/\s+/g, " ")
    .replace(/^(?:the|an?|une?|l'|la|le|esta|una|uma|o) ?/, "")
    .trim();
  return before === "" || isOnlyAKind(before);
}

/** Only these stand near “evaluation” without qualifying it. */
const misleading =
  /\bfinal report\b|\brapport final\b|\binforme final\b|\brelatorio final\b|\bindependent (?:consultant|expert|evaluat|office|publication)|\bindependent evaluation office\b|\bfinal beneficiar/;

type Classification = {
  readonly type: readonly Found<EvaluationType>[];
  readonly timing: readonly Found<EvaluationTiming>[];
  readonly nature: readonly Found<EvaluationNature>[];
};

/** Type, timing and nature from the data sheet, the cover, and how the report introduces itself. */
export function classificationOf(evidence: Evidence): Classification {
  const type: Found<EvaluationType>[] = [];
  const timing: Found<EvaluationTiming>[] = [];
  const nature: Found<EvaluationNature>[] = [];
  const take = (stretch: Stretch, confidence: number, reason: string) => {
    type.push(...wordsIn(typeWords, stretch, confidence, reason));
    timing.push(...wordsIn(timingWords, stretch, confidence, reason));
    nature.push(...wordsIn(natureWords, stretch, confidence, reason));
  };
  /** In a title “internally displaced” and “external voting” qualify something else than the evaluation. */
  const takeTitle = (stretch: Stretch, confidence: number, reason: string) => {
    type.push(...wordsIn(typeWords, stretch, confidence, reason));
    const qualifiers = isOnlyAKind(stretch.bare) ? [stretch] : aroundEvaluation(stretch);
    for (const around of qualifiers) {
      timing.push(...wordsIn(timingWords, around, confidence, reason));
      nature.push(...wordsIn(natureWords, around, confidence, reason));
    }
  };
  for (const row of rowsOf(evidence, "classification")) take(row.value, rowConfidence(row), rowReason(row));
  for (const row of rowsOf(evidence, "title")) {
    const before = row.value.bare;
    if (isEvaluationWord.test(before)) takeTitle(row.value, rowConfidence(row) * 0.93, rowReason(row));
  }
  for (const stretch of evidence.cover.flatMap((line) => sentencesOf(line.stretch))) {
    if (!isEvaluationWord.test(stretch.bare) || evidence.rows.some((row) => shares(row.value, stretch)))
      continue;
    if (/\boffice\b|\bofficer\b|\bmanager\b|\bunit\b|\bdivision\b|\bteam\b/.test(stretch.bare)) continue;
    takeTitle(stretch, 0.88, "on the cover");
  }
  for (const { stretch, isOpening } of evidence.statements(selfIntroduction)) {
    if (isOpening && isOnlyAKind(stretch.bare)) {
      take(stretch, 0.85, "a line of the opening that is nothing but the kind of evaluation");
      continue;
    }
    if (!isOpening || misleading.test(stretch.bare) || ofOthers.test(stretch.bare)) continue;
    const isSelf = ownWords.test(stretch.bare.replace(/\s/g, " "));
    // The subject of its sentence, not a thing that is mentioned in passing.
    const around = aroundEvaluation(stretch)[0];
    const timings = new Set(wordsIn(timingWords, stretch, 1, "").map(({ value }) => value));
    // A sentence with two timings compares evaluations.
    if (around && timings.size < 2 && (isSelf || isSubject(around, stretch)))
      take(
        around,
        isSelf ? 0.7 : 0.56,
        isSelf
          ? "in the sentence in which the report introduces itself"
          : "in a sentence of the opening that speaks of the evaluation",
      );
  }
  if (nature.length === 0)
    for (const { stretch, isOpening } of evidence.statements(independentPeople)) {
      const match = independentPeople.exec(stretch.bare.replace(/\s/g, " "));
      if (match && isOpening)
        nature.push({
          value: "independent",
          at: cut(stretch, match.index, match.index + match[0].length),
          confidence: 0.58,
          reason: "the opening calls those who evaluated independent or external",
        });
    }
  if (type.length === 0)
    for (const row of rowsOf(evidence, "projectTitle", "projectSymbols"))
      if (/^(?:.*\b)?(?:project|projet|proyecto|projeto)\b/i.test(row.label))
        type.push({
          value: "project",
          at: row.value,
          confidence: rowConfidence(row) * 0.66,
          reason: `${rowReason(row)}, which names one project as what is evaluated`,
        });
  return { type: agreeing(type), timing: agreeing(timing), nature: agreeing(nature) };
}

/** Sentences of the opening that disagree speak of several evaluations: none of them is this one. */
function agreeing<Value>(found: readonly Found<Value>[]): readonly Found<Value>[] {
  const loose = new Set(found.filter(({ confidence }) => confidence < 0.6).map(({ value }) => value));
  const isSettled = found.some(({ confidence }) => confidence >= 0.8);
  return loose.size > 1 || isSettled ? found.filter(({ confidence }) => confidence >= 0.6) : found;
}

/** Whether a row was read out of this block. */
const shares = (a: Stretch, b: Stretch) =>
  a.points.length > 0 &&
  b.points.length > 0 &&
  b.points[0]! <= a.points[0]! &&
  a.points[0]! <= b.points.at(-1)!;
