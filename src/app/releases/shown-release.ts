import { type CheckStanding, type ReleaseEvent, standingAt } from "#records";
import type { RouteReply } from "../use-case.ts";
import type { StandingRelease } from "./visible-releases.ts";

type Shown = RouteReply<"listReleases">[number];
type HistoryEntry = RouteReply<"release">["history"][number];

/** A release as answers have it: without who made it, its tier and its files. */
export const shownRelease = ({
  release: { createdBy: _, files: __, tier: ___, ...release },
  standing,
}: StandingRelease): Shown => ({
  ...release,
  caveats: [...release.caveats],
  sources: [...release.sources],
  recipe: release.recipe && { ...release.recipe, inputs: [...release.recipe.inputs] },
  state: standing.state,
  publishedAt: standing.publishedAt,
  embargoUntil: standing.until,
  notes: standing.notes,
  withdrawal: standing.withdrawal,
  stateSince: standing.since,
});

/** The newest published release of a series among those given. */
export const latestOf = (found: readonly StandingRelease[]): StandingRelease | null =>
  found.reduce<StandingRelease | null>(
    (best, one) =>
      one.standing.state === "published" && (best === null || one.release.version > best.release.version)
        ? one
        : best,
    null,
  );

/**
 * The acts in words' reach: what was done and when; by whom only for those who prepare releases. An embargo that
 * has ended appears as what it became.
 */
export function shownHistory(
  events: readonly ReleaseEvent[],
  now: string,
  names: ReadonlyMap<string, string> | null,
): HistoryEntry[] {
  const ended = standingAt(events, now);
  const entries = events.map(({ act, at, by }): HistoryEntry => {
    const entry = { kind: act.kind, at, by: names?.get(by) ?? (names ? by : null), text: null, count: null };
    switch (act.kind) {
      case "checked":
        return { ...entry, count: act.counts.reduce((sum, { count }) => sum + count, 0) };
      case "answered":
        return { ...entry, text: act.note };
      case "embargoed":
        return { ...entry, text: act.until };
      case "published":
        return { ...entry, text: act.notes };
      case "held":
      case "withdrawn":
      case "discarded":
        return { ...entry, text: act.reason };
      case "drafted":
        return entry;
      default:
        return act satisfies never;
    }
  });
  const last = events.findLast(({ act }) => act.kind === "embargoed");
  if (last?.act.kind === "embargoed" && ended.publishedAt === last.act.until)
    entries.push({ kind: "published", at: last.act.until, by: null, text: last.act.notes, count: null });
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The last check with its answers, as answers have it. */
export const shownCheck = (
  check: CheckStanding,
  names: ReadonlyMap<string, string> | null,
): NonNullable<RouteReply<"releaseChecks">["check"]> => ({
  at: check.at,
  against: check.check.against,
  open: check.open,
  groups: check.groups.map((group) => ({ ...group })),
  findings: check.check.findings.map((finding) => ({
    ...finding,
    breakdowns: { ...finding.breakdowns },
    values: { ...finding.values },
  })),
  answers: check.answers.map(({ rule, indicator, finding, note, at, by }) => ({
    rule,
    indicator,
    finding,
    note,
    at,
    by: names ? (names.get(by) ?? by) : null,
  })),
});
