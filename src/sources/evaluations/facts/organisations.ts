// Donors and the offices around an evaluation, as printed.

import { findArea } from "#kernel";
import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { moneyIn } from "./money.ts";
import type { SheetField } from "./sheet-labels.data.ts";
import { cut, oneLine, type Stretch } from "./stretch.ts";

const longestName = 160;

/** Between donors of a list; `and` only where what follows begins like a name or an article. */
const separators =
  /[;\n\t•|]|,(?=\s)|\s(?:and|et|y|e|und|as well as|ainsi que|así como|bem como)\s(?=(?:(?:by|par|por|pelo|pela)\s)?(?:the\s|les?\s|la\s|l['’]|el\s|los\s|las\s|[oa]s?\s)?["“«]?\p{Lu})|\s?\/\s?(?=\p{Lu}\p{L}{2,}\s)|\s?&\s(?=\p{Lu}\p{L}+\s)/gu;

/** A name that holds an "and" of its own: Ministry of Labour and Social Affairs, Department for Foreign Affairs and Trade. */
const goesOnWithAnd =
  /\b(?:ministry|ministere|ministerio|department|departamento|departement|agency|agence|agencia|directorate|office|secretariat|commission|bureau|fund|fonds) (?:\S+ )*(?:of|for|de|du|da|do|para|des|del)\b[^,;]*$/;

/** The names in a list of organisations, amounts and shares left out. */
export function organisationsIn(
  stretch: Stretch,
  pointParts: boolean,
  linesPart: boolean,
): readonly Stretch[] {
  let hidden = stretch.text.replace(/\n/g, (_, at: number) =>
    linesPart && partsNames(stretch.text, at) ? "\n" : " ",
  );
  for (const { start, end } of moneyIn(stretch, pointParts))
    hidden = hidden.slice(0, start) + ";".repeat(end - start) + hidden.slice(end);
  hidden = hidden
    .replace(/\([\s;:,~≈.–-]*\)/g, (all) => ";".repeat(all.length))
    .replace(/\(?\d+(?:[.,]\d+)? ?(?:%|per ?cent|por ciento|por cento|pour cent)\)?/g, (all) =>
      ";".repeat(all.length),
    )
    // A list inside brackets belongs to the name.
    .replace(/\([^()]*\)/g, (all) => all.replace(/[,;\n\t/&]/g, "_").replace(/ (and|et|y|e) /g, "_$1_"));
  const names: Stretch[] = [];
  let from = 0;
  const bounds = [...hidden.matchAll(separators)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  for (const [start, end] of [...bounds, [hidden.length, hidden.length] as const]) {
    const isAnd = /^\s\p{L}/u.test(hidden.slice(start, end));
    const isGivenBy = /^(?:by|par|por|pel[oa])\s/.test(hidden.slice(end));
    if (isAnd && !isGivenBy && goesOnWithAnd.test(stretch.bare.slice(from, start))) continue;
    // A line end inside a name: what follows has no capital, or the line before ends in a small word.
    if (
      hidden[start] === "\n" &&
      (/^\p{Ll}/u.test(hidden.slice(end)) ||
        /\b(?:of|for|the|de|du|des|la|del|da|do|dos|and|et)$/i.test(hidden.slice(from, start)))
    )
      continue;
    const name = trimmed(cut(stretch, from, start));
    if (name) names.push(name);
    from = end;
  }
  return names;
}

/** A line end parts two names where the line before is one: a country, or closed by its abbreviation. */
function partsNames(text: string, at: number): boolean {
  const before = text.slice(0, at).split("\n").at(-1)!.trim();
  const after = text
    .slice(at + 1)
    .split("\n")[0]!
    .trim();
  const isName = (line: string) =>
    /[)\]]$/.test(line) ||
    findArea(line.replace(/^(?:Government of|Gouvernement de|Gobierno de|Governo de) /, "")) !== null;
  return (
    /^[•·*–-]/u.test(after) ||
    (/^\p{Lu}/u.test(after) && (isName(before) || isName(after)) && !/^[([]/.test(after))
  );
}

function trimmed(piece: Stretch): Stretch | null {
  let name = piece;
  const lead =
    /^(?:[\s:;,.•–-]|(?:by|par|por|pel[oa]|the|les?|la|el|los|las|[oa]s?|and|et|y|e)\s)*(?:l['’](?=\p{Lu}))?/u.exec(
      name.text,
    );
  if (lead) name = cut(name, lead[0].length);
  name = cut(name, 0, name.text.replace(/[\s:;,.–-]+$/u, "").length);
  if (name.text.length < 2 || name.text.length > longestName) return null;
  if (!/\p{Lu}/u.test(name.text) || /^(?:n\/?a|yes|no|total)$/i.test(name.text)) return null;
  return name;
}

/** Verbs of giving, then the givers, up to a verb or a mark that ends the list. */
const fundedBy =
  /\b(?:funded|financed|co-?funded|sponsored|funding (?:was |is )?(?:provided|received)|funds were raised|finance[es]?|cofinancee?|financiad[oa]s?|cofinanciad[oa]s?) (?:\S+ ){0,2}?(?:by|from|par|por|pel[oa]s?)\b|\bwith (?:the )?(?:financial support|funding|funds|financial assistance) (?:of|from)\b|\bavec (?:le (?:soutien|appui) financier|un financement) (?:de|du|des)\b|\bcon (?:el )?(?:apoyo financiero|financiamiento|financiacion) (?:de|del)\b|\bcom (?:o )?(?:apoio financeiro|financiamento) (?:de|do|da)\b/;
const endOfGivers =
  /[.;:]|,?\s(?:and (?:was|is|has|implemented|executed|started|aims|ran|carried)|which|who|that|to\s(?:support|implement|improve|strengthen|the tune)|through|under|with(?:in)?|in (?:the )?(?:amount|period|\d)|for (?:a|an|the) |from \d|between|over|has|was|is|aims?|et (?:mis|execute|vise|a ete|dote|realise)|dote[es]? |qui|dans|pour|avec|entre|sur|y (?:ejecutad|implementad|dotad|se )\S*|que|para|con|durante|entre|e (?:implementad|executad|dotad)\S*|entre|between|com)\s|\s\(?(?=us\$|eur |€)/;
/** What may be funded in a sentence that names the donor of the evaluated project. */
const isAboutTheProject =
  /\b(?:project|programme|program|projet|proyecto|programa|projeto|intervention|initiative|iniciativa|initiatives|fund|funds|phase|fase)\b/;

/** The first word of a giver has a capital, or is an article before one. */
const beginsLikeAName = /^(?:the |l['’]|la |le |les |el |los |las |o |a |os |as )?["“«]?\p{Lu}/u;

export function donorsOf(evidence: Evidence): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const row of rowsOf(evidence, "donors"))
    for (const at of organisationsIn(row.value, evidence.isContinental, true))
      found.push({ value: oneLine(at), at, confidence: rowConfidence(row), reason: rowReason(row) });
  const sources = [
    ...evidence.cover.map(({ stretch }) => ({ stretch, confidence: 0.82, isCover: true })),
    ...evidence.statements(fundedBy).map(({ stretch, isOpening }) => ({
      stretch,
      confidence: isOpening ? 0.72 : 0.52,
      isCover: false,
    })),
  ];
  for (const { stretch, confidence, isCover } of sources) {
    const bare = stretch.bare.replace(/\s/g, " ");
    const match = fundedBy.exec(bare);
    // “It was funded by ...” goes on about what the sentence before named.
    const isAbout = isAboutTheProject.test(bare) || /^(?:it|il|elle|ele|ela) /.test(bare);
    if (!match || (!isCover && !isAbout)) continue;
    const from = match.index + match[0].length;
    const end = endOfGivers.exec(bare.slice(from));
    const givers = cut(stretch, from, end ? from + end.index : stretch.text.length);
    if (!beginsLikeAName.test(givers.text)) continue;
    for (const at of organisationsIn(givers, evidence.isContinental, false))
      found.push({ value: oneLine(at), at, confidence, reason: "named in a sentence that says who funded" });
  }
  return found;
}

type OfficeField = Extract<SheetField, "commissioningOffice" | "administrativeUnit" | "technicalUnit">;

const commissionedBy =
  /\b(?:commissioned|requested|commanditee?|commandee?|encargad[oa]|comisionad[oa]|encomendad[oa]|solicitad[oa]) (?:by|par|por|pel[oa])\b/;

/** One office a row, whole as printed: its name often holds commas. */
export function officeOf(evidence: Evidence, field: OfficeField): readonly Found<string>[] {
  const found = rowsOf(evidence, field).flatMap((row): readonly Found<string>[] => {
    const at = cut(row.value, 0, row.value.text.replace(/[\s.;,]+$/, "").length);
    if (at.text.length > longestName || !/\p{Lu}/u.test(at.text)) return [];
    return [{ value: oneLine(at), at, confidence: rowConfidence(row), reason: rowReason(row) }];
  });
  if (field !== "commissioningOffice") return found;
  const stated = evidence
    .statements(commissionedBy)
    .flatMap(({ stretch, isOpening }): readonly Found<string>[] => {
      const bare = stretch.bare.replace(/\s/g, " ");
      const match = commissionedBy.exec(bare);
      if (
        !match ||
        !/\b(?:evaluation|review|report|evaluacion|avaliacao|rapport|informe|relatorio)\b/.test(
          bare.slice(0, match.index),
        )
      )
        return [];
      const from = match.index + match[0].length;
      const end =
        /[.;]|,\s(?!\p{Lu})|\s(?:and (?:was|is|carried|conducted)|in (?:the )?\d|to (?:assess|evaluate|the)|has|was|which|et (?:a|realisee)|qui|y (?:fue|realizada)|que|e (?:foi|realizada)|between|from|pour|para)\s/u.exec(
          bare.slice(from),
        );
      const at = trimmed(cut(stretch, from, end ? from + end.index : stretch.text.length));
      if (at === null || !beginsLikeAName.test(at.text)) return [];
      return [
        {
          value: oneLine(at),
          at,
          confidence: isOpening ? 0.72 : 0.48,
          reason: "named in a sentence that says who commissioned",
        },
      ];
    });
  return [...found, ...stated];
}
