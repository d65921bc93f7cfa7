import type { FastifyBaseLogger } from "fastify";
import { type Effects, remind } from "#app";

/** Often enough that a mail put off by its server is tried again in time; a person still gets one a day. */
const minutes = 10;

/**
 * Sends reminders while the server runs, first a minute after its start. Nothing is done where no mail server
 * is set.
 *
 * @returns stops it, after the round that is under way
 */
export function remindRegularly(effects: Effects, log: FastifyBaseLogger): () => Promise<void> {
  if (effects.mail === undefined) return async () => undefined;
  let round = Promise.resolve();
  const go = () => {
    round = round
      .then(() => remind(effects))
      .then((done) => {
        if (done.ok && done.value.sent + done.value.failed + done.value.waiting > 0)
          log.info(done.value, "reminders");
      })
      .catch((error: unknown) => log.error({ err: error }, "reminders failed"));
  };
  const first = setTimeout(go, 60_000);
  const every = setInterval(go, minutes * 60_000);
  first.unref();
  every.unref();
  return () => {
    clearTimeout(first);
    clearInterval(every);
    return round;
  };
}
