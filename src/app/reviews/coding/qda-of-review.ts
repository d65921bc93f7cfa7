// A review's codes and codings as REFI-QDA has them. Each report is a text with positions in code points; a
// coding of several spans is several selections that say which belong together.

import { codePointsOf } from "#kernel";
import { matrixFields, type RecordMatrix } from "#records";
import { type Code, type Coding, childrenOf, type Memo, type ReviewState } from "#reviews";
import {
  emptyQdaProject,
  type QdaCode,
  type QdaMade,
  type QdaProject,
  type QdaSelection,
  type QdaText,
  qdaGuid,
} from "#sources";
import { nameIn } from "../names.ts";

const guidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What came from elsewhere keeps its GUID; the others get one that is the same in every export. */
export const guidOf = (kind: string, review: string, id: string): string =>
  guidForm.test(id) ? id : qdaGuid(`${kind}:${review}/${id}`);

/** The name of a text in a file, so that it is known again when it comes back. */
export const textGuid = (source: string, textVersion: number): string =>
  qdaGuid(`text:${source}/${textVersion}`);

/** How selections of one coding are told: part of how many, and of which coding. */
const partWords = (part: number, parts: number, guid: string) => `Part ${part} of ${parts} of ${guid}`;
export const partForm = /^Part (\d+) of (\d+) of ([0-9a-f-]{36})$/;

export type ReportText = {
  readonly record: string;
  readonly source: string;
  readonly textVersion: number;
  readonly text: string;
};

export const programName = "Socle";

export function qdaCodes(
  state: ReviewState,
  notesOf: (code: string) => readonly string[] = () => [],
): readonly QdaCode[] {
  const shown = (code: Code): QdaCode => ({
    guid: guidOf("code", state.id, code.id),
    name: code.name,
    isCodable: code.codable,
    colour: code.colour,
    description: code.description === "" ? null : code.description,
    notes: notesOf(code.id),
    children: childrenOf(state, code.id).map(shown),
  });
  return childrenOf(state, null).map(shown);
}

const asText = (value: RecordMatrix[keyof RecordMatrix]): string | null =>
  value === null ? null : Array.isArray(value) ? value.join("; ") || null : String(value);

/**
 * The project of a review: codes, the texts given with the codings given, memos, people, and a case for each
 * report with the columns of the matrix as variables.
 *
 * @param seen codings that may be told; proposals are left out
 * @param texts of the reports, each in the version its codings count in
 */
export function qdaProject(
  state: ReviewState,
  seen: readonly Coding[],
  memos: readonly Memo[],
  texts: readonly ReportText[],
): QdaProject {
  const userGuid = (account: string) => qdaGuid(`user:${account}`);
  const made = (by: string, at: string): QdaMade => ({ by: userGuid(by), at });
  const notes: QdaText[] = [];
  const note = (name: string, text: string, by: string, at: string): string => {
    const guid = qdaGuid(`note:${state.id}/${name}/${by}`);
    notes.push(plainText({ guid, name, text, isInline: true, made: made(by, at) }));
    return guid;
  };
  const noted = new Map<string, string[]>();
  for (const { on, by, at, text } of memos) {
    const key = `${on.kind} ${on.id}`;
    noted.set(key, [...(noted.get(key) ?? []), note(key, text, by, at)]);
  }
  const standing = seen.filter(({ status }) => status === "standing");
  const authors = new Set([...standing.map(({ by }) => by), ...memos.map(({ by }) => by)]);
  const selectionsOf = (one: ReportText): QdaSelection[] => {
    const points = codePointsOf(one.text);
    return standing
      .filter(({ anchor }) => anchor.source === one.source && anchor.textVersion === one.textVersion)
      .flatMap((coding) => {
        const guid = guidOf("coding", state.id, coding.id);
        const { spans } = coding.anchor;
        return spans.map(([start, end], at): QdaSelection => {
          const selection = at === 0 ? guid : qdaGuid(`part:${guid}/${at}`);
          return {
            guid: selection,
            name: points.slice(start, Math.min(end, start + 100)).replace(/\s+/gu, " "),
            description: spans.length > 1 ? partWords(at + 1, spans.length, guid) : null,
            start,
            end,
            codings: coding.codes.map((code) => ({
              guid: qdaGuid(`carried:${selection}/${code}`),
              code: guidOf("code", state.id, code),
              notes: [],
              made: made(coding.by, coding.at),
            })),
            notes:
              at === 0 && coding.memo !== null
                ? [note(`coding ${guid}`, coding.memo, coding.by, coding.at)]
                : [],
            made: made(coding.by, coding.at),
          };
        });
      });
  };
  const variables = matrixFields.map((field) => ({
    guid: qdaGuid(`variable:${field}`),
    name: field,
    type: field === "completed" ? ("Integer" as const) : ("Text" as const),
    description: null,
  }));
  const sources = texts.map((one) => ({
    record: one.record,
    text: plainText({
      guid: textGuid(one.source, one.textVersion),
      name: `${one.record} ${state.records.byId.get(one.record)?.record.title ?? ""}`.trim(),
      text: one.text,
      isInline: false,
      selections: selectionsOf(one),
      notes: noted.get(`record ${one.record}`) ?? [],
    }),
  }));
  const cases = [...new Set(texts.map(({ record }) => record))].map((record) => {
    const matrix = state.records.byId.get(record)?.record.matrix;
    return {
      guid: qdaGuid(`case:${state.id}/${record}`),
      name: record,
      description: state.records.byId.get(record)?.record.title ?? null,
      codes: [],
      values: matrix
        ? variables.map(({ guid, name }) => ({
            variable: guid,
            value: asText(matrix[name as keyof RecordMatrix]),
          }))
        : [],
      sources: sources.filter((one) => one.record === record).map(({ text }) => text.guid),
      selections: [],
    };
  });
  return {
    ...emptyQdaProject(state.members.title || state.id),
    origin: programName,
    users: [...authors].map((account) => ({
      guid: userGuid(account),
      name: nameIn(state, account),
      id: null,
    })),
    codes: qdaCodes(state, (code) => noted.get(`code ${code}`) ?? []),
    variables,
    cases,
    texts: sources.map(({ text }) => text),
    memos: notes,
    notes: noted.get(`review ${state.id}`) ?? [],
  };
}

const plainText = (
  given: Pick<QdaText, "guid" | "name" | "text" | "isInline"> & Partial<QdaText>,
): QdaText => ({
  description: null,
  selections: [],
  codings: [],
  notes: [],
  values: [],
  made: { by: null, at: null },
  changed: { by: null, at: null },
  ...given,
});
