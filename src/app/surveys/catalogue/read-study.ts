import { permission } from "#access";
import { ok } from "#kernel";
import type { Study } from "#records";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import {
  type KnownStudy,
  knownStudy,
  mayPrepare,
  readableEdition,
  rowsPermission,
  usualEdition,
  visibleStudies,
} from "../visible-studies.ts";
import { namesFor, shownEdition } from "./shown-edition.ts";
import { shownFiles } from "./shown-files.ts";

type Page = RouteReply<"study">;

const yearsText = ({ from, to }: Study["years"]) => (from === to ? String(from) : `${from}–${to}`);

/** Of the same series first, then of the same area, nearest year first. */
function relatedTo({ stored: { record } }: KnownStudy, all: readonly KnownStudy[]): Page["related"] {
  const series = (other: Study) => record.series !== null && other.series === record.series;
  const area = (other: Study) => other.areas.some((code) => record.areas.includes(code));
  return all
    .map(({ stored }) => stored.record)
    .filter((other) => other.id !== record.id && (series(other) || area(other)))
    .sort(
      (a, b) =>
        Number(area(b)) - Number(area(a)) ||
        Number(series(b)) - Number(series(a)) ||
        Math.abs(a.years.to - record.years.to) - Math.abs(b.years.to - record.years.to) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, 12)
    .map(({ id, title, years }) => ({ id, title, years: yearsText(years) }));
}

/** A study with the versions of its data, and of one of them files, designs and what they come to. */
export const study: RouteUseCase<"study"> = async (effects, actor, input) => {
  const found = await knownStudy(effects, actor, input.id);
  if (!found.ok) return found;
  const { stored, editions } = found.value;
  const { record } = stored;
  const readable = await readableEdition(effects, actor, input.id, input.edition, "read");
  // A version that was named and is not there is an error; a withdrawn one is part of what the page tells.
  const isTold = !readable.ok && readable.problems[0]?.code === "app.not-found";
  if (isTold) return readable;
  const names = await namesFor(effects, actor);
  const shown = readable.ok
    ? readable.value.standing
    : (editions.find(({ edition }) => edition.version === input.edition) ?? editions[0] ?? null);
  const rows = rowsPermission(actor, record, shown?.edition.createdBy);
  return ok({
    study: record as unknown as Page["study"],
    description: {
      version: stored.version,
      reason: stored.reason,
      recordedAt: stored.recordedAt,
      recordedBy: names(stored.recordedBy),
    },
    editions: editions.map((one) => shownEdition(one, names)),
    edition: shown && shownEdition(shown, names),
    files: readable.ok ? [...(await shownFiles(effects, actor, readable.value))] : [],
    variables: readable.ok ? readable.value.edition.variables.length : 0,
    minimumCases: readable.ok ? readable.value.edition.minimumCases : null,
    may: {
      tables: readable.ok && permission(actor, "study.tabulate", { tier: record.access.tables }).ok,
      microdata: readable.ok && rows.ok,
      change: mayPrepare(actor),
      why: rows.ok
        ? readable.ok || usualEdition(found.value) !== null
          ? null
          : (readable.problems[0]?.message ?? null)
        : (rows.problems[0]?.message ?? null),
    },
    related: relatedTo(found.value, await visibleStudies(effects, actor)),
  });
};
