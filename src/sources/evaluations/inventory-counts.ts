// Holds what the text says about its list (“24 reports including a HLE and two mid-term evaluations”)
// against the list itself. Differences are shown, not repaired: either side may be right.

import { type Problem, problem } from "#kernel";
import { folded } from "./folded.ts";
import type { InventoryRecord } from "./inventory-record.ts";

const numerals: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  un: 1,
  une: 1,
  una: 1,
  uno: 1,
  um: 1,
  uma: 1,
  two: 2,
  deux: 2,
  dos: 2,
  dois: 2,
  duas: 2,
  three: 3,
  trois: 3,
  tres: 3,
  four: 4,
  quatre: 4,
  cuatro: 4,
  quatro: 4,
  five: 5,
  cinq: 5,
  cinco: 5,
  six: 6,
  seis: 6,
  seven: 7,
  sept: 7,
  siete: 7,
  sete: 7,
  eight: 8,
  huit: 8,
  ocho: 8,
  oito: 8,
  nine: 9,
  neuf: 9,
  nueve: 9,
  nove: 9,
  ten: 10,
  dix: 10,
  diez: 10,
  dez: 10,
};

type Counted = {
  readonly name: string;
  readonly words: string;
  readonly test: (record: InventoryRecord) => boolean;
};

const counted: readonly Counted[] = [
  {
    name: "mid-term",
    words: "mid-?term|interim|(?:evaluations? )?(?:a )?mi-parcours|intermedi[ao]s?|de medio termino",
    test: ({ timing }) => timing === "mid-term",
  },
  {
    name: "high-level",
    words: "hle|high[- ]level|de haut niveau|de alto nivel",
    test: ({ kind }) => kind === "high-level",
  },
  { name: "internal", words: "internal|internes?|internas?", test: ({ nature }) => nature === "internal" },
];

/** Sentences that speak of the whole list: they print its number of rows and say “including”. */
function sentencesAboutList(text: string, rows: number): readonly string[] {
  const whole = new RegExp(`\\b${rows}\\b`);
  return folded(text)
    .split(/(?<=[.!?])\s+/)
    .filter(
      (sentence) => whole.test(sentence) && /\b(?:includ|dont\b|incluy|inclui|compren|compos)/.test(sentence),
    );
}

export function listWarnings(text: string, records: readonly InventoryRecord[]): readonly Problem[] {
  const warnings: Problem[] = [];
  for (const sentence of sentencesAboutList(text, records.length)) {
    const named = counted.map((kind) => ({
      kind,
      match: new RegExp(`\\b(\\d+|${Object.keys(numerals).join("|")})\\s+(?:${kind.words})\\b`).exec(
        sentence,
      ),
    }));
    if (named.every(({ match }) => match === null)) continue;
    for (const { kind, match } of named) {
      const inList = records.filter(kind.test).length;
      if (match === null) {
        if (inList > 0)
          warnings.push(
            problem(
              "evaluations.kind-not-mentioned",
              `The list holds ${inList} ${kind.name} evaluation(s) that the sentence “${sentence.slice(0, 120)}…” does not mention.`,
            ),
          );
        continue;
      }
      const said = numerals[match[1]!] ?? Number(match[1]);
      if (said !== inList)
        warnings.push(
          problem(
            "evaluations.count-differs",
            `The text speaks of ${said} ${kind.name} evaluation(s) (“${match[0]}”), the list of ${records.length} reports has ${inList}.`,
          ),
        );
    }
  }
  return warnings;
}
