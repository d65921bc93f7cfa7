// Evaluators and the manager of the evaluation: names of persons and firms, without titles and roles.

import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { bareText, cut, type Stretch } from "./stretch.ts";

const title =
  "(?:Mr|Mrs|Ms|Mme|Mlle|M|Dr|Dra|Drs|Prof|Professor|Profesor|Professeur|Sr|Sra|Srta|Eng|Ing|Lic|Mag)\\.?ª?";
const particle =
  "(?:de|da|do|dos|das|del|della|der|den|van|von|bin|binti|ben|al|el|la|le|di|du|y|e|ter|ten|san|abu|ibn)";
const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*\\p{L}|\\p{Lu}\\.|\\p{Lu}(?=\\s))";
/** Two words with a capital at least; a lower-case particle only between them. */
const personSource = `${nameWord}(?:[ \\u00a0\\n]+(?:${particle}[ \\n]+){0,2}${nameWord}){1,4}`;
const person = new RegExp(`(?:${title}[ \\u00a0]+)?(${personSource})`, "gu");
const wholePerson = new RegExp(`^(?:${title}\\s+)?(${personSource})$`, "u");
const leadingTitles = new RegExp(`^(?:${title}\\s+)+`, "u");

/** Words that stand beside names and are none. */
const roleWord =
  /\b(?:team|leader|lead|evaluators?|evaluator|consultants?|experts?|specialists?|analysts?|assistants?|officers?|managers?|directors?|coordinators?|researchers?|advis[eo]rs?|senior|junior|national|international|external|internal|independent|principal|methodolog\w*|officer|head|chief|chef|cheffe|equipe|equipo|equipa|evaluateurs?|evaluatrices?|consultante?s?|evaluador(?:a|es|as)?|consultor(?:a|es|as)?|avaliador(?:a|es|as)?|coordinador(?:a)?|lider|responsable|externe|interne|externo|externa|nacional|internacional|internationale?|nationale?|independante?|independiente|independente|division|unit|office|organization|organisation|ministry|university|programme|project|department|evaluation|government|united|nations|international|development|research|regional|monitoring|planning|report|annex|country|fund|contents|reference|management|central|labour|social)\b/;
const firmWord =
  /\b(?:ltd|llc|inc|gmbh|s\.?a\.?r?\.?l?|s\.?l|plc|bv|b\.v|co|consulting|consultants|associates|group|groupe|grupo|institute|instituto|institut|university|universidad|universite|universidade|centre|center|centro|research|services|partners|foundation|fundacion|advisory|solutions|lab|cabinet)\b\.?/;

/** Between names, and between a name and a role. */
const separators =
  /[;\n\t]|,(?!\s*(?:ltd|inc|llc|s\.?a\.?)\b)|\s(?:and|et|y|e|und|with|con|avec|com)\s|\s[–—-]\s|\s?[&|/]\s?|[:：]/gu;

/** The names in a cell or behind a label, as stretches. */
export function namesInList(stretch: Stretch): readonly Stretch[] {
  // What stands in brackets is a role or an office.
  const hidden = stretch.text.replace(/[([][^)\]]*[)\]]?/gu, (brackets) => ";".repeat(brackets.length));
  const lower = hidden
    .replace(/\n(?=\p{Ll})/gu, " ")
    .replace(/\n/g, (_, at: number) => (endsLine(hidden, at) ? "\n" : " "));
  const names: Stretch[] = [];
  let from = 0;
  const bounds = [...lower.matchAll(separators)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  for (const [start, end] of [...bounds, [lower.length, lower.length] as const]) {
    const name = nameIn(cut(stretch, from, start), hidden.slice(from, start));
    if (name) names.push(name);
    from = end;
  }
  return names;
}

/** Whether a line end parts two names: on both sides of it stands a whole one or a role. */
function endsLine(text: string, at: number): boolean {
  const before = text
    .slice(0, at)
    .split(/[;\n\t,:]|\s(?:and|et|y|e)\s/u)
    .at(-1)!
    .trim();
  const after = text
    .slice(at + 1)
    .split(/[;\n\t,:(]|\s(?:and|et|y|e)\s/u)[0]!
    .trim();
  const isWhole = (words: string) =>
    words === "" ||
    wholePerson.test(words) ||
    roleWord.test(bareText(words)) ||
    firmWord.test(bareText(words));
  return isWhole(before) && isWhole(after);
}

function nameIn(piece: Stretch, hidden: string): Stretch | null {
  if (!/\p{L}/u.test(hidden)) return null;
  let bare = cut(piece, 0, piece.text.replace(/[\s.,;:*]+$/, "").length);
  const titles = leadingTitles.exec(bare.text);
  if (titles) bare = cut(bare, titles[0].length);
  bare = cut(bare, /^[\s•·*–-]*/u.exec(bare.text)![0].length);
  // Initials and abbreviations of firms keep their final point.
  if (bare.text.length < 3 || bare.text.length > 80) return null;
  if (
    !/\bevaluation\b|\breference\b|\bcontents\b/.test(bare.bare) &&
    firmWord.test(bare.bare) &&
    /^\p{Lu}/u.test(bare.text) &&
    bare.text.includes(" ") &&
    !isRoleOnly(bare.bare)
  )
    return bare;
  const role = roleWord.exec(bare.bare);
  if (role) {
    // “Ana Ruiz Methodological expert”, “Senior evaluator Ana Ruiz”: the name is before or behind.
    const before = cut(bare, 0, role.index);
    const words = [...bare.bare.matchAll(new RegExp(roleWord.source, "g"))];
    const last = words[words.length - 1]!;
    const behind = cut(bare, last.index + last[0].length);
    return [before, behind].find(({ text }) => wholePerson.test(text)) ?? null;
  }
  if (wholePerson.test(bare.text)) return bare;
  // A name in capitals or a single known name stands in a cell by itself.
  return /^[\p{Lu}][\p{L}.’' -]+$/u.test(bare.text) &&
    bare.text.split(/\s+/).length <= 5 &&
    bare.text.length > 3
    ? bare
    : null;
}

const isRoleOnly = (bare: string) =>
  bare
    .split(/[\s-]+/)
    .every((word) => roleWord.test(word) || /^(?:de|del|do|da|of|the|and|et|y|e|in|for|l'|d'.*)$/.test(word));

const evaluatedBy =
  /\b(?:evaluation|review|report|study|evaluacion|informe|avaliacao|relatorio|rapport|etude|estudio|estudo) (?:\S+ ){0,4}?(?:was |were |has been |a ete |fue |ha sido |foi )?(?:carried out|conducted|undertaken|prepared|written|performed|led|done|authored|realisee?|menee?|conduite?|redigee?|preparee?|elaboree?|realizad[oa]|elaborad[oa]|llevad[oa] a cabo|conducid[oa]|preparad[oa]|redactad[oa]|conduzid[oa]|efetuad[oa]|feit[oa]) (?:\S+ ){0,3}?(?:by|par|por|pel[oa])s?\b|\b(?:evaluation team|team of evaluators|equipe d'evaluation|equipo evaluador|equipo de evaluacion|equip[ea] de avaliacao) (?:was |is |were |est |etait |a ete |estuvo |esta |foi |e |era )?(?:composed of|comprised(?: of)?|consisted of|consisting of|made up of|led by|composee? de|conduite par|dirigee par|compuesto por|integrado por|formado por|liderado por|compost[oa] por|constituid[oa] por|liderad[oa] por|included|includes)\b/;

const managedBy =
  /\b(?:evaluation|review|evaluacion|avaliacao) (?:\S+ ){0,3}?(?:was |has been |a ete |fue |foi )(?:managed|coordinated|supervised|geree|supervisee|coordonnee|gestionad[oa]|supervisad[oa]|coordinad[oa]|gerid[oa]|supervisionad[oa]|coordenad[oa]) (?:by|par|por|pel[oa])\b|\b(?:evaluation manager|gestor(?:a)? de la evaluacion|gestor(?:a)? da avaliacao|responsable de l'evaluation),?\s/;

type Person = readonly Found<string>[];

const nameOf = (stretch: Stretch) => stretch.text.replace(/\s+/g, " ").replace(leadingTitles, "").trim();

/** Names behind the words that lead to them, up to the end of the sentence. */
function personsBehind(sentence: Stretch, lead: RegExp): readonly Stretch[] {
  const match = lead.exec(sentence.bare.replace(/\s/g, " "));
  if (!match) return [];
  const rest = cut(sentence, match.index + match[0].length);
  return [...rest.text.matchAll(person)].flatMap((found) => {
    const start = found.index + found[0].indexOf(found[1]!);
    const name = cut(rest, start, start + found[1]!.length);
    // “the Director of Social Protection”, “the Ministry for ...” are offices.
    if (
      /\b(?:of|for|at|from|in|on|the|del|para|pour|au|aux)\s$/.test(
        rest.bare.slice(Math.max(0, start - 6), start),
      )
    )
      return [];
    if (roleWord.test(name.bare) || /\b(?:ilo|oit|bit|undp|iom|eval|unicef)\b/.test(name.bare)) return [];
    return [name];
  });
}

export function evaluatorsOf(evidence: Evidence): Person {
  const found: Found<string>[] = [];
  for (const row of rowsOf(evidence, "evaluators"))
    for (const at of namesInList(row.value)) {
      const isPerson = wholePerson.test(at.text) || firmWord.test(at.bare);
      const confidence = rowConfidence(row) * (isPerson ? 1 : 0.8);
      // Below a lone heading only what looks like a name is one.
      if (row.form === "below" && !isPerson) continue;
      found.push({ value: nameOf(at), at, confidence, reason: rowReason(row) });
    }
  for (const { stretch } of evidence.cover) {
    const by =
      /^(?:by|prepared by|par|por|elaborado por|preparado por|redige par|evaluator|submitted by)\s*:?\s+/.exec(
        stretch.bare,
      );
    if (!by) continue;
    for (const at of namesInList(cut(stretch, by[0].length)))
      if (wholePerson.test(at.text) || firmWord.test(at.bare))
        found.push({ value: nameOf(at), at, confidence: 0.8, reason: "on the cover behind “by”" });
  }
  for (const { stretch, isOpening } of evidence.statements(evaluatedBy))
    for (const at of personsBehind(stretch, evaluatedBy))
      found.push({
        value: nameOf(at),
        at,
        confidence: isOpening ? 0.75 : 0.6,
        reason: "named in a sentence that says who evaluated",
      });
  return found;
}

export function evaluationManagerOf(evidence: Evidence): Person {
  const found: Found<string>[] = [];
  for (const row of rowsOf(evidence, "evaluationManager"))
    for (const at of namesInList(row.value).slice(0, 2)) {
      if (row.form === "below" && !wholePerson.test(at.text)) continue;
      found.push({ value: nameOf(at), at, confidence: rowConfidence(row), reason: rowReason(row) });
    }
  // “Ana Ruiz / Evaluation Manager”: the role stands below the name.
  const { blocks } = evidence.document;
  for (const [i, block] of blocks.entries()) {
    if (i === 0 || i > 120 || block.text.length > 60) continue;
    const role = block.text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .trim();
    if (
      !/^(?:evaluation manager|gestor(?:a)? de la evaluacion|gestor(?:a)? da avaliacao|responsable de l'evaluation)$/.test(
        role,
      )
    )
      continue;
    const at = evidence.stretchOf(blocks[i - 1]!);
    if (wholePerson.test(at.text) && !roleWord.test(at.bare))
      found.push({
        value: nameOf(at),
        at,
        confidence: 0.8,
        reason: "the line above the role “Evaluation manager”",
      });
  }
  for (const { stretch, isOpening } of evidence.statements(managedBy))
    for (const at of personsBehind(stretch, managedBy).slice(0, 1))
      found.push({
        value: nameOf(at),
        at,
        confidence: isOpening ? 0.72 : 0.55,
        reason: "named in a sentence that says who managed the evaluation",
      });
  return found;
}
