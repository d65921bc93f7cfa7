// Foreign tables of evaluations through the use cases: proposed, looked at, imported, taken back.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const reviewer: Actor = { id: "account-r", role: "reviewer", kind: "account" };
const other: Actor = { id: "account-o", role: "reviewer", kind: "account" };
const reference = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
);
const real = resolve(reference, "../data/evaluations/iom-registry.json.txt");

it("has the real registry on CI", () => {
  expect(existsSync(real) || process.env["CI"] !== "true", `no ${real}`).toBe(true);
});

const table = (
  title: string,
) => `Reference;Evaluation title;Country;Evaluation type;Timing;Year;Funding;Remark
A-1;${title};Kenya, Uganda;Independent;Mid-term (halfway);2016;USD 120,000;first
A-2;School meals in Brazil;Brazil;Internal;Final;2018;;second
A-3;;Peru;Internal;Final;2019;;no title
`;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describeOnEngines("a foreign table", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  const given = (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { name, upload: { path, name } };
  };
  const page = { limit: 500, offset: 0 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-tables-"));
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    } as Effects;
  });

  it("is proposed a mapping, shown row by row, imported without what makes no record, and taken back", async () => {
    const opened = value(
      await useCases.openTable(effects, reviewer, {
        ...given("office.csv", table("Maternity protection in two countries")),
        source: "Our office",
      }),
    );
    const { mapping } = opened.proposal;
    expect(mapping.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["id", "title", "countries", "timing", "year"]),
    );
    const asked = { sha256: opened.table, mapping, origin: "invented" as const };
    const seen = value(await useCases.previewTable(effects, reviewer, { ...asked, ...page }));
    expect(seen.counts).toMatchObject({ new: 2, changed: 0, unchanged: 0, refused: 1 });
    expect(seen.rows[0]?.changes.map(({ field }) => field)).toContain("countries");
    expect(await store().catalogue.evaluations.byId(seen.rows[0]?.id ?? "")).toBeNull();

    // Somebody else does not see it, and a visitor is refused.
    expect(codes(await useCases.previewTable(effects, other, { ...asked, ...page }))).toEqual([
      "app.not-found",
    ]);
    expect(codes(await useCases.previewTable(effects, visitor, { ...asked, ...page }))).toEqual([
      "access.sign-in-needed",
    ]);

    const all = { ...asked, title: "", saveAs: null, withoutRefused: false };
    expect(codes(await useCases.importTable(effects, reviewer, all))).not.toEqual([]);
    expect((await store().catalogue.changes.list({ limit: 1, offset: 0 })).total).toBe(0);
    const made = value(
      await useCases.importTable(effects, reviewer, { ...all, withoutRefused: true, saveAs: "our-office" }),
    );
    expect(made).toMatchObject({ added: 2, superseded: 0, unchanged: 0, refused: 1 });
    const record = await store().catalogue.evaluations.byId(seen.rows[0]?.id ?? "");
    expect(record).toMatchObject({
      countries: ["KEN", "UGA"],
      timing: "mid-term",
      year: 2016,
      origin: "invented",
    });
    expect(record?.unmapped["Remark"]).toBe("first");

    // The next edition fits the saved mapping; only what differs is a change.
    const next = value(
      await useCases.openTable(
        effects,
        reviewer,
        given("office-2.csv", table("Maternity protection in three")),
      ),
    );
    const saved = next.saved.find(({ id }) => id === "our-office");
    expect(saved?.isSame).toBe(true);
    const second = { sha256: next.table, mapping: saved?.mapping, origin: "invented" as const };
    const preview = value(await useCases.previewTable(effects, reviewer, { ...second, ...page }));
    expect(preview.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1, refused: 1 });
    expect(preview.rows[0]?.changes).toMatchObject([
      {
        field: "title",
        before: "Maternity protection in two countries",
        after: "Maternity protection in three",
      },
    ]);
    const again = value(
      await useCases.importTable(effects, reviewer, {
        ...second,
        title: "",
        saveAs: null,
        withoutRefused: true,
      }),
    );
    expect(again).toMatchObject({ added: 1, superseded: 1, unchanged: 1 });

    expect(
      codes(await useCases.undoChange(effects, reviewer, { id: made.change ?? "", reason: "" })),
    ).toEqual(["store.change-overtaken"]);
    value(await useCases.undoChange(effects, reviewer, { id: again.change ?? "", reason: "" }));
    value(await useCases.undoChange(effects, reviewer, { id: made.change ?? "", reason: "" }));
    expect(await store().catalogue.evaluations.byId(seen.rows[0]?.id ?? "")).toBeNull();
  });

  it("is imported once, however many import it at one moment, and taken from nobody", async () => {
    const file = given("once.csv", "Evaluation title;Year\nA table that several people have;2019\n");
    const opened = value(await useCases.openTable(effects, reviewer, file));
    expect(codes(await useCases.openTable(effects, other, file))).toEqual(["app.table-waiting"]);
    const administrator: Actor = { id: "account-a", role: "administrator", kind: "account" };
    value(await useCases.openTable(effects, administrator, file));
    value(await useCases.draftTable(effects, reviewer, { sha256: opened.table }));
    const before = (await store().catalogue.changes.list({ limit: 1, offset: 0 })).total;
    const asked = {
      sha256: opened.table,
      mapping: opened.proposal.mapping,
      origin: "invented" as const,
      title: "",
      saveAs: null,
      withoutRefused: false,
    };
    const made = await Promise.all([1, 2, 3, 4].map(() => useCases.importTable(effects, reviewer, asked)));
    expect(made.map((one) => codes(one)[0] ?? "done").sort()).toEqual([
      "app.not-found",
      "app.not-found",
      "app.not-found",
      "done",
    ]);
    expect((await store().catalogue.changes.list({ limit: 1, offset: 0 })).total).toBe(before + 1);
    const [change] = (await store().catalogue.changes.list({ limit: 1, offset: 0 })).changes;
    value(await useCases.undoChange(effects, reviewer, { id: change?.id ?? "", reason: "" }));
  });

  it("of the next edition leaves what people wrote, and what it has no column for", async () => {
    const edition = (year: number, donor: string) =>
      `Reference;Evaluation title;Year;Donor\nB-1;Pensions for carers;${year};${donor}\n`;
    const bring = async (name: string, text: string) => {
      const opened = value(
        await useCases.openTable(effects, reviewer, { ...given(name, text), source: "Kept" }),
      );
      const asked = { sha256: opened.table, mapping: opened.proposal.mapping, origin: "invented" as const };
      const seen = value(await useCases.previewTable(effects, reviewer, { ...asked, ...page }));
      value(
        await useCases.importTable(effects, reviewer, {
          ...asked,
          title: "",
          saveAs: null,
          withoutRefused: false,
        }),
      );
      return seen.rows[0];
    };
    const id = (await bring("kept-1.csv", edition(2018, "A donor")))?.id ?? "";
    value(
      await useCases.editEvaluations(effects, reviewer, {
        records: [{ id }],
        set: { branches: ["family"], summary: "What we found.", year: 2019 },
        add: {},
        remove: {},
        title: "By hand",
        preview: false,
      }),
    );
    const second = await bring("kept-2.csv", edition(2020, "Another donor"));
    expect(second?.changes.map(({ field }) => field)).toContain("donor");
    expect(second?.oddities.map(({ code }) => code)).toContain("evaluations.kept-by-person");
    const record = await store().catalogue.evaluations.byId(id);
    expect(record).toMatchObject({
      branches: ["family"],
      summary: "What we found.",
      year: 2019,
      donor: "Another donor",
    });
    expect(record?.valueOrigins["year"]?.by).toBe("account-r");
    // A cell emptied by the source says that there is nothing.
    await bring("kept-3.csv", edition(2020, ""));
    expect((await store().catalogue.evaluations.byId(id))?.donor).toBeNull();
  });

  it("without a title column, or of no table at all, is refused with what to do", async () => {
    const opened = value(
      await useCases.openTable(effects, reviewer, given("no-title.csv", "code,money\n1,2\n3,4\n")),
    );
    expect(opened.proposal.problems.map(({ code }) => code)).toEqual(["evaluations.mapping-no-title"]);
    expect(
      codes(
        await useCases.previewTable(effects, reviewer, {
          sha256: opened.table,
          mapping: opened.proposal.mapping,
          origin: "real",
          ...page,
        }),
      ),
    ).toContain("evaluations.mapping-no-title");
    expect(value(await useCases.dropTable(effects, reviewer, { sha256: opened.table })).dropped).toBe(true);
    expect(await store().files.read(opened.table as never)).toBeNull();
    expect(codes(await useCases.openTable(effects, reviewer, given("report.csv", "%PDF-1.7\n")))).toEqual([
      "documents.table-format-unknown",
    ]);
    expect(
      codes(
        await useCases.previewTable(effects, reviewer, {
          sha256: "0".repeat(64),
          mapping: {},
          origin: "real",
          ...page,
        }),
      ),
    ).toEqual(["app.not-found"]);
  });

  it.skipIf(!existsSync(real))("of 734 real records comes in whole, with every repair counted", async () => {
    const opened = value(
      await useCases.openTable(effects, operator, {
        ...given("iom-registry.json.txt", readFileSync(real)),
        source: "IOM",
      }),
    );
    expect(opened.repairs).toBe(2322);
    const asked = { sha256: opened.table, mapping: opened.proposal.mapping, origin: "real" as const };
    const seen = value(await useCases.previewTable(effects, operator, { ...asked, ...page }));
    expect(seen.counts).toMatchObject({ new: 734, refused: 0 });
    const made = value(
      await useCases.importTable(effects, operator, {
        ...asked,
        title: "",
        saveAs: null,
        withoutRefused: false,
      }),
    );
    expect(made).toMatchObject({ added: 734, refused: 0 });
    const proposed = value(await useCases.listDuplicates(effects, visitor, { limit: 200, offset: 0 }));
    expect(proposed.total).toBeGreaterThan(0);
    value(await useCases.undoChange(effects, operator, { id: made.change ?? "", reason: "a trial" }));
  });
});
