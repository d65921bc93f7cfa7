// Rows of recommendations and their follow-up, as the queries see them.

import type { Generated, GeneratedAlways } from "kysely";
import type { Language, Sha256 } from "#kernel";
import type { FollowUpData, Recommendation } from "#records";
import type { OutboxState } from "./follow-up-catalogue.ts";
import type { Json } from "./json-column.ts";

export type FollowUpRows = {
  readonly recommendations: { id: string; addedAt: string };
  readonly recommendationVersions: {
    id: string;
    version: number;
    record: Json<Recommendation>;
    recordedAt: string;
    recordedBy: string;
    supersededAt: string | null;
    document: GeneratedAlways<Sha256 | null>;
    source: GeneratedAlways<Sha256>;
    language: GeneratedAlways<Language | null>;
    search: GeneratedAlways<string>;
  };
  readonly followUpEvents: {
    number: Generated<number>;
    recommendation: string;
    action: string | null;
    kind: string;
    at: string;
    onDay: string | null;
    by: string;
    data: Json<FollowUpData>;
  };
  readonly adviceCorrections: {
    number: Generated<number>;
    kind: "together" | "apart";
    a: string;
    b: string;
    at: string;
    by: string;
    reason: string | null;
  };
  readonly adviceRuns: {
    number: Generated<number>;
    at: string;
    by: string;
    recipe: Json<unknown>;
    recommendations: number;
  };
  readonly adviceMembers: { recommendation: string; advice: string; place: number };
  readonly adviceGroups: {
    id: string;
    terms: Json<readonly { readonly term: string; readonly weight: number }[]>;
    cohesion: number;
  };
  readonly reminderWishes: { account: string; language: Language; wanted: boolean; changedAt: string };
  readonly mailOutbox: {
    number: Generated<number>;
    account: string;
    day: string;
    recipient: string;
    subject: string;
    body: string;
    state: OutboxState;
    attempts: Generated<number>;
    nextTryAt: string | null;
    changedAt: string;
    error: string | null;
  };
};
