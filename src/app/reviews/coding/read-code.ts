import { fail, ok, problem } from "#kernel";
import { branchOf, standingCode } from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { standingTexts } from "./held-text.ts";
import { mayShape, pathOf } from "./read-overview.ts";
import { placing, seenCodings, shownCodes, shownCoding, shownMemos, shownTurns } from "./shown-coding.ts";

/** One code with every passage that carries it or a code below it, report by report in the order of the text. */
export const codedPassages: RouteUseCase<"codedPassages"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const id = standingCode(state, input.code);
  const seen = seenCodings(state, me, readable);
  const codes = shownCodes(state, seen);
  const code = codes.find((one) => one.id === id);
  if (!code)
    return fail(
      problem(
        "reviews.code-unknown",
        `There is no code "${input.code}" in the review ${input.id}; it was removed, or never made. The code tree has what there is.`,
        { field: "code" },
      ),
    );
  const branch = input.below === "yes" ? branchOf(state, id) : new Set([id]);
  const carrying = seen.filter(
    (one) => one.status === "standing" && one.codes.some((own) => branch.has(own)),
  );
  const places = new Map([...state.records.byId.keys()].map((record, at) => [record, at]));
  const from = (one: (typeof carrying)[number]) => one.anchor.spans[0]?.[0] ?? 0;
  const listed = carrying
    .filter((one) => input.record === undefined || one.record === input.record)
    .sort(
      (a, b) =>
        (places.get(a.record) ?? 0) - (places.get(b.record) ?? 0) || from(a) - from(b) || a.event - b.event,
    );
  const shown = listed.slice(input.offset, input.offset + input.limit);
  const titleOf = (record: string) => state.records.byId.get(record)?.record.title ?? "";
  const counts = new Map<string, number>();
  for (const { record } of carrying) counts.set(record, (counts.get(record) ?? 0) + 1);
  const answer = {
    code,
    path: [...pathOf(known.value, id)],
    mergedInto: id === input.code ? null : id,
    total: listed.length,
    byReport: [...counts]
      .sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
      .map(([record, codings]) => ({ record, title: titleOf(record), codings })),
    titles: Object.fromEntries(shown.map(({ record }) => [record, titleOf(record)])),
    codes,
    memos: shownMemos(state, me, (kind, about) => kind === "code" && about === id),
    mayShape: mayShape(known.value),
    turns: shownTurns(state, me),
  };
  const place = placing(
    await standingTexts(
      catalogue,
      shown.map(({ anchor }) => anchor),
    ),
  );
  return ok({ ...answer, codings: shown.map((one) => shownCoding(state, me, one, place(one))) });
};
