import { fail, ok, problem } from "#kernel";
import { memberParts } from "#reviews";
import { sourceRecord, withKeptFile } from "../../kept-source.ts";
import { readApart } from "../../reading/read-apart.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { reviewToActIn } from "../known-review.ts";
import { addRecords } from "./add-records.ts";
import { recordOfReference } from "./record-of-reference.ts";

const shownOfEach = 200;

/**
 * Records from a file of references: first looked at (`preview`), then added with the search they came from.
 * The file is kept, so that each record leads back to it.
 */
export const importReviewRecords: RouteUseCase<"importReviewRecords"> = async (effects, actor, input) => {
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  return withKeptFile<RouteReply<"importReviewRecords">>(
    effects,
    actor,
    "review.act",
    input,
    input.name,
    async ({ stored, bytes }) => {
      const read = await readApart("references", { bytes, name: input.name }, { limits: effects.reading });
      if (!read.ok) return read;
      const { format, skipped, notices } = read.value;
      const records = read.value.records.map((one) => recordOfReference(one, input.name));
      const answer = {
        format,
        found: records.length,
        withoutAbstract: records.filter(({ abstract }) => !abstract).length,
        withEarlierVerdict: records.filter(({ earlier }) => earlier !== null).length,
        skipped: skipped.slice(0, shownOfEach).map(({ line, text, why }) => ({
          line,
          text: text.slice(0, 200),
          why,
        })),
        skippedInAll: skipped.length,
        notices: notices.slice(0, shownOfEach) as RouteReply<"importReviewRecords">["notices"],
        sample: records.slice(0, 20).map(({ title, year, authors, doi }) => ({
          title,
          year,
          authors: authors.slice(0, 3),
          doi,
        })),
      };
      if (input.preview === "yes") return ok({ ...answer, added: 0, search: null });
      const { state } = known.value;
      if (!memberParts(state, actor.id).includes("owner") && actor.kind !== "operator")
        return fail(
          problem(
            "reviews.not-your-part",
            "Only owners of this review may add records. Ask one of them. Nothing was recorded.",
          ),
        );
      const search = {
        id: input.search ?? `search-${state.records.searches.size + 1}`,
        source: input.source ?? null,
        kind: input.kind,
        name: input.searchName ?? input.name,
        query: input.query ?? null,
        fields: input.fields ?? null,
        date: input.date ?? null,
        hits: input.hits ?? null,
        file: { sha256: stored.sha256, name: input.name, format },
        note: input.note ?? null,
      };
      const { origin } = known.value.head;
      const done = await addRecords(effects, actor, input.id, search, records, async (catalogue) => {
        // Abstracts belong to their publishers: whoever takes part reads them, the public does not.
        await catalogue.sources.add(
          sourceRecord(effects, actor, stored, { name: input.name, origin, tier: "members" }),
        );
      });
      return done.ok ? ok({ ...answer, added: done.value.added, search: search.id }) : done;
    },
  );
};
