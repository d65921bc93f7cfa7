// The life of a release: what was done with it, act by act, and what that makes of it at a given moment.
// Acts are only ever added; nothing of the state is kept a second time.

/** In the order of a life; a draft that is given up is `discarded`, what the public has seen is `withdrawn`. */
export const releaseStates = ["draft", "embargoed", "published", "withdrawn", "discarded"] as const;
export type ReleaseState = (typeof releaseStates)[number];

export const findingRules = [
  "range",
  "jump",
  "coverage",
  "unit-within",
  "unit-changed",
  "definition-changed",
  "duplicate",
  "dissolved-area",
  "projection",
] as const;
export type FindingRule = (typeof findingRules)[number];

/** How a figure of a release differs from an earlier one; `note`: in nothing but its note. */
export const changeKinds = ["added", "changed", "withdrawn", "note"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What becomes of withdrawn figures: kept for the record, to whoever says that they are wanted, or closed. */
export const withdrawnFigures = ["kept", "closed"] as const;
export type WithdrawnFigures = (typeof withdrawnFigures)[number];

/** Something in a release that a person must look at: where it stands, and the figures that make it odd. */
export type ReleaseFinding = {
  /** The same for the same oddity, however often the release is checked. */
  readonly id: string;
  readonly rule: FindingRule;
  readonly indicator: string;
  /** Null where it concerns the whole indicator. */
  readonly area: string | null;
  readonly period: string | null;
  readonly source: string | null;
  readonly sex: string | null;
  readonly breakdowns: Readonly<Record<string, string>>;
  /** What was compared, by name: `value`, `low`, `high`, `before`, `now`. */
  readonly values: Readonly<Record<string, number | string | null>>;
};

export type FindingCount = { readonly rule: FindingRule; readonly indicator: string; readonly count: number };

export type ReleaseCheck = {
  /** The version it was compared with; null for the first. */
  readonly against: string | null;
  /** Version of the definition of each indicator of the release that has one. */
  readonly definitions: Readonly<Record<string, string>>;
  /** All that was found; `findings` lists the first of each rule only. */
  readonly counts: readonly FindingCount[];
  readonly findings: readonly ReleaseFinding[];
};

/** What a note answers: one finding, all of a rule in one indicator, or all of a rule. */
export type FindingAnswer = {
  readonly rule: FindingRule;
  readonly indicator: string | null;
  readonly finding: string | null;
  readonly note: string;
};

export type ReleaseAct =
  | { readonly kind: "drafted" }
  | ({ readonly kind: "checked" } & ReleaseCheck)
  | ({ readonly kind: "answered" } & FindingAnswer)
  /** Published by itself when `until` has come. */
  | { readonly kind: "embargoed"; readonly until: string; readonly notes: string | null }
  /** An embargo taken back before its end. */
  | { readonly kind: "held"; readonly reason: string }
  | { readonly kind: "published"; readonly notes: string | null }
  /** Without `figures`, in acts of before: closed. */
  | {
      readonly kind: "withdrawn";
      readonly reason: string;
      readonly replacedBy: string | null;
      readonly figures?: WithdrawnFigures;
    }
  | { readonly kind: "discarded"; readonly reason: string };

export type ReleaseEvent = {
  readonly number: number;
  readonly release: string;
  readonly at: string;
  readonly by: string;
  readonly act: ReleaseAct;
};

/** Acts that change the state; the others are work on a release. */
export const stateActs = [
  "drafted",
  "embargoed",
  "held",
  "published",
  "withdrawn",
  "discarded",
] as const satisfies readonly ReleaseAct["kind"][];

/** What a release is at one moment. */
export type ReleaseStanding = {
  readonly state: ReleaseState;
  /** Since when the public may see it; stays when it is withdrawn. */
  readonly publishedAt: string | null;
  /** End of the embargo, while it lasts. */
  readonly until: string | null;
  readonly notes: string | null;
  readonly withdrawal: {
    readonly at: string;
    readonly reason: string;
    readonly replacedBy: string | null;
    readonly figures: WithdrawnFigures;
  } | null;
  /** When the state last changed. */
  readonly since: string;
};

const isPast = (moment: string, now: string): boolean => Date.parse(moment) <= Date.parse(now);

/**
 * What the acts up to a moment make of a release. An embargo ends by itself: from its hour on the release is
 * published, without anybody doing anything. Without an act nothing is known, and it is nobody's to see: a draft.
 *
 * @param events acts of one release in their order; later ones than `at` do not count
 * @param at ISO moment: now, or the end of a past day
 * @example
 * standingAt([], "2026-01-01T00:00:00Z").state // => "draft"
 */
export function standingAt(events: readonly ReleaseEvent[], at: string): ReleaseStanding {
  let standing: ReleaseStanding = {
    state: "draft",
    publishedAt: null,
    until: null,
    notes: null,
    withdrawal: null,
    since: events[0]?.at ?? at,
  };
  /** An embargo whose end came before a moment had published the release by then. */
  const atMoment = (moment: string): ReleaseStanding =>
    standing.until !== null && standing.state === "embargoed" && isPast(standing.until, moment)
      ? { ...standing, state: "published", publishedAt: standing.until, until: null, since: standing.until }
      : standing;
  for (const event of events) {
    if (!isPast(event.at, at)) break;
    standing = atMoment(event.at);
    const { act } = event;
    switch (act.kind) {
      case "embargoed":
        standing = {
          ...standing,
          state: "embargoed",
          until: act.until,
          notes: act.notes,
          publishedAt: null,
          since: event.at,
        };
        break;
      case "published":
        standing = {
          ...standing,
          state: "published",
          until: null,
          notes: act.notes,
          publishedAt: event.at,
          since: event.at,
        };
        break;
      case "held":
        standing = { ...standing, state: "draft", until: null, since: event.at };
        break;
      case "withdrawn":
        standing = {
          ...standing,
          state: "withdrawn",
          until: null,
          withdrawal: {
            at: event.at,
            reason: act.reason,
            replacedBy: act.replacedBy,
            figures: act.figures ?? "closed",
          },
          since: event.at,
        };
        break;
      case "discarded":
        standing = { ...standing, state: "discarded", until: null, since: event.at };
        break;
      case "drafted":
      case "checked":
      case "answered":
        break;
      default:
        act satisfies never;
    }
  }
  return atMoment(at);
}

/** How far the findings of the last check are answered. */
export type CheckStanding = {
  readonly at: string;
  readonly check: ReleaseCheck;
  readonly answers: readonly (FindingAnswer & { readonly at: string; readonly by: string })[];
  /** Rule by indicator, with how many of its findings have no answer yet. */
  readonly groups: readonly (FindingCount & { readonly open: number })[];
  readonly open: number;
};

/**
 * The last check of a release with its answers. Answers outlast a further check: what was justified once need
 * not be again. Findings beyond those listed are answered by a note on their rule or indicator.
 *
 * @returns null where it was never checked
 */
export function checkOf(events: readonly ReleaseEvent[]): CheckStanding | null {
  let last: { readonly at: string; readonly check: ReleaseCheck } | null = null;
  const answers: CheckStanding["answers"][number][] = [];
  for (const { act, at, by } of events) {
    if (act.kind === "checked") {
      const { kind: _, ...check } = act;
      last = { at, check };
    }
    if (act.kind === "answered") {
      const { kind: _, ...answer } = act;
      answers.push({ ...answer, at, by });
    }
  }
  if (last === null) return null;
  const { check } = last;
  const groups = check.counts.map((group) => {
    const whole = answers.some((answer) => answersGroup(answer, group));
    const single = whole
      ? group.count
      : check.findings.filter(
          (finding) =>
            finding.rule === group.rule &&
            finding.indicator === group.indicator &&
            answers.some((answer) => answer.finding === finding.id),
        ).length;
    return { ...group, open: Math.max(0, group.count - single) };
  });
  return { ...last, answers, groups, open: groups.reduce((sum, { open }) => sum + open, 0) };
}

const answersGroup = (answer: FindingAnswer, group: FindingCount): boolean =>
  answer.finding === null &&
  answer.rule === group.rule &&
  (answer.indicator === null || answer.indicator === group.indicator);

/** Whether a note answers this finding. */
export const answersFinding = (answer: FindingAnswer, finding: ReleaseFinding): boolean =>
  answer.finding === finding.id ||
  answersGroup(answer, { rule: finding.rule, indicator: finding.indicator, count: 1 });
