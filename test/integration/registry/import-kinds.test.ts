// The kinds of file a registry comes in by `socle import evaluations` and its route.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { operator } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const reference = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
);
const ratings = resolve(reference, "../data/evaluations/ieg-ratings-social-protection.csv");

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

const ris = `TY  - RPRT
ID  - r1
TI  - Maternity protection in Alvane: final evaluation
AU  - Person, A.
PY  - 2021
UR  - https://example.org/r1.pdf
ER  - 
TY  - RPRT
AB  - A reference without a title
ER  - 
this line belongs to nothing
`;

describeOnEngines("a registry in many forms", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  const bring = (name: string, bytes: string | Uint8Array, other: object = {}) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return useCases.importEvaluations(effects, operator, {
      name,
      origin: "invented",
      upload: { path, name },
      ...other,
    });
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-kinds-"));
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    } as Effects;
  });

  it("takes references in, names what makes no record, and is one change", async () => {
    const made = value(await bring("library.ris", ris, { source: "Our library" }));
    expect(made).toMatchObject({ added: 1, superseded: 0 });
    expect(made.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["app.reference-without-title"]),
    );
    const record = await store().catalogue.evaluations.byId(made.ids[0] ?? "");
    expect(record).toMatchObject({
      title: "Maternity protection in Alvane: final evaluation",
      year: 2021,
      link: "https://example.org/r1.pdf",
    });
    value(await useCases.undoChange(effects, operator, { id: made.change ?? "", reason: "" }));
    expect(await store().catalogue.evaluations.byId(made.ids[0] ?? "")).toBeNull();
  });

  it("asks for a mapping where a table has columns of its own, and takes the proposed one", async () => {
    const json = '[{"Ref":"7","Evaluation title":"Pensions in Alvane","Year":2019,"Budget":NaN}]';
    expect(codes(await bring("list.json", json))).toEqual(["app.mapping-needed"]);
    expect(codes(await bring("list.json", json, { mapping: "nowhere" }))).toEqual(["app.mapping-unknown"]);
    expect(codes(await bring("list.json", json, { mapping: "{" }))).toEqual(["evaluations.mapping-invalid"]);
    expect((await store().catalogue.sources.list()).map(({ name }) => name)).toEqual(["library.ris"]);
    const made = value(await bring("list.json", json, { mapping: "proposed", source: "A list" }));
    expect(made).toMatchObject({ added: 1 });
    expect((await store().catalogue.evaluations.byId(made.ids[0] ?? ""))?.year).toBe(2019);
  });

  it.skipIf(!existsSync(ratings))("takes 439 real ratings by the proposed mapping", async () => {
    const made = value(
      await bring("ratings.csv", readFileSync(ratings), {
        mapping: "proposed",
        source: "IEG",
        origin: "real",
      }),
    );
    expect(made.added).toBe(439);
  });
});
