// What an evaluation is about and asks: branches of social security, criteria, SDG targets.

import { type Branch, branches, type EvaluationCriterion, evaluationCriteria } from "#records";
import { folded } from "../folded.ts";
import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { cut, type Stretch } from "./stretch.ts";
import { branchNames, branchTerms, criterionTerms } from "./topics.data.ts";

const wordOf = (terms: string, flags: string) => new RegExp(`(?<![\\p{L}-])(?:${terms})(?![\\p{L}])`, flags);

const branchPatterns = branches.map((branch) => ({
  branch,
  pattern: wordOf(branchTerms[branch], "gu"),
}));

const flat = (stretch: Stretch) => stretch.bare.replace(/\s/g, " ");

function branchesIn(
  stretch: Stretch,
): readonly { readonly branch: Branch; readonly at: Stretch; readonly count: number }[] {
  const bare = flat(stretch);
  return branchPatterns.flatMap(({ branch, pattern }) => {
    const matches = [...bare.matchAll(pattern)];
    const first = matches[0];
    if (first === undefined) return [];
    return [{ branch, at: cut(stretch, first.index, first.index + first[0].length), count: matches.length }];
  });
}

/** Mentions in running text that make a branch a theme, and the share of all mentions it needs. */
const themeMentions = 5;
const themeShare = 0.12;

/** Branches of the sheet and title; then those of the summary; then those spoken of again and again. */
export function branchesOf(evidence: Evidence, summary: Stretch | null): readonly Found<Branch>[] {
  const found: Found<Branch>[] = [];
  const take = (stretch: Stretch, confidence: number, where: string) => {
    for (const { branch, at } of branchesIn(stretch))
      found.push({
        value: branch,
        at,
        confidence,
        reason: `“${at.text.replace(/\s+/g, " ")}” (${branchNames[branch]}) ${where}`,
      });
  };
  for (const row of rowsOf(evidence, "branches")) take(row.value, rowConfidence(row), rowReason(row));
  for (const row of rowsOf(evidence, "title", "projectTitle"))
    take(row.value, rowConfidence(row) * 0.95, rowReason(row));
  for (const { stretch, block } of evidence.cover)
    if (block.kind === "heading" || stretch.text.length < 160) take(stretch, 0.86, "on the cover");
  if (summary) take(summary, 0.7, "in the summary");
  const counts = new Map<Branch, { count: number; at: Stretch }>();
  const anyBranch = wordOf(Object.values(branchTerms).join("|"), "u");
  for (const block of evidence.body) {
    if (!anyBranch.test(folded(block.text))) continue;
    for (const { branch, at, count } of branchesIn(evidence.stretchOf(block))) {
      const known = counts.get(branch);
      if (known) known.count += count;
      else counts.set(branch, { count, at });
    }
  }
  const all = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
  for (const [value, { count, at }] of counts)
    if (count >= themeMentions && count >= all * themeShare)
      found.push({
        value,
        at,
        confidence: Math.min(0.66, 0.54 + count / 200),
        reason: `words for ${branchNames[value]} come ${count} times in the text`,
      });
  return found;
}

const criterionPatterns = evaluationCriteria.map((criterion) => ({
  criterion,
  pattern: wordOf(criterionTerms[criterion], "u"),
}));
const criteriaWord = /\bcriteria\b|\bcriteres?\b|\bcriterios?\b|\boecd\b|\bocde\b|\bdac\b|\bcad\b/;
/** Fewer in one sentence are words like others: “impact and sustainability of the scheme”. */
const criteriaOfAList = 3;

function criteriaIn(
  stretch: Stretch,
): readonly { readonly criterion: EvaluationCriterion; readonly at: Stretch }[] {
  const bare = flat(stretch);
  return criterionPatterns.flatMap(({ criterion, pattern }) => {
    const match = pattern.exec(bare);
    return match ? [{ criterion, at: cut(stretch, match.index, match.index + match[0].length) }] : [];
  });
}

/** Criteria of the sheet, of a sentence that lists them as criteria, and of headings named after them. */
export function criteriaOf(evidence: Evidence): readonly Found<EvaluationCriterion>[] {
  const found: Found<EvaluationCriterion>[] = [];
  const take = (stretch: Stretch, confidence: number, reason: string) => {
    for (const { criterion, at } of criteriaIn(stretch))
      found.push({ value: criterion, at, confidence, reason });
  };
  for (const row of rowsOf(evidence, "criteria"))
    if (criteriaIn(row.value).length > 0) take(row.value, rowConfidence(row), rowReason(row));
  for (const { stretch, isOpening } of evidence.statements(criteriaWord))
    if (criteriaIn(stretch).length >= criteriaOfAList)
      take(stretch, isOpening ? 0.9 : 0.8, "in a sentence that lists the criteria");
  for (const { stretch, isOpening } of evidence.statements(wordOf(criterionTerms.effectiveness, "u")))
    if (isOpening && criteriaIn(stretch).length > criteriaOfAList)
      take(stretch, 0.76, "in a sentence of the opening that lists most of the criteria");
  const { blocks } = evidence.document;
  for (const [i, block] of blocks.entries()) {
    // A sentence that leads to a list of criteria.
    if (
      block.text.length > 400 ||
      !block.text.trimEnd().endsWith(":") ||
      !criteriaWord.test(folded(block.text))
    )
      continue;
    const items: Stretch[] = [];
    for (let k = i + 1; k < blocks.length && blocks[k]!.kind === "list-item"; k++)
      items.push(evidence.stretchOf(blocks[k]!));
    const named = items.map((item) => cut(item, 0, 40)).filter((item) => criteriaIn(item).length > 0);
    if (named.length >= 2) for (const item of named) take(item, 0.88, "in the list behind “criteria”");
  }
  const headings =
    evidence.body.length === 0
      ? []
      : blocks.filter(({ kind, text }) => kind === "heading" && text.length < 90);
  const named = headings.flatMap((heading) => criteriaIn(evidence.stretchOf(heading)));
  const distinct = new Set(named.map(({ criterion }) => criterion)).size;
  for (const { criterion, at } of named)
    if (distinct >= 2)
      found.push({
        value: criterion,
        at,
        confidence: distinct >= criteriaOfAList ? 0.86 : 0.68,
        reason: "a section of the report is headed by the criterion",
      });
  return found;
}

const goalWord = "(?:sdgs?|odd|ods|goals?|objectifs?|objetivos?)";
const targetWord = "(?:targets?|cibles?|metas?)";
const number = "(?:1[0-7]|[1-9])\\.(?:1\\d|[1-9]|[a-d])(?![\\d.]|\\w)";
const numbers = `${number}(?:\\s?(?:,|;|and|et|y|e|/|&|,\\s?and)\\s?(?:(?:${goalWord}|${targetWord})\\s){0,2}${number})*`;
const sdg = new RegExp(
  `(?<![\\p{L}])(?:${goalWord}(?:[\\s-]${targetWord})?|${targetWord}(?: of the| des| de los| dos| de l'| de| do)? ?${goalWord}?)(?:\\s(?:no\\.?|n[°º]))?[\\s:(]{1,2}${numbers}`,
  "gu",
);
const isAboutSdgs =
  /\bsdgs?\b|\bodd\b|\bods\b|\bsustainable development goals?\b|\bdeveloppement durable\b|\bdesarrollo sostenible\b|\bdesenvolvimento sustentavel\b|\bagenda 2030\b|\b2030 agenda\b/;

function targetsIn(
  stretch: Stretch,
  pattern: RegExp,
): readonly { readonly value: string; readonly at: Stretch }[] {
  const bare = flat(stretch);
  return [...bare.matchAll(pattern)].flatMap((match) =>
    [...match[0].matchAll(new RegExp(`(?<![\\d.])${number}`, "gu"))].map((own) => ({
      value: own[0],
      at: cut(stretch, match.index + own.index, match.index + own.index + own[0].length),
    })),
  );
}

/** Targets of the sheet; then those printed behind “SDG”, “ODD”, “ODS” or “target” in the text. */
export function sdgTargetsOf(evidence: Evidence): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const row of rowsOf(evidence, "sdgTargets"))
    for (const target of targetsIn(row.value, new RegExp(`(?<![\\d.])${number}`, "gu")))
      found.push({ ...target, confidence: rowConfidence(row), reason: rowReason(row) });
  for (const { stretch, isOpening } of evidence.statements(/\d\.[1-9a-d]/)) {
    const targets = targetsIn(stretch, sdg);
    // “Objective 1.3” of a project is no target of the 2030 Agenda.
    const isSure = isAboutSdgs.test(flat(stretch));
    if (isSure)
      for (const target of targets)
        found.push({
          ...target,
          confidence: isOpening ? 0.75 : 0.62,
          reason: "printed behind the word for the goals",
        });
  }
  return found;
}
