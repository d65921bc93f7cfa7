import { permission } from "#access";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import { type Actor, accessTiers, type Release, type StoredSelection } from "#records";
import {
  makeSelection as chooseValues,
  type Indicator,
  readSelectionRule,
  type Selection,
  type SelectionOverride,
  type SelectionRule,
} from "#securities";
import { observationSpellings } from "#sources";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { keptOnly, sourceRecord } from "../kept-source.ts";
import { ofSeveral } from "../releases/of-several.ts";
import { noSuchRelease, readableRelease, type StandingRelease } from "../releases/visible-releases.ts";
import type { RouteInput, RouteReply, RouteUseCase, Work } from "../use-case.ts";
import { chosenTable } from "./chosen-table.ts";
import { selectionMethod } from "./release-facts.ts";
import { candidatesOf } from "./selection-inputs.ts";
import { unknownSelection } from "./selection-of-indicator.ts";
import { selectionOutcome, shownSelection } from "./shown-selection.ts";
import { indicatorsById, recordOf, standingIndicators } from "./standing-indicators.ts";

type Given = NonNullable<RouteInput<"makeSelection">["overrides"]>;

/** Decisions of people as they are kept: who and when come from here, never from the request. */
const decisionsOf = (given: Given, effects: Effects, actor: Actor): readonly SelectionOverride[] => {
  const at = effects.now();
  return given.map(({ indicator, area, year, sex, take, missing, reason }) => ({
    ...{ indicator, area, year, sex, take, missing: missing ?? null, reason },
    ...{ by: actor.id, at },
  }));
};

/** The releases named, in their order, or why one of them cannot be chosen from. */
async function namedReleases(
  effects: Effects,
  actor: Actor,
  ids: readonly string[],
): Promise<Result<readonly StandingRelease[]>> {
  const found: StandingRelease[] = [];
  for (const id of new Set(ids)) {
    const one = await readableRelease(effects, actor, id);
    if (!one.ok) return one;
    if (one.value.release.kind !== "observations")
      return noSuchRelease(id, "release of observations", "releases");
    found.push(one.value);
  }
  return ok(found);
}

/**
 * Chooses values by a rule from some releases and freezes them: a release of chosen values, the table they
 * stand in as its source, and the selection with rule, inputs and decisions. The same again gives the
 * version that exists. Decisions of an earlier version go on standing.
 */
export const makeSelection: RouteUseCase<"makeSelection"> = async (effects, actor, input, work = {}) => {
  const allowed = permission(actor, "selection.make");
  if (!allowed.ok) return allowed;
  const rule = readSelectionRule(input.rule);
  if (!rule.ok) return rule;
  const before = await effects.store.catalogue.selections.byId(rule.value.id, null);
  const standing = (before?.overrides ?? []) as readonly SelectionOverride[];
  const given = (input.overrides ?? []).filter((one) => !stands(one, standing));
  const decided = [...standing, ...decisionsOf(given, effects, actor)];
  return frozen(
    effects,
    actor,
    { rule: rule.value, json: input.rule, releases: input.releases, decided },
    before,
    work,
  );
};

/** Whether a decision is the last one on its cell already, word for word: sent twice it counts once. */
function stands(given: Given[number], decisions: readonly SelectionOverride[]): boolean {
  const { indicator, area, year, sex, take, missing, reason } = given;
  const last = decisions.findLast(
    (one) => one.indicator === indicator && one.area === area && one.year === year && one.sex === sex,
  );
  return last?.take === take && last.missing === (missing ?? null) && last.reason === reason;
}

/** Decides on single values of the version that stands, and makes the next of it. */
export const overrideSelection: RouteUseCase<"overrideSelection"> = async (
  effects,
  actor,
  input,
  work = {},
) => {
  const allowed = permission(actor, "selection.make");
  if (!allowed.ok) return allowed;
  const before = await effects.store.catalogue.selections.byId(input.id, null);
  if (!before) return unknownSelection(input.id);
  if (before.version !== input.version)
    return fail(
      problem(
        "app.record-changed",
        `Version ${before.version} of "${input.id}" has come since version ${input.version}, which you looked at. Look at it, then decide again if you still want to. Nothing was changed.`,
      ),
    );
  const rule = readSelectionRule(before.rule);
  if (!rule.ok) return rule;
  const decided = [
    ...(before.overrides as readonly SelectionOverride[]),
    ...decisionsOf(input.overrides, effects, actor),
  ];
  const releases = before.inputs.map(({ id }) => id);
  return frozen(effects, actor, { rule: rule.value, json: before.rule, releases, decided }, before, work);
};

type Asked = {
  readonly rule: SelectionRule;
  readonly json: unknown;
  readonly releases: readonly string[];
  readonly decided: readonly SelectionOverride[];
};

async function frozen(
  effects: Effects,
  actor: Actor,
  asked: Asked,
  before: StoredSelection | null,
  work: Work,
): Promise<Result<RouteReply<"makeSelection">>> {
  const { store } = effects;
  const { rule } = asked;
  const free = await freeSeries(effects, rule.id, before);
  if (!free.ok) return free;
  const inputs = await namedReleases(effects, actor, asked.releases);
  if (!inputs.ok) return inputs;
  const indicators = indicatorsById(await standingIndicators(store.catalogue));
  const ids = inputs.value.map(({ release }) => release.id);
  const candidates = await candidatesOf(store, ids, rule, indicators, {}, work);
  if (work.signal?.aborted) return fail(problem("app.stopped", "Stopped before the end. Nothing was made."));
  const chosen = chooseValues({ rule, indicators, releases: ids, candidates, overrides: asked.decided });
  if (!chosen.ok) return chosen;
  if (!chosen.value.cells.some(({ value }) => value !== null))
    return fail(
      problem(
        "app.no-observations",
        `The rule chooses no value at all from ${ids.join(", ")}. Look at its years, window and sources. Indicators that are not in the catalogue are chosen only where the rule lists them under "indicators", with the codes the releases have. Nothing was made.`,
      ),
    );
  const used = new Set(chosen.value.cells.map(({ indicator }) => indicator));
  const known = [...indicators.values()].filter(({ id }) => used.has(id));
  return write(
    effects,
    actor,
    {
      ...asked,
      inputs: inputs.value.map(({ release }) => release),
      // What is chosen from a draft is one: it must not be seen before the draft is.
      isDraft: inputs.value.some(({ standing }) => standing.state !== "published"),
      known,
      selection: chosen.value,
    },
    before,
    work,
  );
}

/** A series of releases belongs to one selection; one that was imported is nobody's to choose into. */
async function freeSeries(
  { store }: Effects,
  id: string,
  before: StoredSelection | null,
): Promise<Result<null>> {
  const last = await store.catalogue.releases.lastVersion(id);
  return last === (before?.version ?? 0)
    ? ok(null)
    : fail(
        problem(
          "app.series-moved-on",
          `"${id}" is already a series of releases that did not come of this choice of values. Give the rule another id; nothing was made.`,
          { field: "rule.id" },
        ),
      );
}

type Made = Asked & {
  readonly inputs: readonly Release[];
  readonly known: readonly Indicator[];
  readonly isDraft: boolean;
  readonly selection: Selection;
};

async function write(
  effects: Effects,
  actor: Actor,
  made: Made,
  before: StoredSelection | null,
  work: Work,
): Promise<Result<RouteReply<"makeSelection">>> {
  const { store } = effects;
  const { rule, selection } = made;
  const version = (before?.version ?? 0) + 1;
  const table = chosenTable(selection);
  const bytes = new TextEncoder().encode(table.csv);
  const name = `${rule.id}.csv`;
  const stored = { sha256: sha256Of(bytes), bytes: bytes.length };
  const ruleSha256 = sha256Of(canonicalJson(made.json));
  const outcome = selectionOutcome(selection);
  const same =
    before !== null &&
    before.table === stored.sha256 &&
    before.ruleSha256 === ruleSha256 &&
    canonicalJson(before.overrides) === canonicalJson(made.decided) &&
    canonicalJson(before.inputs.map(({ id }) => id)) === canonicalJson(made.inputs.map(({ id }) => id));
  if (same) return ok(await shownSelection(store.catalogue, before));
  await store.files.put(bytes);
  return keptOnly(store.files, stored.sha256, async () => {
    const written = await store.releases.writeObservations(
      {
        parts: [{ source: stored.sha256, name, layout: table.layout }],
        spellings: observationSpellings(),
        indicators: null,
        origin: ofSeveral(made.inputs).origin,
      },
      work.progress,
      work.signal,
    );
    if (!written.ok) return written;
    const release = await releaseOf(effects, actor, made, {
      version,
      table: stored.sha256,
      ruleSha256,
      written: written.value,
    });
    const record: StoredSelection = {
      ...{ id: rule.id, version, title: rule.title, rule: made.json, ruleSha256 },
      inputs: made.inputs.map(({ id, checksum }) => ({ id, checksum })),
      indicators: made.known.map(recordOf),
      overrides: made.decided,
      release: release.id,
      table: stored.sha256,
      outcome,
      outcomeSha256: sha256Of(canonicalJson(outcome)),
      createdAt: release.createdAt,
      createdBy: actor.id,
    };
    return keptOnly(store.files, written.value.files[0]!, () =>
      store.transaction(async (tx) => {
        await tx.releases.lock();
        await tx.selections.lock();
        if ((await tx.releases.lastVersion(rule.id)) !== version - 1)
          return fail(
            problem(
              "app.series-moved-on",
              `Somebody else made a version of ${rule.id} meanwhile. Look at it, then choose again if yours is still wanted. Nothing was made.`,
            ),
          );
        await tx.sources.add(
          sourceRecord(effects, actor, stored, {
            name,
            origin: release.origin,
            tier: release.tier,
            citation: release.citation,
          }),
        );
        await tx.releases.add(release);
        await tx.releases.record({
          release: release.id,
          at: release.createdAt,
          by: actor.id,
          act: made.isDraft ? { kind: "drafted" } : { kind: "published", notes: null },
        });
        await tx.selections.add(record);
        await tx.audit.append(
          auditEntry(effects, actor, "selection.make", `selection:${rule.id}/${version}`, {
            release: release.id,
            rows: release.rows,
            decisions: made.decided.length - (before?.overrides.length ?? 0),
          }),
        );
        return ok(await shownSelection(tx, record));
      }),
    );
  });
}

/** The release of chosen values: as open as the least open it was chosen from, under all their licences. */
async function releaseOf(
  effects: Effects,
  actor: Actor,
  { rule, inputs }: Made,
  made: {
    readonly version: number;
    readonly table: Sha256;
    readonly ruleSha256: Sha256;
    readonly written: {
      readonly files: readonly Sha256[];
      readonly rows: number;
      readonly checksum: Sha256;
    };
  },
): Promise<Release> {
  const { version, written } = made;
  const title = rule.title.en ?? rule.id;
  const at = effects.now();
  const all = ofSeveral(inputs);
  const earlier = await effects.store.catalogue.releases.byId(`${rule.id}-${version - 1}`);
  return {
    id: `${rule.id}-${version}`,
    series: rule.id,
    version,
    kind: "observations",
    title,
    origin: all.origin,
    tier: accessTiers.findLast((tier) => inputs.some((one) => one.tier === tier)) ?? "restricted",
    citation: {
      title: `${title}, version ${version}`,
      publisher: [...new Set(inputs.map(({ citation }) => citation.publisher ?? "Socle"))].join("; "),
      issued: at.slice(0, 10),
    },
    licence: all.licence,
    caveats: [
      `Chosen by a rule from ${inputs.map(({ id }) => id).join(", ")}: the period is the reference year, the year of each value stands beside it.`,
      ...all.caveats,
    ],
    rows: written.rows,
    files: written.files,
    checksum: written.checksum,
    sources: [made.table, ...new Set(inputs.flatMap(({ sources }) => sources))],
    recipe: {
      method: selectionMethod,
      definition: { id: rule.id, version: `${version}`, sha256: made.ruleSha256 },
      inputs: inputs.map(({ checksum }) => checksum),
      seed: null,
      codeVersion: effects.codeVersion,
    },
    changes: await effects.store.releases.compare(written.files, earlier),
    createdAt: at,
    createdBy: actor.id,
  };
}
