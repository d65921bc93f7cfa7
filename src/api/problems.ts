// Every problem the HTTP shell itself can report, with what it means and what to do.

import type { ProblemCatalogue } from "#kernel";

export const apiProblems = {
  "api.unknown-address": {
    meaning: "Nothing is served at this address.",
    remedy: "Look the address up at /api/docs.",
  },
  "api.host-not-allowed": {
    meaning:
      "The request names a host this server does not answer for, as happens when a foreign name is pointed at this machine.",
    remedy: "Use the address the server printed, or set SOCLE_ADDRESS.",
  },
  "api.foreign-origin": {
    meaning:
      "A request that changes something came from another site's page, or with a cookie but without saying from where.",
    remedy: "Do it from Socle's own pages.",
  },
  "api.invalid-request": {
    meaning: "A parameter or field does not have the declared form; `at.field` names it.",
    remedy: "Correct it; /api/docs has the forms.",
  },
  "api.invalid-json": {
    meaning: "The body is not JSON.",
    remedy: "Send a JSON document with content-type application/json.",
  },
  "api.wrong-content-type": {
    meaning:
      "The body is of a kind this address does not take: JSON everywhere, application/octet-stream for uploads.",
    remedy: "Send application/json, or application/octet-stream for uploads.",
  },
  "api.body-too-large": {
    meaning: "The JSON body is larger than 1 MB.",
    remedy: "Send less at once; files go to the upload addresses.",
  },
  "api.headers-too-large": {
    meaning: "The address and the headers of a request are longer than 32,768 bytes.",
    remedy: "Ask a shorter question, or send less at once.",
  },
  "api.request-slow": {
    meaning: "A request did not come to its end in time.",
    remedy: "Send it again.",
  },
  "api.request-unreadable": {
    meaning: "What was sent is no HTTP request.",
    remedy: "Ask with a browser or a client for HTTP/1.1.",
  },
  "api.upload-too-large": {
    meaning: "The file is larger than the limit.",
    remedy: "Split it, import it with bin/socle on the server, or raise SOCLE_UPLOAD_LIMIT.",
  },
  "api.upload-empty": {
    meaning: "The upload holds no bytes.",
    remedy: "Check that the file was chosen and is not empty.",
  },
  "api.too-many-requests": {
    meaning: "The address has asked too often.",
    remedy: "Wait as long as Retry-After says.",
  },
  "api.too-many-attempts": {
    meaning: "Signing in has failed too often for this account or from this address.",
    remedy: "Wait as long as Retry-After says; the wait grows with each failure.",
  },
  "api.stopping": { meaning: "The server is stopping.", remedy: "Try again when it has started." },
  "api.failed": {
    meaning: "The server failed at something that should not fail. Nothing was changed by halves.",
    remedy: "Tell the administrator the reference: the log has the details under it.",
  },
  "api.port-in-use": {
    meaning: "Another program listens on the port.",
    remedy: "Stop it, or choose another with SOCLE_PORT.",
  },
  "api.host-unusable": {
    meaning: "The server cannot listen on the host.",
    remedy: "Set SOCLE_HOST to a name or address of this machine.",
  },
} as const satisfies ProblemCatalogue;

export type ApiProblemCode = keyof typeof apiProblems;
