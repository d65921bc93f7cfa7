import { permission } from "#access";
import { areaByCode, fail, type Localised, ok, type Problem, problem } from "#kernel";
import {
  type AreaAttributes,
  type CompiledIndex,
  type IndexDefinition,
  type IndexNode,
  scoreExplainer,
} from "#securities";
import { quantile } from "#statistics";
import { attributesOfRun } from "../indexes/classifications.ts";
import { indexInputs, type TracedInput } from "../indexes/index-inputs.ts";
import { compiledOver } from "../indexes/uncertainty.ts";
import { readableRelease } from "../releases/visible-releases.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { type OpenedRun, openedRun, shownAbout } from "./opened-runs.ts";

type Driver = RouteReply<"countryDrivers">["indicators"][number];

/**
 * What drives the score of a country in one run: for each indicator its value, the median of all areas,
 * what it weighs, and how far the score would move if the country had the median instead; with every year
 * the release has of it, and why a value is missing.
 *
 * The shift is found by computing the index again with that one value replaced, so that it is right for
 * every method of the definition; the shifts of several indicators need not add up.
 *
 * Cost: one reading of the run's observations and one computation of the index for each indicator with a
 * value.
 */
export const countryDrivers: RouteUseCase<"countryDrivers"> = async (effects, actor, input) => {
  const allowed = permission(actor, "country.read");
  if (!allowed.ok) return allowed;
  const { store } = effects;
  const opened = await openedRun(store, input.run);
  const readable = opened && (await readableRelease(effects, actor, opened.about.release));
  const area = areaByCode(input.area);
  if (!opened || !readable?.ok)
    return fail(unknown(`There is no index run "${input.run}". Look it up in the list of runs.`, "run"));
  const { release } = readable.value;
  const { definition, run } = opened;
  if (!area || !run.areas.includes(area.code))
    return fail(
      unknown(
        `The run "${input.run}" has no figures of "${input.area}": it covers ${run.areas.length} areas. Choose one of them, or another run.`,
        "area",
      ),
    );
  const read = await indexInputs(store, release.id, definition);
  if (!read.ok) return read;
  const attributes = await attributesOfRun(store, opened.about);
  const compiled = compiledOver(definition, read.value, attributes);
  if (!compiled.ok) return compiled;
  const drivers = driversOf(opened, compiled.value, read.value, area.code, attributes);
  return drivers.ok ? ok({ ...shownAbout(opened), ...drivers.value }) : drivers;
};

const unknown = (message: string, field: string): Problem => problem("app.not-found", message, { field });

function driversOf(
  { definition, run }: OpenedRun,
  compiled: CompiledIndex,
  inputs: readonly TracedInput[],
  area: string,
  attributes: AreaAttributes,
) {
  const { grid } = compiled;
  const periods = grid.periods;
  const period = periods.at(-1)!;
  const root = definition.nodes.find(({ parent }) => parent === null)!;
  const cell = (periods.length - 1) * grid.areas.length + grid.areas.indexOf(area);
  const found = compiled.run();
  if (!found.ok) return found;
  const scoreOf = (values: Float64Array | undefined) => finite(values?.[cell]);
  const score = scoreOf(found.value.nodes.get(root.id)?.values);
  const own = inputs.filter((one) => one.area === area);
  const explain = scoreExplainer(definition, run, inputs, attributes);
  const shares = sharesOf(definition, (node) => {
    const explained = explain({ area, node, period });
    return explained.ok ? explained.value.contributions : [];
  });
  const indicators = definition.nodes
    .filter((node) => node.direction !== null)
    .map((node): Driver => {
      const { raw, normalised } = found.value.indicators.get(node.id)!.stages;
      const first = (periods.length - 1) * grid.areas.length;
      const here = [...raw.subarray(first, first + grid.areas.length)].filter((one) => !Number.isNaN(one));
      const middle = quantile(here, 0.5, 7);
      const median = middle.ok ? middle.value : null;
      const years = own.filter((one) => one.indicator === node.id);
      const latest = years.find((one) => one.period === period);
      const value = latest?.value ?? null;
      const share = shares.get(node.id);
      return {
        indicator: node.id,
        title: node.title as Localised | null,
        role: roleOf(definition, node),
        state: share?.state ?? (value === null ? "missing" : "used"),
        unit: latest?.unit ?? years.find((one) => one.unit)?.unit ?? null,
        value,
        missing: value === null ? (latest?.missing ?? "missing") : null,
        scaled: finite(normalised[cell]),
        weight: share?.weight ?? null,
        median,
        areas: here.length,
        shift:
          score === null || value === null || median === null || share?.state !== "used"
            ? null
            : shiftOf(compiled, node.id, raw, cell, median, root.id, score),
        years: years
          .map((one) => ({
            period: one.period,
            value: one.value,
            missing: one.value === null ? (one.missing ?? "missing") : null,
            trace: one.id,
          }))
          .sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? -1 : 1)),
        trace: latest?.id ?? null,
      };
    });
  return ok({ area, node: root.id, period, score, periods: [...periods], indicators });
}

const finite = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The score less what it would be with the median in place of one value; null where there would be none. */
function shiftOf(
  compiled: CompiledIndex,
  indicator: string,
  raw: Float64Array,
  cell: number,
  median: number,
  root: string,
  score: number,
): number | null {
  if (raw[cell] === median) return 0;
  const values = raw.slice();
  values[cell] = median;
  const otherwise = compiled.run({ values: new Map([[indicator, values]]) });
  const there = otherwise.ok ? finite(otherwise.value.nodes.get(root)?.values[cell]) : null;
  return there === null ? null : score - there;
}

/** The role of the part an indicator stands in. */
function roleOf(definition: IndexDefinition, node: IndexNode): string | null {
  for (let at: IndexNode | undefined = node; at; at = definition.nodes.find(({ id }) => id === at?.parent))
    if (at.role !== null) return at.role;
  return null;
}

type Share = { readonly weight: number | null; readonly state: string };

/** What each indicator weighs in the whole index: the product of the weights that counted down to it. */
function sharesOf(
  definition: IndexDefinition,
  below: (
    node: string,
  ) => readonly { readonly node: string; readonly state: string; readonly weightUsed: number | null }[],
): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  const inner = new Set(definition.nodes.filter((node) => node.direction === null).map(({ id }) => id));
  const walk = (node: string, share: number | null) => {
    for (const child of below(node)) {
      const weight = share === null || child.weightUsed === null ? null : share * child.weightUsed;
      shares.set(child.node, { weight, state: child.state });
      if (inner.has(child.node)) walk(child.node, weight);
    }
  };
  walk(definition.nodes.find(({ parent }) => parent === null)!.id, 1);
  return shares;
}
