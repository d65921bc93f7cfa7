import { fail, ok, problem } from "#kernel";
import type { Evaluation } from "#records";
import { todayOf } from "../../follow-up/today.ts";
import { readableTiers } from "../../readable.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { reviewToActIn } from "../known-review.ts";
import { addRecords } from "./add-records.ts";
import { type NewRecord, recordOfEvaluation } from "./record-of-reference.ts";

const most = 20_000;
const atOnce = 500;

/**
 * Evaluations of the registry as records: those a search finds, or those named. The query is kept as it was
 * understood, with the day it was asked.
 */
export const addFromRegistry: RouteUseCase<"addFromRegistry"> = async (effects, actor, input) => {
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  const { catalogue } = effects.store;
  const tiers = readableTiers(actor);
  const found: Evaluation[] = [];
  let query: string | null = null;
  if (input.evaluations) {
    for (const id of input.evaluations) {
      const evaluation = await catalogue.evaluations.byId(id);
      if (!evaluation)
        return fail(
          problem("app.not-found", `There is no evaluation "${id}" in the registry. Nothing was recorded.`, {
            field: "evaluations",
          }),
        );
      found.push(evaluation);
    }
  } else {
    for (let offset = 0; ; offset += atOnce) {
      const list = await catalogue.evaluations.list({
        ...(input.text !== undefined && { text: input.text }),
        filters: input.filters ?? {},
        facets: [],
        tiers,
        limit: atOnce,
        offset,
      });
      const filters = Object.entries(input.filters ?? {})
        .filter(([, values]) => values.length > 0)
        .map(([field, values]) => `${field}: ${values.join(", ")}`);
      query = [list.understood, ...filters].filter(Boolean).join("; ") || "all evaluations";
      found.push(...list.evaluations);
      if (list.evaluations.length < atOnce) break;
      if (found.length > most)
        return fail(
          problem(
            "app.too-many-records",
            `This search finds more than ${most} evaluations. Narrow it, so that people can look at what it brings. Nothing was recorded.`,
            { field: "text" },
          ),
        );
    }
  }
  if (found.length === 0)
    return fail(
      problem(
        "app.nothing-found",
        `The registry has no evaluation for ${query ?? "this choice"}. Try the search on the page of evaluations first, where each word's hits are shown. Nothing was recorded.`,
        { field: "text" },
      ),
    );
  const held = new Set([...known.value.state.records.byId.values()].map(({ record }) => record.evaluation));
  const fresh = found.filter(({ id }) => !held.has(id));
  const records: NewRecord[] = [];
  for (const evaluation of fresh) {
    const [document] = await catalogue.documents.ofEvaluation(evaluation.id);
    records.push(recordOfEvaluation(evaluation, document ?? null));
  }
  const { state } = known.value;
  const id = input.search ?? `search-${state.records.searches.size + 1}`;
  const done = await addRecords(
    effects,
    actor,
    input.id,
    {
      id,
      source: input.source ?? null,
      kind: "registry",
      name: input.searchName ?? "Socle",
      query,
      fields: null,
      date: todayOf(effects),
      hits: found.length,
      file: null,
      note: null,
    },
    records,
  );
  return done.ok
    ? ok({ search: id, found: found.length, added: done.value.added, held: found.length - fresh.length })
    : done;
};
