// The indexes of persons and establishments that come with Socle.

import type { Sha256 } from "#kernel";
import { type MicroIndexDefinition, readMicroIndex } from "#securities";
import elfs from "../../../../definitions/micro-indexes/elfs.json" with { type: "json" };
import goodJob from "../../../../definitions/micro-indexes/good-job.json" with { type: "json" };
import hde from "../../../../definitions/micro-indexes/hde.json" with { type: "json" };
import pss from "../../../../definitions/micro-indexes/pss.json" with { type: "json" };
import workerSheet from "../../../../definitions/micro-indexes/worker-sheet.json" with { type: "json" };
import { canonicalJson, sha256Of } from "../../canonical-json.ts";

export type ReadyMicroIndex = {
  readonly definition: MicroIndexDefinition;
  /** What recipes name: the version that a shipped definition has written in it, the count of one that was added. */
  readonly version: string;
  readonly sha256: Sha256;
  /** The file it was read from. */
  readonly json: unknown;
};

export const readyMicroIndexes: readonly ReadyMicroIndex[] = Object.entries({
  pss,
  goodJob,
  elfs,
  hde,
  workerSheet,
}).map(([name, json]) => {
  const read = readMicroIndex(json, `definitions/micro-indexes: ${name}`);
  if (!read.ok) throw new Error(`definitions/micro-indexes: ${name}: ${read.problems[0]!.message}`);
  const { version } = read.value;
  return { definition: read.value, version, sha256: sha256Of(canonicalJson(json)), json };
});
