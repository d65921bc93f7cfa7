import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFirstLink, type Effects, runCommand, useCases } from "#app";
import type { Result } from "#kernel";
import { type Account, type Actor, operator, visitor } from "#records";
import type { Store } from "#store";
import { describeOnEngines, opened, type Place } from "../store/engines.ts";

const password = "correct horse battery staple";
let store: Store;
let effects: Effects;
let place: Place | undefined;
let offset = 0;
let number = 0;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const code = (result: Result<unknown>) =>
  result.ok ? "ok" : result.problems.map(({ code }) => code).join(" ");
const tokenOf = (link: string) => link.split("#")[1] ?? "";
const as = ({ id, role }: Account): Actor => ({ id, role, kind: "account" });

async function made(role: Account["role"], by: Actor = operator) {
  number += 1;
  const { account, link } = value(
    await useCases.createAccount(effects, by, { name: "Somebody", email: `p${number}@example.org`, role }),
  );
  return { account: account as Account, token: tokenOf(link) };
}
const use = (token: string, more: object = {}) =>
  useCases.useLink(effects, visitor, { token, password, ...more } as never);
const lastAudit = async () => (await store.catalogue.audit.list({ before: null, limit: 1 }))[0];

describeOnEngines("accounts", (engine) => {
  beforeAll(async () => {
    const now = () => new Date(Date.parse("2026-03-01T08:00:00Z") + offset).toISOString();
    place = await engine.place();
    store = await opened(place, now);
    effects = {
      store,
      now,
      randomBytes: (length) => randomBytes(length),
      codeVersion: "test",
      address: "http://localhost:4500",
    };
  });
  afterAll(async () => {
    await store?.close();
    await place?.remove();
  });

  describe("the first administrator", () => {
    const claim = (link: string | null, email = "first@example.org") =>
      use(tokenOf(link ?? ""), { name: "First", email });

    it("is made by the newest link only, once, within a day; afterwards no start makes a link", async () => {
      const earlier = value(await createFirstLink(effects));
      const link = value(await createFirstLink(effects));
      expect(link).toMatch(/^http:\/\/localhost:4500\/claim#[A-Za-z0-9_-]{43}$/);
      expect(code(await claim(earlier))).toBe("accounts.link-invalid");
      expect(value(await useCases.readLink(effects, visitor, { token: tokenOf(link ?? "") }))).toEqual({
        purpose: "claim-administrator",
        name: null,
        email: null,
      });

      offset += 24 * 3_600_000;
      expect(code(await claim(link))).toBe("accounts.link-invalid");
      const fresh = value(await createFirstLink(effects));

      // What will not do leaves the link good, and says all that is wrong.
      expect(code(await use(tokenOf(fresh ?? ""), { password: "short" }))).toBe(
        "accounts.name-missing accounts.email-invalid accounts.password-too-short",
      );
      const answers = await Promise.all([claim(fresh, "one@example.org"), claim(fresh, "two@example.org")]);
      expect(answers.map(code).sort()).toEqual(["accounts.link-invalid", "ok"]);
      const accounts = await store.catalogue.accounts.list();
      expect(accounts).toHaveLength(1);
      expect(accounts[0]).toMatchObject({ role: "administrator", name: "First" });
      expect(code(await claim(fresh))).toBe("accounts.link-invalid");
      expect(value(await createFirstLink(effects))).toBeNull();
    });

    it("cannot be made by a link that outlived the making of one", async () => {
      const [administrator] = await store.catalogue.accounts.list();
      await store.catalogue.accounts.setDisabled(administrator?.id ?? "", effects.now());
      const link = value(await createFirstLink(effects));
      expect(link).not.toBeNull();
      await store.catalogue.accounts.setDisabled(administrator?.id ?? "", null);
      expect(code(await claim(link))).toBe("accounts.administrator-exists");
      expect(value(await createFirstLink(effects))).toBeNull();
      expect(code(await claim(link))).toBe("accounts.link-invalid");
    });
  });

  describe("links to set a password", () => {
    it("are stored as hashes, tell whose they are, and work once within a week", async () => {
      const { account, token } = await made("member");
      expect(await store.catalogue.links.peek(token, effects.now())).toBeNull();
      expect(value(await useCases.readLink(effects, visitor, { token }))).toEqual({
        purpose: "set-password",
        name: account.name,
        email: account.email,
      });
      const answers = await Promise.all([use(token), use(token), use(token)]);
      expect(answers.map(code).sort()).toEqual(["accounts.link-invalid", "accounts.link-invalid", "ok"]);
      expect(code(await useCases.readLink(effects, visitor, { token }))).toBe("accounts.link-invalid");

      const late = await made("member");
      offset += 7 * 24 * 3_600_000;
      expect(code(await use(late.token))).toBe("accounts.link-invalid");
    });

    it("give way to a newer one, end the sessions, and change the password when used", async () => {
      const { account, token } = await made("member");
      value(await use(token));
      const signIn = (given: string) =>
        useCases.signIn(effects, visitor, { email: account.email, password: given });
      const first = value(await useCases.createAccountLink(effects, operator, { id: account.id }));
      const second = value(await useCases.createAccountLink(effects, operator, { id: account.id }));
      expect(code(await use(tokenOf(first.link)))).toBe("accounts.link-invalid");
      expect(code(await signIn(password))).toBe("ok");
      value(await use(tokenOf(second.link), { password: "another long password" }));
      expect(code(await signIn(password))).toBe("accounts.sign-in-failed");
      expect(code(await signIn("another long password"))).toBe("ok");
    });

    it("cannot be the address of the account as password, and are worthless once it is disabled", async () => {
      const { account, token } = await made("member");
      expect(code(await use(token, { password: account.email }))).toBe("accounts.password-is-address");
      value(await useCases.changeAccount(effects, operator, { id: account.id, disabled: true }));
      expect(code(await use(token))).toBe("accounts.link-invalid");
      expect(code(await useCases.createAccountLink(effects, operator, { id: account.id }))).toBe(
        "accounts.disabled",
      );
    });
  });

  describe("keeping accounts", () => {
    let manager: Actor;
    beforeEach(async () => {
      manager = as((await made("manager")).account);
    });

    it("stays below the manager's own role", async () => {
      for (const role of ["custodian", "manager", "administrator"] as const) {
        const refused = await useCases.createAccount(effects, manager, {
          name: "X",
          email: "x@example.org",
          role,
        });
        expect(code(refused), role).toBe("access.not-allowed");
        const { account } = await made(role);
        for (const change of [{ role: "member" as const }, { disabled: true }]) {
          const result = await useCases.changeAccount(effects, manager, { id: account.id, ...change });
          expect(code(result), role).toBe("access.not-allowed");
        }
        expect(code(await useCases.createAccountLink(effects, manager, { id: account.id }))).toBe(
          "access.not-allowed",
        );
      }
      const { account } = await made("member", manager);
      expect(
        code(await useCases.changeAccount(effects, manager, { id: account.id, role: "custodian" })),
      ).toBe("access.not-allowed");
      expect(code(await useCases.changeAccount(effects, manager, { id: account.id, role: "reviewer" }))).toBe(
        "ok",
      );
      expect(
        code(await useCases.changeAccount(effects, manager, { id: manager.id, role: "administrator" })),
      ).toBe("access.not-allowed");
    });

    it("refuses an address twice, whatever its case, and the role of visitor", async () => {
      const { account } = await made("member");
      const again = { name: "X", email: account.email.toUpperCase(), role: "member" as const };
      expect(code(await useCases.createAccount(effects, operator, again))).toBe("accounts.email-taken");
      const twice = { name: "X", email: "twice@example.org", role: "member" as const };
      const answers = await Promise.all(
        [1, 2, 3].map(() => useCases.createAccount(effects, operator, twice)),
      );
      expect(answers.map(code).sort()).toEqual(["accounts.email-taken", "accounts.email-taken", "ok"]);
      const none = { name: " ", email: "nowhere", role: "visitor" as const };
      expect(code(await useCases.createAccount(effects, operator, none))).toBe(
        "accounts.name-missing accounts.email-invalid accounts.role-impossible",
      );
      expect(code(await useCases.changeAccount(effects, operator, { id: account.id, role: "visitor" }))).toBe(
        "accounts.role-impossible",
      );
    });

    it("says what is not there to be changed", async () => {
      expect(code(await useCases.changeAccount(effects, operator, { id: "nobody", role: "member" }))).toBe(
        "accounts.unknown",
      );
      const { account } = await made("member");
      expect(code(await useCases.changeAccount(effects, operator, { id: account.id }))).toBe(
        "accounts.nothing-to-change",
      );
    });

    it("leaves an administrator, also when two are demoted at the same moment", async () => {
      for (const account of await store.catalogue.accounts.list()) {
        if (account.role === "administrator") await store.catalogue.accounts.setRole(account.id, "member");
      }
      const [one, two] = [(await made("administrator")).account, (await made("administrator")).account];
      const answers = await Promise.all([
        useCases.changeAccount(effects, as(one), { id: two.id, role: "member" }),
        useCases.changeAccount(effects, as(two), { id: one.id, disabled: true }),
      ]);
      expect(answers.map(code).sort()).toEqual(["accounts.last-administrator", "ok"]);
      const left = (await store.catalogue.accounts.list()).filter(
        ({ role, disabledAt }) => role === "administrator" && disabledAt === null,
      );
      expect(left).toHaveLength(1);
      expect(
        code(await useCases.changeAccount(effects, operator, { id: left[0]?.id ?? "", role: "manager" })),
      ).toBe("accounts.last-administrator");
    });
  });

  describe("the audit", () => {
    it("has a line for each change, with who and what, and no secret", async () => {
      const { account, token } = await made("member");
      expect(await lastAudit()).toMatchObject({
        action: "account.create",
        actor: "operator",
        resource: `account:${account.id}`,
        detail: { role: "member" },
      });
      value(await use(token));
      expect(await lastAudit()).toMatchObject({ action: "account.set-password", actor: account.id });
      value(await useCases.signIn(effects, visitor, { email: account.email, password }));
      expect(await lastAudit()).toMatchObject({ action: "session.create", actor: account.id });
      value(
        await useCases.changeAccount(effects, operator, { id: account.id, role: "analyst", disabled: true }),
      );
      expect(await lastAudit()).toMatchObject({
        action: "account.change",
        detail: { role: { from: "member", to: "analyst" }, disabled: true },
      });
      const all = JSON.stringify(await store.catalogue.audit.list({ before: null, limit: 500 }));
      for (const secret of [token, password, account.email, "argon2id"]) expect(all).not.toContain(secret);
    });

    it("says nothing of a change that changed nothing, or was refused", async () => {
      const { account } = await made("member");
      const before = await lastAudit();
      value(
        await useCases.changeAccount(effects, operator, { id: account.id, role: "member", disabled: false }),
      );
      await useCases.changeAccount(effects, visitor, { id: account.id, role: "analyst" });
      await useCases.signIn(effects, visitor, { email: account.email, password: "not this one" });
      expect(await lastAudit()).toEqual(before);
    });

    it("shows custodians what concerns data, page by page, and managers everything", async () => {
      const write = (action: string) =>
        store.catalogue.audit.append({
          action,
          actor: "operator",
          resource: "x",
          at: effects.now(),
          detail: {},
        });
      for (let i = 0; i < 7; i += 1) {
        await write("release.create");
        await write("account.change");
        await write("session.create");
      }
      const page = async (role: Account["role"], limit: number, before?: number) =>
        value(
          await useCases.listAudit(effects, { id: "x", role, kind: "account" }, {
            limit,
            ...(before === undefined ? {} : { before }),
          } as never),
        );
      const first = await page("custodian", 5);
      const second = await page("custodian", 5, first.at(-1)?.number);
      expect([...first, ...second].map(({ action }) => action)).toEqual(Array(7).fill("release.create"));
      expect(first).toHaveLength(5);
      expect(new Set((await page("manager", 6)).map(({ action }) => action))).toEqual(
        new Set(["session.create", "account.change", "release.create"]),
      );
      expect(code(await useCases.listAudit(effects, visitor, { limit: 5 } as never))).toBe(
        "access.sign-in-needed",
      );
    });
  });

  describe("at the command line", () => {
    const run = (name: string, args: object) => runCommand(effects, operator, name, args);
    const email = "dora@example.org";

    it("are made, listed, closed and opened by the operator, with a link that works once", async () => {
      const first = value(
        await run("accounts-add", { email: " Dora@Example.org", person: "Dora", role: "reviewer" }),
      ) as { link: string };
      expect(code(await run("accounts-add", { email, person: "Dora" }))).toBe("accounts.email-taken");
      expect(code(await run("accounts-add", { email: "no-address", person: "Nobody" }))).not.toBe("ok");
      expect(
        code(await run("accounts-add", { email: "eve@example.org", person: "Eve", role: "visitor" })),
      ).toBe("accounts.role-impossible");
      expect(value(await run("accounts-disable", { email }))).toMatchObject({ email, role: "reviewer" });
      expect(code(await use(tokenOf(first.link)))).toBe("accounts.link-invalid");
      expect(code(await run("accounts-link", { email }))).toBe("accounts.disabled");
      expect(value(await run("accounts-disable", { email, disabled: false }))).toMatchObject({
        disabledAt: null,
      });
      const { link } = value(await run("accounts-link", { email })) as { link: string };
      expect(code(await use(tokenOf(link)))).toBe("ok");
      expect(code(await use(tokenOf(link)))).toBe("accounts.link-invalid");
      expect(code(await run("accounts-link", { email: "nobody@example.org" }))).toBe("app.not-found");
      expect(value(await run("accounts-list", {}))).toContainEqual(
        expect.objectContaining({ email, disabledAt: null }),
      );
    });
  });
});
