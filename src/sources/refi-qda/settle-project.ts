// The last steps of reading: positions to code points, and references that lead nowhere taken out.

import { codePointsOf, type Problem, problem } from "#kernel";
import { valueForms } from "./check-project.ts";
import { asTheFormatSays, countingOf, countingWords, type PositionCount, positionMap } from "./positions.ts";
import {
  allQdaCodes,
  type Guid,
  type QdaCoding,
  type QdaMade,
  type QdaProject,
  type QdaText,
  type QdaValue,
} from "./qda-project.ts";
import type { ReadingReport } from "./reading-report.ts";

/** The text a selection names: some programs put it into the name, some into the description. */
const quoteOf = ({ name, description }: QdaText["selections"][number]): string | null => name ?? description;

/** Texts with positions in code points, and how the file had counted them. */
export function settledPositions(
  texts: readonly QdaText[],
  file: string,
  report: ReadingReport,
): { readonly texts: readonly QdaText[]; readonly problems: readonly Problem[] } {
  const printed = texts.map(({ text, selections }) => ({
    text,
    selections: selections.map((one) => ({ start: one.start, end: one.end, quote: quoteOf(one) })),
  }));
  const { count, agreeing, agreeingAsSaid, named } = countingOf(printed);
  const isOwn = countingWords(count) === countingWords(asTheFormatSays);
  const problems = isOwn
    ? []
    : [
        problem(
          "sources.qda-positions-repaired",
          named > 0
            ? `${file} counts positions in ${countingWords(count)}: so ${agreeing} of ${named} selections hold the text they name, against ${agreeingAsSaid} in characters as the format has it. They were converted. Compare a few with the original.`
            : `${file} has positions beyond its texts that fit only if counted in ${countingWords(count)}; no selection names its text to tell for certain. They were converted. Compare a few with the original.`,
          { file },
        ),
      ];
  return { texts: texts.map((text) => withPositions(text, count, report)), problems };
}

function withPositions(text: QdaText, count: PositionCount, report: ReadingReport): QdaText {
  if (text.selections.length === 0) return text;
  const points = codePointsOf(text.text);
  const map = positionMap(text.text, count);
  const place = (position: number): number => {
    const at = map(position);
    return at === null ? (position < 0 ? 0 : points.length) : points.toCodePoint(at);
  };
  const selections = text.selections.flatMap((one) => {
    const printedEnd = count.isEndInclusive ? one.end + 1 : one.end;
    const [first, second] = [place(one.start), place(printedEnd)];
    const [start, end] = first <= second ? [first, second] : [second, first];
    const isOutside = map(one.start) === null || map(printedEnd) === null;
    const isOdd = isOutside || one.start > one.end;
    if (isOdd)
      report.note(
        "sources.qda-positions-doubtful",
        `"${text.name ?? "(no name)"}": ${one.start} to ${one.end} of ${points.length}`,
      );
    return isOutside && start === end ? [] : [{ ...one, start, end }];
  });
  return { ...text, selections };
}

/** The project without references to what is not there. */
export function settledReferences(project: QdaProject, report: ReadingReport): QdaProject {
  const guids = (list: readonly { readonly guid: Guid }[]): ReadonlySet<Guid> =>
    new Set(list.map(({ guid }) => guid));
  const codes = guids([...allQdaCodes(project.codes)].map(({ code }) => code));
  const memos = guids(project.memos);
  const users = guids(project.users);
  const texts = guids(project.texts);
  const everyText = [...project.texts, ...project.memos];
  const selections = guids(everyText.flatMap((text) => text.selections));
  const variables = new Map(project.variables.map((one) => [one.guid, one]));
  const kept = (known: ReadonlySet<Guid>, list: readonly Guid[], what: string): readonly Guid[] =>
    list.filter((guid) => {
      if (known.has(guid)) return true;
      report.note("sources.qda-reference-missing", `${what}: ${guid}`);
      return false;
    });
  const made = (one: QdaMade): QdaMade =>
    one.by === null || users.has(one.by) ? one : { ...one, by: kept(users, [one.by], "a user")[0] ?? null };
  const codings = (list: readonly QdaCoding[]): readonly QdaCoding[] =>
    list.flatMap((one) =>
      kept(codes, [one.code], "a code").length === 0
        ? []
        : [{ ...one, notes: kept(memos, one.notes, "a memo"), made: made(one.made) }],
    );
  const values = (list: readonly QdaValue[]): readonly QdaValue[] =>
    list.flatMap(({ variable, value }) => {
      const known = variables.get(variable);
      if (known === undefined) {
        report.note("sources.qda-reference-missing", `a variable: ${variable}`);
        return [];
      }
      return [{ variable, value: value !== null && valueForms[known.type].test(value) ? value : null }];
    });
  const text = (one: QdaText): QdaText => ({
    ...one,
    selections: one.selections.map((selection) => ({
      ...selection,
      codings: codings(selection.codings),
      notes: kept(memos, selection.notes, "a memo"),
      made: made(selection.made),
    })),
    codings: codings(one.codings),
    notes: kept(memos, one.notes, "a memo"),
    values: values(one.values),
    made: made(one.made),
    changed: made(one.changed),
  });
  const code = (one: QdaProject["codes"][number]): QdaProject["codes"][number] => ({
    ...one,
    notes: kept(memos, one.notes, "a memo"),
    children: one.children.map(code),
  });
  const everything: ReadonlySet<Guid> = new Set([
    ...[
      users,
      codes,
      memos,
      texts,
      selections,
      guids(project.variables),
      guids(project.cases),
      guids(project.sets),
    ].flatMap((set) => [...set]),
    ...everyText.flatMap((one) =>
      [...one.codings, ...one.selections.flatMap((selection) => selection.codings)].map(({ guid }) => guid),
    ),
  ]);
  return {
    ...project,
    made: made(project.made),
    changed: made(project.changed),
    notes: kept(memos, project.notes, "a memo"),
    codes: project.codes.map(code),
    texts: project.texts.map(text),
    memos: project.memos.map(text),
    cases: project.cases.map((one) => ({
      ...one,
      codes: kept(codes, one.codes, "a code"),
      values: values(one.values),
      sources: kept(texts, one.sources, "a source"),
      selections: kept(selections, one.selections, "a selection"),
    })),
    sets: project.sets.map((one) => ({
      ...one,
      codes: kept(codes, one.codes, "a code"),
      sources: kept(texts, one.sources, "a source"),
      notes: kept(memos, one.notes, "a memo"),
    })),
    links: project.links.map((one) => ({
      ...one,
      origin: one.origin === null ? null : (kept(everything, [one.origin], "an end of a link")[0] ?? null),
      target: one.target === null ? null : (kept(everything, [one.target], "an end of a link")[0] ?? null),
      notes: kept(memos, one.notes, "a memo"),
    })),
  };
}
