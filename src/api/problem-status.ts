// The one place where a problem becomes an HTTP status. First match wins; what no row names is a fault in
// what was sent: 422. An address that leads nowhere is 404; a word in a file that nobody knows is not.

import type { Problem } from "#kernel";

const byCode: Readonly<Record<string, number>> = {
  "access.sign-in-needed": 401,
  "access.not-allowed": 403,
  "accounts.sign-in-failed": 401,
  "accounts.link-invalid": 404,
  "accounts.unknown": 404,
  "app.command-unknown": 404,
  "app.not-found": 404,
  "app.pdf-no-typesetter": 501,
  "app.pdf-not-set": 503,
  "app.record-changed": 409,
  "app.series-moved-on": 409,
  "app.signed-in-otherwise": 409,
  "app.table-waiting": 409,
  "app.trace-unknown": 404,
  "app.version-used": 409,
  "follow-up.advice-stopped": 503,
  "follow-up.not-your-action": 403,
  "follow-up.proposal-stale": 409,
  "lessons.gone": 409,
  "oversight.evidence-missing": 409,
  "oversight.step-not-open": 409,
  "oversight.verifier-same": 409,
  "reading.conflict": 409,
  "reading.job-closed": 409,
  "reading.job-unknown": 404,
  "reading.passage-unknown": 404,
  "reading.read-anew": 409,
  "reading.record-exists": 409,
  "reading.undo-impossible": 409,
  "releases.file-unreadable": 503,
  "store.change-overtaken": 409,
  "store.change-undone": 409,
  "store.disk-full": 507,
  "store.file-damaged": 503,
  "store.not-writable": 503,
  "store.row-absent": 404,
  "accounts.administrator-exists": 409,
  "accounts.email-taken": 409,
  "accounts.last-administrator": 409,
  "accounts.disabled": 409,
  "api.unknown-address": 404,
  "api.host-not-allowed": 421,
  "api.foreign-origin": 403,
  "api.invalid-request": 400,
  "api.invalid-json": 400,
  "api.wrong-content-type": 415,
  "api.body-too-large": 413,
  "api.upload-too-large": 413,
  "api.upload-empty": 400,
  "api.headers-too-large": 431,
  "api.request-slow": 408,
  "api.request-unreadable": 400,
  "api.too-many-requests": 429,
  "api.too-many-attempts": 429,
  "api.stopping": 503,
  "api.failed": 500,
};

export const statusOfCode = (code: string): number => byCode[code] ?? 422;

/** The status of an answer with several problems is that of the first: refusals come alone, faults in a file agree. */
export const statusOf = (problems: readonly Problem[]): number =>
  statusOfCode(problems[0]?.code ?? "api.failed");
