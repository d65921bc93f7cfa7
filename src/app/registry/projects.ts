// Projects that hold several reports, found by their real symbols; placeholders are no keys.

import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { Actor, Evaluation } from "#records";
import type { Catalogue } from "#store";
import { mayReadSource, readableTiers } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";

/** The symbol as it stands in an address: slashes would split it. */
const projectId = (symbol: string): string => symbol.replaceAll("/", "-");

/** A record as lists show it. */
export const evaluationCard = (record: Evaluation) => ({
  id: record.id,
  title: record.title,
  year: record.year,
  type: record.type,
  timing: record.timing,
  nature: record.nature,
  countries: [...record.countries],
  language: record.language,
  printedSymbol: record.printedSymbol,
  link: record.link,
  origin: record.origin,
});

const order = ["initial", "mid-term", "final", "ex-post"];

async function reportsOf(catalogue: Catalogue, actor: Actor, ids: readonly string[]): Promise<Evaluation[]> {
  const records: Evaluation[] = [];
  for (const id of ids) {
    const record = await catalogue.evaluations.byId(id);
    if (record && (await mayReadSource(catalogue, actor, record.provenance.source))) records.push(record);
  }
  const place = ({ timing }: Evaluation) => (timing === null ? order.length : order.indexOf(timing));
  return records.sort(
    (a, b) => place(a) - place(b) || (a.year ?? 0) - (b.year ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

export const listProjects: RouteUseCase<"listProjects"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const { total, projects } = await catalogue.projects.list({
    tiers: readableTiers(actor),
    atLeast: input.several === "true" ? 2 : 1,
    limit: input.limit,
    offset: input.offset,
  });
  const shown = [];
  for (const { symbol, evaluations } of projects)
    shown.push({
      id: projectId(symbol),
      symbol,
      evaluations: (await reportsOf(catalogue, actor, evaluations)).map(evaluationCard),
    });
  return ok({ total, projects: shown });
};

export const project: RouteUseCase<"project"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const symbol = id.replaceAll("-", "/");
  const { projects } = await catalogue.projects.list({
    tiers: readableTiers(actor),
    symbol,
    atLeast: 1,
    limit: 1,
    offset: 0,
  });
  const found = projects[0];
  if (!found)
    return fail(
      problem(
        "app.not-found",
        `No report carries the symbol "${symbol}". Placeholders such as INT/00/000/AAA are no projects; look the symbol up in the list.`,
      ),
    );
  const records = await reportsOf(catalogue, actor, found.evaluations);
  return ok({
    id,
    symbol,
    evaluations: records.map(evaluationCard),
    relations: records.flatMap((record) =>
      record.relations.map(({ kind, to, note }) => ({ from: record.id, kind, to, note })),
    ),
  });
};
