// What a check of a release finds, and its record: one act in the history and one line in the audit, written
// together with the end of the work.

import { areas, fail, ok, problem, type Result } from "#kernel";
import {
  type Actor,
  checkOf,
  type FindingCount,
  type FindingRule,
  type Release,
  type ReleaseFinding,
} from "#records";
import type { Indicator } from "#securities";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { standingIndicators } from "../indicators/standing-indicators.ts";
import type { Work } from "../use-case.ts";
import { seriesSoFar } from "./series-so-far.ts";

/** What the catalogue of indicators as it stands and the list of areas say, as the rules of the store need it. */
const questionFor = (indicators: readonly Indicator[], day: string) => ({
  limits: indicators.flatMap(({ id, scale }) =>
    scale === null ? [] : [{ indicator: id, low: scale[0], high: scale[1] }],
  ),
  binary: indicators.filter(({ type }) => type === "binary").map(({ id }) => id),
  dissolved: areas.flatMap((area) =>
    area.kind === "dissolved" && area.valid[1] !== null ? [{ area: area.code, until: area.valid[1] }] : [],
  ),
  day,
});

/** The definition of each indicator of a release by the hash of what the catalogue says of it. */
const definitionsOf = (
  indicators: readonly Indicator[],
  held: ReadonlySet<string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    indicators
      .filter(({ id }) => held.has(id))
      .map((known) => [known.id, sha256Of(canonicalJson(known)).slice(0, 16)]),
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
 * found in its history. Cost: a few scans of both files, memory bounded.
 *
 * @param actor who asked for it
 * @returns nothing is kept where the work was stopped meanwhile
 */
export async function recordCheck(
  effects: Effects,
  actor: Actor,
  id: string,
  work: Work,
): Promise<Result<null>> {
  const { store } = effects;
  const release = await store.catalogue.releases.byId(id);
  if (release === null)
    return fail(problem("app.not-found", `There is no release "${id}" any more, so it was not checked.`));
  const { earlier } = await seriesSoFar(effects, release.series, release.version);
  const indicators = (await standingIndicators(store.catalogue)).map(({ indicator }) => indicator);
  const made = await store.releases.findings(
    release.files,
    earlier,
    questionFor(indicators, release.createdAt.slice(0, 10)),
    work.progress,
    work.signal,
  );
  if (made === null)
    return fail(
      problem(
        "releases.file-absent",
        `The figures of ${release.id} are not in the store, so they cannot be checked. Restore the data folder from a backup.`,
      ),
    );
  const contents = await store.releases.contents(release.id);
  const definitions = definitionsOf(indicators, new Set(contents.map(({ indicator }) => indicator)));
  const redefined = changedDefinitions(definitions, await definitionsBefore(effects, earlier));
  const counts: FindingCount[] = [
    ...made.counts,
    ...redefined.map(({ rule, indicator }) => ({ rule, indicator, count: 1 })),
  ];
  return store.transaction(async (tx) => {
    await tx.releases.lock();
    if (!(await tx.releaseChecks.complete(id))) return ok(null);
    await tx.releases.record({
      release: id,
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
      auditEntry(effects, actor, "release.check", `release:${id}`, {
        findings: counts.reduce((sum, { count }) => sum + count, 0),
      }),
    );
    return ok(null);
  });
}
