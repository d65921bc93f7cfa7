// What `socle verify` finds of editions whose rows or records are not what they were.

import { rm } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import type { Study, StudyEdition } from "#records";
import { editionChecksum } from "../../../src/app/surveys/catalogue/prepare-edition.ts";
import { verifyStudies } from "../../../src/app/surveys/verify-studies.ts";
import { opened, pglite } from "../store/engines.ts";
import { at, hashOf } from "../store/samples.ts";

it("editions are computed again; a file that is gone, other rows and another checksum are told", async () => {
  const place = await pglite.place();
  const store = await opened(place);
  try {
    const laid = await store.microdata.write(
      ["a", "b"].map((name, of) => ({
        name,
        columns: { kind: "columns", columns: new Map([["n", Float64Array.of(of, 1, 2)]]) } as const,
        ...{ key: [], parent: null },
      })),
    );
    if (!laid.ok) throw new Error(laid.problems[0]!.message);
    const files = laid.value.files.map(({ name, data }, of) => ({
      name,
      data,
      rows: 3 - of,
      columns: ["n"],
    }));
    const parts = {
      study: "s",
      state: "raw",
      from: null,
      changes: [],
      files,
      variables: [],
      minimumCases: 5,
    };
    const edition = (version: number, checksum?: Sha256) => {
      const made = { ...parts, version, createdAt: at, createdBy: "ana" } as unknown as StudyEdition;
      return { ...made, checksum: checksum ?? editionChecksum(made) };
    };
    const about = { reason: "r", at, by: "ana" };
    await store.catalogue.studies.put({ id: "s", questionnaires: [] } as unknown as Study, about);
    await store.catalogue.studies.addEdition(edition(1));
    await store.catalogue.studies.addEdition(edition(2, hashOf("another")));
    const found = async (only?: string) => {
      const differences: string[] = [];
      await verifyStudies({ store }, only, (id, stored, again) => {
        if (JSON.stringify(stored) !== JSON.stringify(again)) differences.push(id);
      });
      return differences;
    };
    // File b has a row more than its record says.
    expect(await found("edition:s/1")).toEqual(["edition:s/1 b"]);
    expect(await found()).toEqual(["edition:s/2", "edition:s/2 b", "edition:s/1 b"]);
    const path = (await store.files.path(files[0]!.data))!;
    await rm(path);
    await store.close();
    const again = await opened(place);
    const gone: unknown[] = [];
    await verifyStudies({ store: again }, "edition:s/1", (id, _, measured) => gone.push([id, measured]));
    expect(gone[1]).toEqual(["edition:s/1 a", null]);
    await again.close();
  } finally {
    await place.remove();
  }
}, 60_000);
