// From a report to verified work, through the use cases, on both engines: who may do what, what is computed,
// and what is refused with which sentence.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, type Role, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";

const report = (second: string) => `Pensions for all in Belmora: final evaluation

1. Introduction

1. This invented report looks at a project on old-age pensions.

2. Recommendations

2. The evaluation offers the following recommendations.

(a) The Ministry should register street vendors in the pension scheme without delay.

(b) ${second}

(c) The Office should train the inspectors of the pension scheme every year.
`;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};

describeOnEngines("follow-up", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  let day = "2026-03-01";
  const given = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { name, upload: { path, name } };
  };
  const account = (role: Role, id: string = role): Actor => ({ id, role, kind: "account" });
  const listed = async (actor: Actor = visitor, filter: object = {}) =>
    value(await useCases.listRecommendations(effects, actor, { ...filter, limit: 100, offset: 0 }));
  const respond = (id: string, ...data: readonly object[]) =>
    useCases.respondToRecommendation(effects, account("manager"), {
      id,
      steps: data.map((one) => ({ action: null, ...one })) as never,
    });
  let ids: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-follow-up-"));
    effects = {
      store: store(),
      now: () => `${day}T12:00:00.000Z`,
      randomBytes: (n) => new Uint8Array(n).fill(7),
      codeVersion: "test",
      address: "http://localhost",
    };
    for (const [id, role] of [
      ["manager", "manager"],
      ["reviewer", "reviewer"],
      ["owner", "member"],
      ["member", "member"],
    ] as const)
      await store().catalogue.accounts.add({
        id,
        email: `${id}@example.org`,
        name: `Name of ${id}`,
        role,
        createdAt: effects.now(),
        disabledAt: null,
        passwordHash: null,
      });
    value(
      await useCases.importReport(effects, operator, {
        ...given("pensions.txt", report("The Ministry should publish the rules of the scheme.")),
        origin: "invented",
      }),
    );
    ids = (await listed()).recommendations.map(({ id }) => id);
  });

  it("begins with the report: each recommendation is issued, on a day nobody stated", async () => {
    const { recommendations, total } = await listed();
    expect(total).toBe(3);
    expect(recommendations.map(({ number, state }) => [number, state])).toEqual([
      ["(a)", "issued"],
      ["(b)", "issued"],
      ["(c)", "issued"],
    ]);
    const one = value(await useCases.recommendation(effects, visitor, { id: ids[0]! }));
    expect(one.issuedOn).toBeNull();
    expect(one.next.filter(({ allowed }) => allowed)).toEqual([]);
    expect(one.next.find(({ kind }) => kind === "responded")?.why).toContain(
      "Only managers and administrators",
    );
  });

  it("asks, answers, plans, begins, completes and verifies, and computes what is overdue", async () => {
    const id = ids[0]!;
    value(
      await useCases.issueRecommendation(effects, account("reviewer"), {
        id,
        steps: [{ action: null, data: { kind: "response-asked", due: "2026-03-10", unit: "Ministry desk" } }],
      }),
    );
    expect((await listed()).overdue).toBe(0);
    day = "2026-03-11";
    expect((await listed(visitor, { overdue: ["response"] })).recommendations).toMatchObject([
      { id, unit: "Ministry desk", responseOverdue: true },
    ]);
    value(
      await respond(
        id,
        { data: { kind: "responded", verdict: "accepted", reason: null, text: "Agreed.", passages: [] } },
        {
          data: {
            kind: "action-planned",
            text: "Open a desk",
            owner: "Registry unit",
            ownerAccount: "owner",
            due: "2026-04-01",
            printedDue: null,
          },
        },
      ),
    );
    day = "2026-04-02";
    const late = value(await useCases.recommendation(effects, account("member", "owner"), { id }));
    expect(late).toMatchObject({
      state: "action-planned",
      actionOverdue: true,
      plannedActions: [{ id: "1", overdue: true, mine: true, ownerName: "Name of owner" }],
    });
    const progress = (actor: Actor, kind: "initiated" | "completed") =>
      useCases.reportProgress(effects, actor, { id, steps: [{ action: "1", data: { kind, note: null } }] });
    expect(await progress(account("member"), "initiated")).toMatchObject({
      ok: false,
      problems: [{ code: "follow-up.not-your-action" }],
    });
    value(await progress(account("member", "owner"), "initiated"));
    value(await progress(account("member", "owner"), "completed"));
    const verify = (actor: Actor) =>
      useCases.verifyAction(effects, actor, {
        id,
        steps: [{ action: "1", data: { kind: "verified", note: null } }],
      });
    expect(await verify(account("reviewer"))).toMatchObject({
      ok: false,
      problems: [{ code: "oversight.evidence-missing" }],
    });
    const attached = value(
      await useCases.attachEvidence(effects, account("member", "owner"), {
        id,
        action: "1",
        ...given("photo.pdf", "a picture of the desk"),
      }),
    );
    expect(attached.plannedActions[0]?.evidence).toMatchObject([{ name: "photo.pdf" }]);
    const done = value(await verify(account("reviewer")));
    expect(done).toMatchObject({ state: "verified", actionOverdue: false });
    expect(done.history.map(({ data }) => data.kind)).toEqual([
      "issued",
      "response-asked",
      "responded",
      "action-planned",
      "initiated",
      "completed",
      "evidence-attached",
      "verified",
    ]);
  });

  it("does not let whoever completed an action verify it", async () => {
    const id = ids[1]!;
    const manager = account("manager");
    value(
      await respond(
        id,
        {
          data: {
            kind: "responded",
            verdict: "partially-accepted",
            reason: "Half of it.",
            text: null,
            passages: [],
          },
        },
        {
          data: {
            kind: "action-planned",
            text: "Publish",
            owner: null,
            ownerAccount: null,
            due: null,
            printedDue: null,
          },
        },
      ),
    );
    value(
      await useCases.attachEvidence(effects, manager, {
        id,
        action: "1",
        ...given("rules.txt", "the rules"),
      }),
    );
    value(
      await useCases.reportProgress(effects, manager, {
        id,
        steps: [{ action: "1", data: { kind: "completed", note: null } }],
      }),
    );
    const steps = [{ action: "1", data: { kind: "verified" as const, note: null } }];
    expect(await useCases.verifyAction(effects, manager, { id, steps })).toMatchObject({
      ok: false,
      problems: [{ code: "oversight.verifier-same" }],
    });
    const shown = value(await useCases.recommendation(effects, manager, { id }));
    expect(shown.next.find(({ kind, action }) => kind === "verified" && action === "1")).toMatchObject({
      allowed: false,
      code: "oversight.verifier-same",
    });
    expect((await listed()).recommendations.find((one) => one.id === id)?.toVerify).toBe(1);
  });

  it("refuses a rejection without a reason, and records nothing of the whole request", async () => {
    const id = ids[2]!;
    const refused = await respond(
      id,
      { data: { kind: "answered-in-general", text: "Thanks.", passages: [] } },
      { data: { kind: "responded", verdict: "rejected", reason: "  ", text: null, passages: [] } },
    );
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "oversight.reason-missing" }] });
    expect(value(await useCases.recommendation(effects, visitor, { id })).history).toHaveLength(1);
    expect(
      await respond(id, {
        data: { kind: "responded", verdict: "accepted", reason: null, text: null, passages: [] },
      }),
    ).toMatchObject({ ok: true, value: { state: "accepted-without-action" } });
    expect(
      await respond(id, {
        data: {
          kind: "action-planned",
          text: "x",
          owner: null,
          ownerAccount: "nobody",
          due: null,
          printedDue: null,
        },
      }),
    ).toMatchObject({ ok: false, problems: [{ code: "follow-up.account-unknown" }] });
  });

  it("keeps the history when the report is read again in other words", async () => {
    const source = (await listed()).recommendations[0]!.document!;
    const { catalogue } = store();
    const passages = await catalogue.passages.ofDocument(source as never);
    const reading = (await catalogue.documents.bySource(source as never))!;
    const moved = passages.flatMap((passage) =>
      passage.label === "(c)"
        ? []
        : [{ ...passage, id: `${passage.id}-again`, text: passage.text.replace("without delay", "at once") }],
    );
    await catalogue.documents.put({ ...reading, readerVersion: "test" }, moved, effects.now());
    const { gatherRecommendations } = await import("../../../src/app/follow-up/index.ts");
    await store().transaction(async (inside) => {
      await gatherRecommendations(effects, inside, operator, source as never);
      return { ok: true, value: null };
    });
    const first = value(await useCases.recommendation(effects, visitor, { id: ids[0]! }));
    expect(first).toMatchObject({ state: "verified", current: true, inReading: true });
    expect(first.text).toContain("at once");
    const lost = value(await useCases.recommendation(effects, visitor, { id: ids[2]! }));
    expect(lost).toMatchObject({ inReading: false, verdict: "accepted" });
    expect((await listed()).total).toBe(3);
  });

  it("counts with denominators, and offers the figures with their caveats", async () => {
    const figures = value(await useCases.followUpFigures(effects, visitor, { by: "unit" }));
    expect(figures.all).toMatchObject({
      total: 3,
      issued: 3,
      responded: 3,
      accepted: 2,
      partiallyAccepted: 1,
      implemented: 2,
      verified: 1,
      withoutAction: 1,
      acceptedShare: null,
      responseDays: { n: 1, median: 10 },
    });
    const download = value(
      await useCases.downloadFollowUp(effects, visitor, { by: "unit", format: "json", in: "en" }),
    );
    let text = "";
    for await (const part of download.stream) text += Buffer.from(part).toString();
    expect(text).toContain("Overdue is as of the day of the download");
    expect(text).toContain("Ministry desk");
  });

  it("is verified by computing every row again", async () => {
    const verified = value(await useCases.verify(effects, operator, { id: `recommendation:${ids[0]}` }));
    expect(verified).toEqual({ checked: 1, differences: [] });
    const { catalogue } = store();
    const [row] = (await catalogue.recommendations.page(null, 1)).map((one) => one.row);
    await catalogue.recommendations.append([], [{ ...row!, state: "drafted" }]);
    const found = value(
      await useCases.verify(effects, operator, { id: `recommendation:${row!.recommendation}` }),
    );
    expect(found.differences).toHaveLength(1);
    await catalogue.recommendations.append([], [row!]);
  });

  it("takes responses from a table: first shown, then confirmed, all or none", async () => {
    const made = value(
      await useCases.draftRecommendations(effects, account("reviewer"), {
        passages: [],
        text: "Pay pensions by telephone.",
        document: (await listed()).recommendations[0]!.document!,
        number: "9",
      }),
    );
    const id = made.ids[0]!;
    value(
      await useCases.issueRecommendation(effects, account("reviewer"), {
        id,
        steps: [{ action: null, data: { kind: "issued" } }],
      }),
    );
    const table = (rows: string) =>
      useCases.proposeResponses(effects, account("manager"), {
        system: "UNDP",
        ...given("responses.csv", `recommendation,response,reason,date,action,owner,due,status\n${rows}`),
      });
    expect(
      await table(`${id},maybe,,,,,,\nrec-none,accepted,,,,,,\n${id},rejected,,31/12/2026,,,,\n`),
    ).toMatchObject({
      ok: false,
      problems: [{ at: { row: 2 } }, { at: { row: 3 } }, { at: { row: 4 } }, { at: { row: 4 } }],
    });
    const proposals = value(
      await table(
        `${id},Partially accepted,Costly,2026-04-01,Try it,Unit A,2026-05-01,Initiated\n${id},,,,Ask banks,,,Not Initiated\n`,
      ),
    );
    expect(proposals).toHaveLength(1);
    expect(value(await useCases.recommendation(effects, visitor, { id })).verdict).toBeNull();
    const confirm = () =>
      useCases.confirmResponses(effects, account("manager"), { proposals: [...proposals] });
    expect(value(await confirm())).toMatchObject({ added: 1 });
    const after = value(await useCases.recommendation(effects, visitor, { id }));
    expect(after).toMatchObject({
      state: "initiated",
      verdict: "partially-accepted",
      plannedActions: [
        { state: "initiated", reported: { original: "Initiated" } },
        { state: "action-planned", reported: { original: "Not Initiated" } },
      ],
    });
    expect(await confirm()).toMatchObject({ ok: false });
  });

  it("finds recurring advice, and obeys what people say of it at once and in later runs", async () => {
    for (const [i, text] of [
      "The Ministry should register all street vendors in the national pension scheme.",
      "Register all street vendors in the national pension scheme as soon as possible.",
      "Buy new tents for the harvest festival.",
    ].entries())
      value(
        await useCases.importReport(effects, operator, {
          ...given(
            `other-${i}.txt`,
            report(text)
              .replace("Belmora", `Belmora ${i}`)
              .replace(/\(a\).*\n/, "")
              .replace(/\(c\).*\n/, ""),
          ),
          origin: "invented",
        }),
      );
    value(await useCases.createAdvice(effects, account("reviewer"), {}));
    const groups = async () =>
      value(await useCases.listAdvice(effects, visitor, { limit: 10, offset: 0 })).groups;
    const [group] = await groups();
    expect(group).toMatchObject({ size: 3, evaluations: 3, accepted: 1, implemented: 1, notDone: 0 });
    expect(group!.terms.map(({ term }) => term)).toEqual(expect.arrayContaining(["vendors", "street"]));
    const { members } = value(await useCases.advice(effects, visitor, { id: group!.id }));
    const [out, ...rest] = members.map(({ id }) => id);
    value(
      await useCases.correctAdvice(effects, account("reviewer"), {
        kind: "apart",
        recommendations: [out!, ...rest],
        reason: "Another scheme.",
      }),
    );
    const sizes = async () => (await groups()).map(({ size }) => size);
    expect(await sizes()).toEqual([2]);
    value(await useCases.createAdvice(effects, account("reviewer"), {}));
    expect(await sizes()).toEqual([2]);
    const tents = (await listed(visitor, { text: "tents" })).recommendations[0]!.id;
    value(
      await useCases.correctAdvice(effects, account("reviewer"), {
        kind: "together",
        recommendations: [tents, out!],
        reason: null,
      }),
    );
    expect(await sizes()).toEqual([2, 2]);
    value(await useCases.createAdvice(effects, account("reviewer"), {}));
    expect(await sizes()).toEqual([2, 2]);
    expect(
      await useCases.correctAdvice(effects, account("member"), {
        kind: "apart",
        recommendations: ids as never,
        reason: null,
      }),
    ).toMatchObject({ ok: false });
  });
});
