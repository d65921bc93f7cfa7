// Countries and regions of the evaluation: of the sheet, the title, the symbol and the sentence that states
// the scope. A country that running text merely mentions is not one of the evaluation's.

import { type Area, areaByCode, findArea } from "#kernel";
import type { EvaluationRegion } from "#records";
import { countryCodes, regionCodes, regionWords } from "../area-codes.data.ts";
import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { cut, type Stretch } from "./stretch.ts";
import { iloSymbolsIn } from "./symbols.ts";

/** Words of the longest name looked for: “United Kingdom of Great Britain and Northern Ireland”. */
const longestName = 9;
/** Between two words of one name. */
const inName = /^(?:[\s\u00a0]+|-|['’]|\s?\(|\)\s?|\.\s)$/u;

export type NamedPlace = {
  readonly area: Area;
  readonly at: Stretch;
  readonly start: number;
  readonly end: number;
};

/** Countries named in a phrase or sentence, the longest name at each place. */
export function countriesIn(stretch: Stretch): readonly NamedPlace[] {
  const words = [...stretch.text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const places: NamedPlace[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 0;
    if (/\p{Lu}/u.test(stretch.text[words[i]!.start]!)) {
      let last = i;
      while (
        last + 1 < words.length &&
        last - i + 1 < longestName &&
        inName.test(stretch.text.slice(words[last]!.end, words[last + 1]!.start))
      )
        last++;
      for (; last >= i && taken === 0; last--) {
        const start = words[i]!.start;
        let end = words[last]!.end;
        let name = stretch.text.slice(start, end);
        if (name.includes("(") && !name.includes(")")) {
          if (stretch.text[end] !== ")") continue;
          name += ")";
          end++;
        }
        // Names of two and three letters are codes and abbreviations.
        if (
          name.length <= 3 ||
          (name.length === 4 &&
            name === name.toUpperCase() &&
            !/[aeiou]{2}|^(?:PERU|CHAD|MALI|CUBA|FIJI|IRAN|IRAQ|OMAN|TOGO|LAOS)$/i.test(name))
        )
          continue;
        const area = findArea(name.replace(/[\n\t]/g, " "));
        if (area === null || area.kind === "region" || isLoose(stretch.bare.slice(start, end))) continue;
        taken = last - i + 1;
        places.push({ area, at: cut(stretch, start, end), start, end });
      }
    }
    i += taken || 1;
  }
  return places;
}

const article = /^(?:and|et|y|e|the|la|le|les|los|las|o|os|as|l)[\s']/;

/** Names are found without regard to articles and “and”: here neither may hang on at the ends. */
const isLoose = (bare: string): boolean =>
  /[\s'](?:and|et|y|e|of|de|du|la|le|the|l)$/.test(bare) ||
  (article.test(bare) && findArea(bare.replace(article, "").replace(article, "")) !== null);

/** DRC, USA and Lao PDR count where the whole item of a list is the abbreviation. */
function abbreviationsIn(stretch: Stretch): readonly { readonly area: Area; readonly at: Stretch }[] {
  return [...stretch.text.matchAll(/[^,;/\n\t()]+/gu)].flatMap((match) => {
    const at = cut(stretch, match.index, match.index + match[0].length);
    if (at.text.length > 4 || at.text.length < 2 || at.text !== at.text.toUpperCase()) return [];
    const area = findArea(at.text);
    return area === null || area.kind === "region" ? [] : [{ area, at }];
  });
}

/** Words before a country that make it the giver, the seat or a name: not where the work was done. */
const notTheScope =
  /(?:\b(?:funded|financed|supported|sponsored|finance|financee?|financiad[oa]|apoyad[oa]|apoiad[oa]) (?:by|par|por|pelo|pela)(?: \S+){0,6}|\bgovernment of(?: the)?|\bgouvernement (?:de |du |des )(?:la |l')?|\bgobierno (?:de |del )(?:la |los )?|\bgoverno (?:de |do |da )?|\bembassy of|\b(?:return\w*|refugees|migrants|seekers) from(?: the)?|\bgeneva,?|\bgeneve,?|\bginebra,?|\bgenebra,?|\/)\s*$/;

/** Country given by the area code of an ILO symbol: PAK/13/01/HSF. */
function countryOfSymbol(code: string): Area | null {
  if (regionCodes[code] !== undefined) return null;
  const area = areaByCode(countryCodes[code] ?? code);
  return area === null || area.kind === "region" ? null : area;
}

const scopeSentence =
  /\b(?:evaluation|review|assessment|project|programme|program|intervention) (?:\S+ ){0,6}?(?:covers|covered|covering|was implemented in|is implemented in|were implemented in|implemented in|operates in|operated in|took place in|focuses on|focused on|was carried out in)\b|\b(?:geographic(?:al)?|country) (?:scope|coverage)\b|\b(?:evaluation|projet|programme) (?:\S+ ){0,6}?(?:couvre|a couvert|porte sur|mis en oeuvre (?:en|au|aux|dans|a)|concerne)\b|\bcouverture geographique\b|\b(?:evaluacion|proyecto|programa) (?:\S+ ){0,6}?(?:abarca|abarco|cubre|cubrio|se (?:ejecuto|implemento|ejecuta|implementa|desarrollo) en|ejecutado en|implementado en)\b|\b(?:cobertura|ambito|alcance) geografico?a?\b|\b(?:avaliacao|projeto|programa) (?:\S+ ){0,6}?(?:abrange|abrangeu|cobre|cobriu|foi (?:implementado|executado) (?:em|no|na|nos|nas)|implementado em|executado em)\b|\babrangencia geografica\b/;

const comparison =
  /\b(?:such as|compared|unlike|neighbou?ring|like other|similar to|comme d'autres|como otros|a diferencia|ao contrario)\b/;

type Places = {
  readonly countries: readonly Found<string>[];
  readonly regions: readonly Found<EvaluationRegion>[];
};

export function placesOf(evidence: Evidence): Places {
  const countries: Found<string>[] = [];
  const regions: Found<EvaluationRegion>[] = [];
  const take = (stretch: Stretch, confidence: number, reason: string, isCell = false) => {
    for (const { area, at, start } of countriesIn(stretch)) {
      if (!isCell && notTheScope.test(stretch.bare.slice(Math.max(0, start - 80), start))) continue;
      countries.push({ value: area.code, at, confidence, reason });
    }
    if (isCell)
      for (const { area, at } of abbreviationsIn(stretch))
        countries.push({ value: area.code, at, confidence, reason });
  };
  const takeRegion = (stretch: Stretch, confidence: number, reason: string) => {
    let bare = stretch.bare.replace(/\s/g, " ");
    for (const { pattern, region } of [...regionWords, ...worldWords]) {
      const match = pattern.exec(bare);
      if (!match) continue;
      // Central Asia is Asia no more.
      bare =
        bare.slice(0, match.index) + "_".repeat(match[0].length) + bare.slice(match.index + match[0].length);
      // Central Africa and South Africa are found as countries or parts; a country's own name is no region.
      const at = cut(stretch, match.index, match.index + match[0].length);
      const inside = countriesIn(stretch).some(({ start, end }) => start <= match.index && match.index < end);
      if (!inside) regions.push({ value: region, at, confidence, reason });
    }
  };
  for (const row of rowsOf(evidence, "countries", "regions")) {
    take(row.value, rowConfidence(row), rowReason(row), true);
    takeRegion(row.value, rowConfidence(row), rowReason(row));
  }
  for (const row of rowsOf(evidence, "title", "projectTitle")) {
    take(row.value, rowConfidence(row) * 0.9, rowReason(row));
    takeRegion(row.value, rowConfidence(row) * 0.9, rowReason(row));
  }
  const isRow = (stretch: Stretch) =>
    evidence.rows.some(({ value }) => stretch.points.includes(value.points[0]!));
  for (const { block, stretch } of evidence.cover) {
    if (isRow(stretch)) continue;
    // Beside the title the cover has places, addresses and disclaimers.
    const isLine = block.kind === "heading" || titleWords.test(stretch.bare) || isOnlyACountry(stretch);
    if (!isLine) continue;
    const reason = block.kind === "heading" ? "in a heading of the cover" : "in a line of the cover";
    take(stretch, 0.85, reason);
    takeRegion(stretch, 0.78, reason);
  }
  for (const row of rowsOf(evidence, "projectSymbols", "projectTitle", "title"))
    takeSymbols(row.value, rowConfidence(row) * 0.82, countries, regions);
  for (const { stretch } of evidence.cover) takeSymbols(stretch, 0.7, countries, regions);
  for (const { stretch, isOpening } of evidence.statements(scopeSentence))
    if (!comparison.test(stretch.bare)) {
      const match = scopeSentence.exec(stretch.bare.replace(/\s/g, " "));
      const from = match ? match.index + match[0].length : 0;
      const rest = cut(stretch, from);
      // Far behind the verb begins another thought.
      const near = cut(rest, 0, 260);
      take(near, isOpening ? 0.7 : 0.55, "in a sentence that states the scope");
      if (isOpening) takeRegion(near, 0.6, "in a sentence that states the scope");
    }
  for (const { value, at, confidence } of countries) {
    const region = areaByCode(value)?.iloRegion;
    if (region)
      regions.push({ value: region, at, confidence: confidence * 0.85, reason: `region of ${value}` });
  }
  return { countries, regions };
}

const titleWords =
  /^(?![\s\S]*\b(?:office|officer|manager|unit|division|group|team|oficina|bureau|gerente)\b)[\s\S]*\b(?:evaluation|evaluacion|avaliacao|review)\b/;

const worldWords: readonly { readonly pattern: RegExp; readonly region: EvaluationRegion }[] = [
  {
    pattern:
      /\b(?:south|central) america\b|\bamerica (?:del sur|do sul|central)\b|\bamerique (?:du sud|centrale)\b|\bmercosu[rl]\b/,
    region: "americas",
  },
  { pattern: /\bbalkans?\b|\bbalcanes\b|\bbalcas\b/, region: "europe-central-asia" },
  {
    pattern:
      /\bglobal(?:e|ly)?\b(?! goal| programme on)|\binter-?regional\b|\bworld-?wide\b|\bmondiale?\b|\bmundial\b|\binterregionale\b|\binter-regional\b/,
    region: "global-interregional",
  },
];

/** Whether a line names a country and nothing else. */
export function isOnlyACountry(stretch: Stretch): boolean {
  const [first] = countriesIn(stretch);
  return first !== undefined && first.end - first.start >= stretch.text.replace(/[\s.,:()]+$/, "").length - 2;
}

function takeSymbols(
  stretch: Stretch,
  confidence: number,
  countries: Found<string>[],
  regions: Found<EvaluationRegion>[],
): void {
  for (const { value, at, area } of iloSymbolsIn(stretch)) {
    if (value.isPlaceholder) continue;
    const country = countryOfSymbol(area);
    const region = regionCodes[area];
    if (country)
      countries.push({
        value: country.code,
        at,
        confidence,
        reason: `the project symbol ${value.symbol} begins with the country’s code`,
      });
    if (region)
      regions.push({
        value: region,
        at,
        confidence,
        reason: `the project symbol ${value.symbol} begins with the region’s code`,
      });
  }
}
