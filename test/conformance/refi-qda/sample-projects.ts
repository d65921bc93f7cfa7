// Projects drawn at random, with everything the format can hold and texts as awkward as they come.

import fc from "fast-check";
import { codePointsOf } from "#kernel";
import {
  emptyQdaProject,
  type QdaCode,
  type QdaMade,
  type QdaProject,
  type QdaText,
  type QdaValue,
  qdaGuid,
} from "#sources";

const awkward = fc.constantFrom(
  ..."a é e\u0301 ñ 😀 👩🏽‍🌾 🇧🇴 ﬁ \u200d \u00a0 \u2028 < > & \" ' ]]> &#10; &amp; … 漢字 العربية".split(" "),
  "\r\n",
  "\n",
  "\r",
  "\t",
  " ",
  "\ufeff",
  "a\\b",
  "word ",
);
const text = fc.array(awkward, { maxLength: 30 }).map((pieces) => pieces.join(""));
const words = fc
  .array(fc.constantFrom("Barriers", "Money", "and/or", "A > B", "é😀", '"x"', "<y>", "a\nb", "\t"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => `Name ${list.join(" ")}`);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const time = optional(fc.constantFrom("2026-11-22T14:00:00Z", "2019-01-02T03:04:05.5+01:00"));

/** A project whose GUIDs all lead somewhere; `n` numbers its things. */
export const anyProject: fc.Arbitrary<QdaProject> = fc
  .record({
    name: words,
    description: optional(text),
    codes: fc.array(
      fc.record({
        name: words,
        isCodable: fc.boolean(),
        colour: optional(fc.constantFrom("#46AA00", "#abc")),
        description: optional(text),
        under: fc.nat(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    texts: fc.array(
      fc.record({
        name: optional(words),
        text,
        isInline: fc.boolean(),
        spans: fc.array(
          fc.record({ a: fc.nat(), b: fc.nat(), code: fc.nat(), name: optional(words), at: time }),
          { maxLength: 5 },
        ),
        value: optional(fc.nat()),
      }),
      { maxLength: 4 },
    ),
    memos: fc.array(text, { maxLength: 3 }),
    users: fc.array(optional(words), { maxLength: 2 }),
    at: time,
  })
  .map(({ name, description, codes, texts, memos, users, at }) => {
    const user = users.length === 0 ? null : qdaGuid("user:0");
    const made = (time: string | null): QdaMade => ({ by: user, at: time });
    const memo = (n: number) => (memos.length === 0 ? [] : [qdaGuid(`memo:${n % memos.length}`)]);
    const code = (n: number) => qdaGuid(`code:${n % codes.length}`);
    const variables = (["Text", "Boolean", "Integer", "Float", "Date", "DateTime"] as const).map((type) => ({
      guid: qdaGuid(`variable:${type}`),
      name: `the ${type}`,
      type,
      description: null,
    }));
    const samples: readonly (string | null)[] = ["any\r\nthing ", "true", "-12", "3.5", "2019-07-31", null];
    const value = (n: number): QdaValue => ({
      variable: variables[n % 6]!.guid,
      value: samples[n % 6]!,
    });
    const tree = (parent: number): readonly QdaCode[] =>
      codes.flatMap((one, i) =>
        (i === 0 ? -1 : one.under % (i + 1) === i ? -1 : one.under % (i + 1)) === parent
          ? [
              {
                guid: qdaGuid(`code:${i}`),
                name: one.name,
                isCodable: one.isCodable,
                colour: one.colour,
                description: one.description,
                notes: i === 0 ? memo(i) : [],
                children: tree(i),
              },
            ]
          : [],
      );
    const textOf = (given: (typeof texts)[number], i: number): QdaText => {
      const { length } = codePointsOf(given.text);
      return {
        guid: qdaGuid(`text:${i}`),
        name: given.name,
        description: null,
        text: given.text,
        isInline: given.isInline,
        selections: given.spans.map((span, n) => {
          const [a, b] = [span.a % (length + 1), span.b % (length + 1)];
          return {
            guid: qdaGuid(`selection:${i}:${n}`),
            // The name is a label, or the very text.
            name: n % 2 === 0 ? span.name : codePointsOf(given.text).slice(Math.min(a, b), Math.max(a, b)),
            description: null,
            start: Math.min(a, b),
            end: Math.max(a, b),
            codings: [
              {
                guid: qdaGuid(`coding:${i}:${n}`),
                code: code(span.code),
                notes: memo(n),
                made: made(span.at),
              },
            ],
            notes: memo(n + 1),
            made: made(null),
          };
        }),
        codings:
          i % 2 === 0 ? [{ guid: qdaGuid(`coding:${i}`), code: code(i), notes: [], made: made(at) }] : [],
        notes: memo(i),
        values: given.value === null ? [] : [value(given.value)],
        made: made(at),
        changed: made(null),
      };
    };
    const everyText = texts.map(textOf);
    return {
      ...emptyQdaProject(name),
      origin: "Socle 1",
      description,
      made: made(at),
      users: users.map((one, i) => ({
        guid: qdaGuid(`user:${i}`),
        name: one,
        id: one === null ? null : `u${i}`,
      })),
      codes: tree(-1),
      variables,
      cases: everyText.slice(0, 1).map((one) => ({
        guid: qdaGuid("case:0"),
        name: "A case",
        description: "With a\r\nline",
        codes: [code(0)],
        values: [value(2)],
        sources: [one.guid],
        selections: one.selections.slice(0, 1).map(({ guid }) => guid),
      })),
      texts: everyText,
      memos: memos.map((memo, i) => ({
        guid: qdaGuid(`memo:${i}`),
        name: null,
        description: null,
        text: memo,
        isInline: i % 2 === 0,
        selections: [],
        codings: [],
        notes: [],
        values: [],
        made: made(at),
        changed: made(at),
      })),
      links: everyText.slice(0, 1).map((one) => ({
        guid: qdaGuid("link:0"),
        name: null,
        direction: "OneWay",
        colour: "#abc",
        origin: code(0),
        target: one.guid,
        notes: memo(0),
      })),
      sets: [
        {
          guid: qdaGuid("set:0"),
          name: "A set",
          description: null,
          codes: [code(1), code(0)].filter((guid, i, all) => all.indexOf(guid) === i),
          sources: everyText.map(({ guid }) => guid),
          notes: memo(0),
        },
      ],
      notes: memo(0),
    };
  });
