// Work that touches no store: what the command line does with a file and nothing else.

import type { Result } from "#kernel";
import { sha256Of } from "./canonical-json.ts";
import { readApart } from "./reading/read-apart.ts";
import type { ReadingSettings } from "./settings.ts";

/**
 * A report as `socle read --json` prints it, and the text its offsets count in. Read in a process of its own,
 * within the limits of the settings.
 */
export const readReportFile = (
  bytes: Uint8Array,
  file: string,
  limits?: ReadingSettings,
): Promise<Result<{ readonly json: unknown; readonly text: string }>> =>
  readApart("json", { bytes, name: file, sha256: sha256Of(bytes) }, { limits });
