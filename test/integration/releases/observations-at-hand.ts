// From the text of a table to a release, as the import use case does it, for tests.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Problem, Result, Sha256 } from "#kernel";
import type { Observation, Release } from "#records";
import {
  delimitedSample,
  type LayoutOptions,
  observationSpellings,
  readObservationLayout,
  sampleBytes,
} from "#sources";
import { openReleases } from "../../../src/store/releases/index.ts";
import { temporaryHome } from "./folder-files.ts";

export type Written = {
  readonly files: readonly Sha256[];
  readonly rows: number;
  readonly checksum: Sha256;
  readonly warnings: readonly Problem[];
};

/** Releases in a folder of their own that is removed after the tests of the file. */
export async function releasesAtHand() {
  const home = await temporaryHome();
  const known = new Map<string, Release>();
  const releases = openReleases({ ...home, release: async (id) => known.get(id) ?? null });
  afterAll(async () => {
    await releases.close();
    await home.remove();
  });
  const write = async (
    tables: readonly (readonly [name: string, bytes: string | Uint8Array])[],
    options: LayoutOptions & {
      readonly areas?: Readonly<Record<string, string>>;
      readonly catalogue?: ReadonlySet<string>;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<Result<Written>> => {
    const { areas, catalogue, signal, ...layoutOptions } = options;
    const parts = [];
    const scratch = await mkdtemp(join(tmpdir(), "socle-table-"));
    try {
      for (const [name, bytes] of tables) {
        const path = join(scratch, "table.csv");
        await writeFile(path, bytes);
        const { sha256 } = await home.files.putPath(path);
        const all = Buffer.from(bytes);
        const sample = delimitedSample(all.subarray(0, sampleBytes), name, all.length <= sampleBytes);
        if (!sample.ok) return sample;
        const layout = readObservationLayout(sample.value, layoutOptions);
        if (!layout.ok) return layout;
        parts.push({ source: sha256, name, layout: layout.value });
      }
    } finally {
      await rm(scratch, { recursive: true });
    }
    return releases.writeObservations(
      {
        parts,
        spellings: observationSpellings(areas),
        indicators: catalogue ?? null,
        origin: "simulated",
      },
      undefined,
      signal,
    );
  };
  const keep = (id: string, written: Written): Release => {
    const release: Release = {
      id,
      series: "tests",
      version: 1,
      kind: "observations",
      title: "Figures of a test",
      origin: "simulated",
      tier: "public",
      citation: { title: "Figures of a test", publisher: "Socle", issued: "2026-01-02" },
      licence: "CC BY 4.0",
      caveats: ["Only for tests."],
      rows: written.rows,
      files: written.files,
      checksum: written.checksum,
      sources: [],
      recipe: null,
      changes: null,
      createdAt: "2026-01-02T03:04:05.000Z",
      createdBy: "operator",
    };
    known.set(id, release);
    return release;
  };
  let count = 0;
  /** Writes one table and reads all of it back. */
  const roundTrip = async (
    text: string | Uint8Array,
    options: Parameters<typeof write>[1] = {},
  ): Promise<readonly Observation[]> => {
    const written = await write([["table.csv", text]], options);
    if (!written.ok) throw new Error(written.problems.map(({ message }) => message).join("\n"));
    const id = `round-trip-${++count}`;
    keep(id, written.value);
    return releases.observations({ release: id });
  };
  /** Problems of a table that must be refused. */
  const refused = async (
    text: string | Uint8Array,
    options: Parameters<typeof write>[1] = {},
  ): Promise<readonly Problem[]> => {
    const written = await write([["table.csv", text]], options);
    if (written.ok) throw new Error(`${written.value.rows} rows were taken that should be refused`);
    return written.problems;
  };
  return { ...home, releases, write, keep, roundTrip, refused };
}
