import { permission } from "#access";
import { ok } from "#kernel";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { type KnownStudy, usualEdition, visibleStudies } from "../visible-studies.ts";
import { type Names, namesFor, shownEdition } from "./shown-edition.ts";

type Summary = RouteReply<"listStudies">[number];

const summary = (found: KnownStudy, names: Names): Summary => {
  const { id, kind, origin, title, areas, years, coverage, access } = found.stored.record;
  const standing = usualEdition(found);
  return {
    ...{ id, kind, origin, title, areas: [...areas], years },
    coverage: coverage.class,
    microdata: access.microdata,
    tables: access.tables,
    units: (standing?.edition.files ?? []).map(({ unit, rows }) => ({ unit, rows })),
    variables: standing?.edition.variables.length ?? 0,
    edition: standing && shownEdition(standing, names),
  };
};

/** The surveys the asker may know of, newest year first. */
export const listStudies: RouteUseCase<"listStudies"> = async (effects, actor, input) => {
  const allowed = permission(actor, "study.read");
  if (!allowed.ok) return allowed;
  const { kind, area, coverage } = input;
  const names = await namesFor(effects, actor);
  return ok(
    (await visibleStudies(effects, actor))
      .filter(({ stored: { record } }) => kind === undefined || record.kind === kind)
      .filter(({ stored: { record } }) => area === undefined || record.areas.includes(area))
      .filter(({ stored: { record } }) => coverage === undefined || record.coverage.class === coverage)
      .map((found) => summary(found, names))
      .sort((a, b) => b.years.to - a.years.to || (a.id < b.id ? -1 : 1)),
  );
};
