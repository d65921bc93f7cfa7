import type { Store } from "#store";
import type { ReadingSettings } from "./settings.ts";

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
  /** Ceilings for reading a document; the defaults of the settings where absent. */
  readonly reading?: ReadingSettings;
};
