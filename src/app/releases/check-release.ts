// Checking a release, and answering what the check found.

import { permission } from "#access";
import { areas, fail, ok, problem } from "#kernel";
import { checkOf, type FindingCount, type FindingRule, type Release, type ReleaseFinding } from "#records";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { indicatorCatalogue } from "../ready-definitions.ts";
import type { RouteUseCase } from "../use-case.ts";
import { namesFor } from "./names-for.ts";
import { seriesSoFar } from "./series-so-far.ts";
import { shownCheck } from "./shown-release.ts";
import { readableRelease } from "./visible-releases.ts";

/** What the catalogue of indicators and the list of areas say, as the rules of the store need it. */
const questionFor = (day: string) => ({
  limits: indicatorCatalogue.indicators.flatMap(({ id, scale }) =>
    scale === null ? [] : [{ indicator: id, low: scale[0], high: scale[1] }],
  ),
  binary: indicatorCatalogue.indicators.filter(({ type }) => type === "binary").map(({ id }) => id),
  dissolved: areas.flatMap((area) =>
    area.kind === "dissolved" && area.valid[1] !== null ? [{ area: area.code, until: area.valid[1] }] : [],
  ),
  day,
});

/** The definition of each indicator of a release by the hash of what the catalogue says of it. */
const definitionsOf = (indicators: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    indicators.flatMap((id) => {
      const known = indicatorCatalogue.indicators.find((one) => one.id === id);
      return known ? [[id, sha256Of(canonicalJson(known)).slice(0, 16)]] : [];
    }),
  );

/** Indicators whose definition is another than when the version before was checked. */
function changedDefinitions(
  now: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
): readonly ReleaseFinding[] {
  const rule: FindingRule = "definition-changed";
  return Object.entries(now).flatMap(([indicator, version]) =>
    before[indicator] === undefined || before[indicator] === version
      ? []
      : [
          {
            id: `${rule}/${indicator}/${before[indicator]}/${version}`,
            rule,
            indicator,
            area: null,
            period: null,
            source: null,
            sex: null,
            breakdowns: {},
            values: { before: before[indicator] ?? null, now: version },
          },
        ],
  );
}

/** The definitions the version before was checked with; none where it never was. */
async function definitionsBefore(
  effects: Effects,
  earlier: Release | null,
): Promise<Readonly<Record<string, string>>> {
  if (earlier === null) return {};
  const check = checkOf(await effects.store.catalogue.releases.events(earlier.id));
  return check?.check.definitions ?? {};
}

/**
 * Checks a release against its own figures, the catalogue of indicators and the version before, and keeps what was
 * found in its history. It may be checked at any time of its life and again; answers given stay. Cost: a few scans
 * of both files, memory bounded.
 */
export const checkRelease: RouteUseCase<"checkRelease"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "release.prepare");
  if (!allowed.ok) return allowed;
  const found = await readableRelease(effects, actor, input.id, "release.prepare");
  if (!found.ok) return found;
  const { release } = found.value;
  const { store } = effects;
  const { earlier } = await seriesSoFar(effects, release.series, release.version);
  const made = await store.releases.findings(
    release.files,
    earlier,
    questionFor(release.createdAt.slice(0, 10)),
    work?.progress,
    work?.signal,
  );
  if (made === null)
    return fail(
      problem(
        "releases.file-absent",
        `The figures of ${release.id} are not in the store, so they cannot be checked. Restore the data folder from a backup.`,
      ),
    );
  const contents = await store.releases.contents(release.id);
  const definitions = definitionsOf(contents.map(({ indicator }) => indicator));
  const redefined = changedDefinitions(definitions, await definitionsBefore(effects, earlier));
  const counts: FindingCount[] = [
    ...made.counts,
    ...redefined.map(({ rule, indicator }) => ({ rule, indicator, count: 1 })),
  ];
  const recorded = await store.transaction(async (tx) => {
    await tx.releases.lock();
    await tx.releases.record({
      release: release.id,
      at: effects.now(),
      by: actor.id,
      act: {
        kind: "checked",
        against: earlier?.id ?? null,
        definitions,
        counts,
        findings: [...made.findings, ...redefined],
      },
    });
    await tx.audit.append(
      auditEntry(effects, actor, "release.check", `release:${release.id}`, {
        findings: counts.reduce((sum, { count }) => sum + count, 0),
      }),
    );
    return ok(null);
  });
  return recorded.ok ? answerOf(effects, actor, release.id) : recorded;
};

async function answerOf(effects: Effects, actor: Parameters<typeof namesFor>[1], id: string) {
  const check = checkOf(await effects.store.catalogue.releases.events(id));
  return ok({ check: check && shownCheck(check, await namesFor(effects, actor)) });
}

/** A note that justifies one finding or many. It changes nothing of the figures, and stays in the history. */
export const answerFinding: RouteUseCase<"answerFinding"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.prepare");
  if (!allowed.ok) return allowed;
  const found = await readableRelease(effects, actor, input.id, "release.prepare");
  if (!found.ok) return found;
  const { rule, indicator, finding, note } = input;
  const recorded = await effects.store.transaction(async (tx) => {
    await tx.releases.lock();
    const check = checkOf(await tx.releases.events(input.id));
    const fits = (one: FindingCount) =>
      one.rule === rule && (indicator === null || one.indicator === indicator);
    const isThere =
      finding === null
        ? check?.groups.some(fits)
        : check?.check.findings.some(({ id, ...own }) => id === finding && own.rule === rule);
    if (!isThere)
      return fail(
        problem(
          "app.finding-unknown",
          `The last check of ${input.id} has no such finding (${finding ?? `rule ${rule}${indicator === null ? "" : `, indicator ${indicator}`}`}). Look at the check as it stands, and answer what is in it.`,
        ),
      );
    await tx.releases.record({
      release: input.id,
      at: effects.now(),
      by: actor.id,
      act: { kind: "answered", rule, indicator, finding, note },
    });
    await tx.audit.append(
      auditEntry(effects, actor, "release.answer", `release:${input.id}`, { rule, indicator, finding }),
    );
    return ok(null);
  });
  return recorded.ok ? answerOf(effects, actor, input.id) : recorded;
};
