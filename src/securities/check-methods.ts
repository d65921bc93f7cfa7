// Whether the methods of a definition can be told to fail from the definition alone: whatever the data are,
// some area would have no score. Problems that depend on the data are met when the index is run.

import type { Aggregation } from "#statistics";
import { scaleOf } from "./compiled-index.ts";
import type { IndexDefinition, IndexNode, NormalisationRule } from "./index-definition.ts";
import type { Findings } from "./json-fields.ts";

type Settings = Pick<
  IndexDefinition,
  "normalisation" | "aggregation" | "renormaliseSubIndexes" | "referenceAreas"
>;
type Placed = { readonly node: IndexNode; readonly at: string };

/** Reports methods that do not fit each other, or an indicator, and weights that leave nothing to count. */
export function checkMethods(placed: readonly Placed[], settings: Settings, findings: Findings): void {
  for (const entry of placed) {
    if (entry.node.direction !== null) checkScale(entry, settings, findings);
    else checkNode(entry, placed, settings, findings);
  }
}

const ruleOf = (node: IndexNode, settings: Settings): NormalisationRule =>
  node.steps?.normalisation ?? settings.normalisation;

function checkScale({ node, at }: Placed, settings: Settings, findings: Findings): void {
  const rule = ruleOf(node, settings);
  if (rule.method === "fraction-of-maximum" && node.direction === -1)
    findings.report(
      "securities.methods-unfit",
      `${at}.direction`,
      `"${node.id}" has the direction -1 and is laid on the scale as a fraction of the maximum, which has no turn: the highest value would be the best. Choose "distance-to-maximum" or "min-max" for it, or take 100 less the value as the indicator.`,
    );
  if (
    rule.method === "distance-to-reference" &&
    settings.referenceAreas &&
    !settings.referenceAreas.includes(rule.area)
  )
    findings.report(
      "securities.methods-unfit",
      node.steps?.normalisation ? `${at}.normalisation.area` : "normalisation.area",
      `"${node.id}" is measured from the area "${rule.area}", which is not among "referenceAreas". Add it to them, or name an area that is.`,
    );
}

function checkNode({ node, at }: Placed, placed: readonly Placed[], settings: Settings, findings: Findings) {
  const below = placed.filter((entry) => entry.node.parent === node.id).map((entry) => entry.node);
  if (below.length > 0 && below.every(({ weight }) => weight === 0))
    findings.report(
      "securities.weights-sum-to-zero",
      at,
      `The weights of the parts of "${node.id}" (${below.map(({ id }) => id).join(", ")}) sum to 0, so that nothing counts. Give at least one of them a weight above 0.`,
    );
  const aggregation = node.aggregation ?? settings.aggregation;
  const unfit = below
    .filter(({ weight }) => weight > 0)
    .find((child) => isForbidden(child, aggregation, settings));
  if (unfit === undefined) return;
  const rule = unfit.direction === null ? null : ruleOf(unfit, settings);
  findings.report(
    "securities.methods-unfit",
    node.aggregation ? `${at}.aggregation` : "aggregation",
    `The ${aggregation.method} mean of "${node.id}" is not defined for values ${isPositiveOnly(aggregation) ? "of 0 and below" : "below 0"}, and ${rule ? `"${unfit.id}", laid on the scale by ${rule.method},` : `"${unfit.id}", stretched to the ends of the scale,`} always gives some area one. Choose a scale that begins above 0, such as { "method": "min-max", "low": 1, "high": 100 }, or the arithmetic mean.`,
  );
}

/** Means that no value of 0 can enter. */
const isPositiveOnly = (aggregation: Aggregation): boolean =>
  aggregation.method === "harmonic" || (aggregation.method === "power" && aggregation.power < 0);

function isForbidden(child: IndexNode, aggregation: Aggregation, settings: Settings): boolean {
  if (!["geometric", "harmonic", "power"].includes(aggregation.method)) return false;
  const lowest = lowestOf(child, settings);
  if (lowest === null) return false;
  const isBelow = lowest.isExceeded ? lowest.value <= 0 : lowest.value < 0;
  return isBelow || (isPositiveOnly(aggregation) && lowest.value <= 0);
}

/** A value that some area has for certain, or falls below; `null` where the method promises none. */
function lowestOf(
  child: IndexNode,
  settings: Settings,
): { readonly value: number; readonly isExceeded: boolean } | null {
  if (child.direction === null)
    return child.role !== null && settings.renormaliseSubIndexes
      ? { value: scaleOf(settings).low, isExceeded: false }
      : null;
  const rule = ruleOf(child, settings);
  switch (rule.method) {
    case "min-max":
      return { value: rule.low, isExceeded: false };
    case "z-score":
      return { value: rule.mean, isExceeded: true };
    case "borda":
    case "percentile-rank":
    case "distance-to-maximum":
      return { value: 0, isExceeded: false };
    default:
      return null;
  }
}
