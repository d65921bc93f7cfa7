import { problem } from "#kernel";
import { Refusal } from "./refusal.ts";

/** The refusal of one attempt too many to sign in or to use a link. */
export const tooManyAttempts = (seconds: number): Refusal =>
  new Refusal(
    [
      problem(
        "api.too-many-attempts",
        `Too many attempts have been made. Wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and try again; the wait grows with each failure. This keeps others from guessing passwords.`,
      ),
    ],
    { "retry-after": String(seconds) },
  );
