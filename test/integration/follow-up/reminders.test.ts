// Reminders through a real mail server (Debian's Exim) in a folder of its own on loopback.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, remind, smtpMail, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator } from "#records";
import { startScratchSmtp } from "../../../setup/scratch-smtp.mjs";
import { pglite, sharedStore } from "../store/engines.ts";
import { addedSource, at } from "../store/samples.ts";

const server = await startScratchSmtp();
const absent = "reason" in server ? server.reason : null;
const url = "url" in server ? server.url : "";
const folder = "mail" in server ? server.mail : "";
afterAll(() => ("stop" in server ? server.stop() : undefined));

it("has a mail server on CI", () => {
  expect(absent === null || process.env["CI"] !== "true", absent ?? "").toBe(true);
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};

/** Mails that have arrived, by their text; waits for as many. */
async function arrived(count: number): Promise<readonly string[]> {
  for (let tries = 0; tries < 150; tries++) {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    if (names.length >= count) return names.sort().map((name) => readFileSync(join(folder, name), "utf8"));
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`${count} mails did not arrive`);
}
const bodyOf = (mail: string) => {
  const [head = "", ...rest] = mail.split(/\r?\n\r?\n/);
  const body = rest.join("\n\n");
  return /base64/i.test(head)
    ? Buffer.from(body, "base64").toString()
    : /quoted-printable/i.test(head)
      ? Buffer.from(
          body
            .replace(/=\r?\n/g, "")
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          "latin1",
        ).toString()
      : body;
};
const headersOf = (mail: string) =>
  mail
    .split(/\r?\n\r?\n/)[0]!
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);

describe.skipIf(absent !== null)(`reminders by a mail server${absent ? ` (${absent})` : ""}`, () => {
  const store = sharedStore(pglite);
  let day = "2026-03-01";
  let effects: Effects;
  const manager: Actor = { id: "manager", role: "manager", kind: "account" };

  beforeAll(async () => {
    effects = {
      store: store(),
      now: () => `${day}T08:00:00.000Z`,
      randomBytes: (n) => new Uint8Array(n).fill(3),
      codeVersion: "test",
      address: "http://localhost:4500",
      mail: smtpMail(url, "socle@example.org"),
    };
    const source = await addedSource(store(), "a report");
    await store().catalogue.accounts.add({
      id: "manager",
      email: "manager@example.org",
      name: "Ana\r\nBcc: everybody@example.org\r\n\r\nInjected",
      role: "manager",
      createdAt: at,
      disabledAt: null,
      passwordHash: null,
    });
    const { ids } = value(
      await useCases.draftRecommendations(effects, operator, {
        passages: [],
        text: "Enregistrer les vendeuses de rue\r\nSubject: forged\r\n\r\net vite.",
        document: source,
        number: "1",
      }),
    );
    value(
      await useCases.issueRecommendation(effects, operator, {
        id: ids[0]!,
        steps: [
          { action: null, data: { kind: "issued" } },
          { action: null, data: { kind: "response-asked", due: "2026-02-20", unit: "Bureau\r\nX: y" } },
        ],
      }),
    );
  });

  it("arrive once a day, in the person's language, and nothing in a name becomes a header", async () => {
    value(await useCases.setReminders(effects, manager, { language: "fr", wanted: true }));
    expect(value(await remind(effects))).toEqual({
      configured: true,
      queued: 1,
      sent: 1,
      waiting: 0,
      failed: 0,
    });
    expect(value(await remind(effects))).toMatchObject({ queued: 0, sent: 0 });
    const [mail] = await arrived(1);
    const headers = headersOf(mail!);
    expect(
      headers
        .filter((line) => /^(bcc|x|subject|to|from):/i.test(line))
        .map((line) => line.split(":")[0]!.toLowerCase())
        .sort(),
    ).toEqual(["from", "subject", "to"]);
    expect(headers.find((line) => /^to:/i.test(line))).toBe("To: manager@example.org");
    expect(headers.some((line) => /^auto-submitted: auto-generated/i.test(line))).toBe(true);
    const body = bodyOf(mail!).replaceAll("\r", "");
    expect(body).toContain("Bonjour Ana Bcc: everybody@example.org Injected,");
    expect(body).toContain("- 1 Enregistrer les vendeuses de rue Subject: forged et vite.");
    expect(body).toContain("échéance 2026-02-20, en retard");
    expect(body).toMatch(/http:\/\/localhost:4500\/evidence\/recommendations\/rec-/);
  });

  it("come again the next day while something waits, and stop when the person says so", async () => {
    day = "2026-03-02";
    expect(value(await remind(effects))).toMatchObject({ queued: 1, sent: 1 });
    await arrived(2);
    value(await useCases.setReminders(effects, manager, { language: "fr", wanted: false }));
    day = "2026-03-03";
    expect(value(await remind(effects))).toMatchObject({ queued: 0, sent: 0 });
    value(await useCases.setReminders(effects, manager, { language: "pt", wanted: true }));
  });

  it("that the server puts off are tried again when their time has come; refused ones are not", async () => {
    const { catalogue } = store();
    const add = (id: string, email: string) =>
      catalogue.accounts.add({
        id,
        email,
        name: id,
        role: "manager",
        createdAt: at,
        disabledAt: null,
        passwordHash: null,
      });
    await add("late", "later@example.org");
    await add("gone", "refused@example.org");
    await add("hostile", "a@example.org>\r\nRCPT TO:<b@example.org");
    day = "2026-03-04";
    expect(value(await remind(effects))).toMatchObject({ queued: 4, sent: 1, waiting: 1, failed: 2 });
    const outbox = async () =>
      Object.fromEntries(
        (await catalogue.reminders.outbox(10))
          .filter((one) => one.day === day)
          .map((one) => [one.account, one]),
      );
    expect(await outbox()).toMatchObject({
      manager: { state: "sent" },
      late: { state: "waiting", attempts: 1, nextTryAt: "2026-03-04T08:05:00.000Z" },
      gone: { state: "failed", attempts: 1 },
      hostile: { state: "failed" },
    });
    expect((await outbox())["gone"]?.error).toContain("550 there is no such mailbox");
    expect(value(await remind(effects))).toMatchObject({ sent: 0, waiting: 0 });
    const later = { ...effects, now: () => "2026-03-04T08:06:00.000Z" };
    expect(value(await remind(later))).toMatchObject({ sent: 0, waiting: 1 });
    expect((await outbox())["late"]).toMatchObject({ attempts: 2, nextTryAt: "2026-03-04T08:36:00.000Z" });
    expect((await arrived(3)).length).toBe(3);
  });

  it("are shown to managers with what the server said, and to nobody else", async () => {
    const mine = value(await useCases.myFollowUp(effects, manager, {}));
    expect(mine.mail).toMatchObject({ configured: true, wish: { language: "pt" } });
    expect(mine.mail.outbox.some(({ state }) => state === "failed")).toBe(true);
    const member: Actor = { id: "member", role: "member", kind: "account" };
    expect(value(await useCases.myFollowUp(effects, member, {})).mail.outbox).toEqual([]);
    expect(await useCases.sendReminders(effects, member, {})).toMatchObject({ ok: false });
  });

  it("are not sent where no server is set, and wait where it does not answer", async () => {
    const { mail: _, ...silent } = effects;
    day = "2026-03-05";
    expect(value(await remind(silent))).toEqual({
      configured: false,
      queued: 0,
      sent: 0,
      waiting: 0,
      failed: 0,
    });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", () => resolve()));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const unreachable = { ...effects, mail: smtpMail(`smtp://127.0.0.1:${port}`, "socle@example.org") };
    expect(value(await remind(unreachable))).toMatchObject({ sent: 0, waiting: 3, failed: 1 });
  });
});
