import type { Result } from "#kernel";
import type { Store } from "#store";
import type { ReadingSettings } from "./settings.ts";

/** One mail in plain text. Values are as people gave them: the sender takes care that none becomes a header. */
export type MailMessage = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same message, so that a mail that came twice can be told. */
  readonly id: string;
};

/** Hands a message to the mail server; `follow-up.mail-refused` where it refused for good. */
export type SendMail = (message: MailMessage) => Promise<Result<null>>;

/** All that touches the world, built in the `main.ts` of a shell and replaced in tests. */
export type Effects = {
  readonly store: Store;
  /** The present moment as an ISO string in UTC. */
  readonly now: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Version of the code, written into every recipe. */
  readonly codeVersion: string;
  /** Public address of the server for links in messages, without a trailing slash. */
  readonly address: string;
  /** Mail address for questions about the records, told to harvesters; the postmaster of the site when absent. */
  readonly contact?: string;
  /** Ceilings for reading a document; the defaults of the settings where absent. */
  readonly reading?: ReadingSettings;
  /** Time zone of the office (IANA), in which a day ends; UTC when absent. */
  readonly timeZone?: string;
  /** Absent where no mail server is set. */
  readonly mail?: SendMail;
};
