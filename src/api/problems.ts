// Every problem the HTTP shell itself can report, with what it means and what to do.

export const apiProblems = {
  "api.unknown-address": "Nothing is served at this address. The list of addresses stands at /api/docs.",
  "api.host-not-allowed":
    "The request names a host this server does not answer for, as happens when a foreign name is pointed at this machine. Use the address the server printed, or set SOCLE_ADDRESS.",
  "api.foreign-origin":
    "A request that changes something came from another site's page, or with a cookie but without saying from where. Do it from Socle's own pages.",
  "api.invalid-request":
    "A parameter or field does not have the declared form; `at.field` names it. Correct it; /api/docs has the forms.",
  "api.invalid-json": "The body is not JSON. Send a JSON document with content-type application/json.",
  "api.wrong-content-type":
    "The body is of a kind this address does not take: JSON everywhere, application/octet-stream for uploads.",
  "api.body-too-large":
    "The JSON body is larger than 1 MB. Send less at once; files go to the upload addresses.",
  "api.upload-too-large":
    "The file is larger than the limit. Split it, import it with bin/socle on the server, or raise SOCLE_UPLOAD_LIMIT.",
  "api.upload-empty": "The upload holds no bytes. Check that the file was chosen and is not empty.",
  "api.too-many-requests": "The address has asked too often. Wait as long as Retry-After says.",
  "api.too-many-attempts":
    "Signing in has failed too often for this account or from this address. Wait as long as Retry-After says; the wait grows with each failure.",
  "api.stopping": "The server is stopping. Try again when it has started.",
  "api.failed":
    "The server failed at something that should not fail. Nothing was changed by halves. Tell the administrator the reference: the log has the details under it.",
  "api.port-in-use":
    "Another program listens on the port. Stop it, or choose another with SOCLE_PORT. Nothing was started.",
  "api.host-unusable":
    "The server cannot listen on the host. Set SOCLE_HOST to a name or address of this machine.",
} as const;

export type ApiProblemCode = keyof typeof apiProblems;
