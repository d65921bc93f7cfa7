// The policy as a table: who may take which action, what the action lets one do, and why the line is
// drawn there. Documents and refusals are written from it; what is not in it is refused.

import type { Role } from "#records";
import type { ActionRule } from "./action-rule.ts";
import { followUpActions } from "./actions-follow-up.data.ts";
import { indicatorActions } from "./actions-indicators.data.ts";
import { lessonActions } from "./actions-lessons.data.ts";
import { readingActions } from "./actions-reading.data.ts";
import { registryActions } from "./actions-registry.data.ts";
import { releaseActions } from "./actions-releases.data.ts";
import { reviewActions } from "./actions-reviews.data.ts";
import { searchActions } from "./actions-search.data.ts";
import { studyActions } from "./actions-studies.data.ts";

const openKnowledge = "What Socle knows is open to read; what is not public carries a tier of its own.";
const ownSession = "Whoever arrives must be able to learn who they are here, sign in and sign out.";
const holderOfLink =
  "A one-time link is itself the proof; whoever was handed it has no account or password yet.";

const numberWorkers: readonly Role[] = ["analyst", "manager", "administrator"];
const evidenceWorkers: readonly Role[] = ["reviewer", "manager", "administrator"];
const accountKeepers: readonly Role[] = ["manager", "administrator"];

export const actions = {
  "health.read": {
    allowed: "everyone",
    does: "ask whether the server answers",
    because: "Monitors ask without an account, and the answer holds nothing but status and version.",
  },
  "docs.read": {
    allowed: "everyone",
    does: "read the description of the API",
    because: "The description says how to ask, not what is known.",
  },
  "policy.read": {
    allowed: "everyone",
    does: "read who may do what, and why",
    because: "Rules that decide on access to public evidence are themselves public.",
  },
  "overview.read": { allowed: "everyone", does: "see what is in here", because: openKnowledge },
  "country.read": { allowed: "everyone", does: "read country pages", because: openKnowledge },
  "evaluation.read": {
    allowed: "everyone",
    does: "read the registry of evaluations",
    because: openKnowledge,
  },
  "document.read": { allowed: "everyone", does: "read reports and their passages", because: openKnowledge },
  "passage.search": { allowed: "everyone", does: "search passages", because: openKnowledge },
  "indicator.read": { allowed: "everyone", does: "read the catalogue of indicators", because: openKnowledge },
  "observation.read": { allowed: "everyone", does: "read observations", because: openKnowledge },
  "release.read": { allowed: "everyone", does: "read about releases", because: openKnowledge },
  "release.download": {
    allowed: "everyone",
    does: "download releases and index runs",
    because: openKnowledge,
  },
  "index.read": { allowed: "everyone", does: "read index definitions and runs", because: openKnowledge },
  "standard.read": {
    allowed: "everyone",
    does: "read Conventions and ratifications",
    because: openKnowledge,
  },
  "trace.read": {
    allowed: "everyone",
    does: "ask where a number or sentence comes from",
    because: "A figure that cannot be asked for its source is not evidence.",
  },
  "source.read": { allowed: "everyone", does: "read source files", because: openKnowledge },

  "session.read": { allowed: "everyone", does: "ask who is signed in", because: ownSession },
  "session.create": { allowed: "everyone", does: "sign in", because: ownSession },
  "session.delete": { allowed: "everyone", does: "sign out", because: ownSession },
  "link.read": { allowed: "everyone", does: "see what a one-time link is for", because: holderOfLink },
  "link.use": { allowed: "everyone", does: "use a one-time link", because: holderOfLink },

  "release.create": {
    allowed: numberWorkers,
    does: "import observations into a release",
    because: "A release is cited by others, so it is made by those who answer for its figures.",
  },
  ...indicatorActions,
  ...releaseActions,
  "index.run": {
    allowed: numberWorkers,
    does: "run an index and freeze the result",
    because: "A frozen run is published on the country pages.",
  },
  "document.import": {
    allowed: evidenceWorkers,
    does: "import evaluation reports",
    because: "Passages are quoted, so reports come in through those who check what was read.",
  },
  "evaluation.import": {
    allowed: evidenceWorkers,
    does: "import the registry of evaluations",
    because: "The registry is the list everyone else searches.",
  },
  ...readingActions,
  ...registryActions,
  ...followUpActions,
  ...lessonActions,
  ...reviewActions,
  ...searchActions,
  ...studyActions,
  "standard.import": {
    allowed: ["analyst", "reviewer", "manager", "administrator"],
    does: "import ratifications",
    because: "Ratifications are figures and texts at once: both kinds of work bring them in.",
  },
  "store.verify": {
    allowed: ["analyst", "reviewer", "custodian", "manager", "administrator"],
    does: "recompute stored numbers and compare",
    because: "It reads everything again and takes the server's time from readers.",
  },

  "account.read": {
    allowed: accountKeepers,
    does: "see accounts and their roles",
    because: "Names and addresses of people are personal data.",
  },
  "account.create": {
    allowed: accountKeepers,
    does: "make accounts",
    because: "Who works here is decided by those responsible for the work.",
  },
  "account.change": {
    allowed: accountKeepers,
    does: "change roles, disable accounts and hand out new links",
    because: "Who works here is decided by those responsible for the work.",
  },
  "audit.read": {
    allowed: ["custodian", "manager", "administrator"],
    does: "read the audit",
    because: "It names who did what; custodians see what concerns data, not accounts.",
  },

  "command.run": {
    allowed: "operator",
    does: "send commands of bin/socle to the server",
    because: "They reach the machine's own files; the token in the data folder proves access to it.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;

export type Action = keyof typeof actions;

/** What each role is for, in one sentence, as the page of accounts and the guide show it. */
export const roleDescriptions: Readonly<Record<Role, string>> = {
  visitor: "Reads all that is public; needs no account.",
  member: "Reads what is public and what is kept for members.",
  correspondent: "Reads as a member; the part for people who answer questionnaires on their country.",
  analyst: "Imports observations, ratifications and surveys, runs indexes, verifies.",
  reviewer: "Imports reports, registries and ratifications, verifies.",
  custodian: "Reads the restricted tier and the audit of data, brings and publishes surveys, verifies.",
  manager:
    "Does what analysts and reviewers do, and keeps the accounts of members, correspondents, analysts and reviewers.",
  administrator: "May do everything, and alone appoints custodians, managers and administrators.",
};

/** Roles whose accounts a manager keeps; all others are the administrator's. */
export const rolesKeptByManagers: readonly Role[] = ["member", "correspondent", "analyst", "reviewer"];
