import { describe, expect, it } from "vitest";
import { type AccessTier, type Actor, accessTiers, operator, type Role, roles, visitor } from "#records";
import { actions, roleDescriptions } from "./actions.data.ts";
import { actionsOf, may } from "./may.ts";
import { permission } from "./permission.ts";

const account = (role: Role): Actor => ({ id: `account-${role}`, role, kind: "account" });
const actorOf = (role: Role): Actor => (role === "visitor" ? visitor : account(role));

// Written out by hand, apart from the policy's own table: one letter a role, in the order of `roles`
// (visitor, member, correspondent, analyst, reviewer, custodian, manager, administrator), then the operator.
const expected: Readonly<Record<string, string>> = {
  "health.read": "yyyyyyyy y",
  "docs.read": "yyyyyyyy y",
  "overview.read": "yyyyyyyy y",
  "policy.read": "yyyyyyyy y",
  "country.read": "yyyyyyyy y",
  "evaluation.read": "yyyyyyyy y",
  "document.read": "yyyyyyyy y",
  "passage.search": "yyyyyyyy y",
  "indicator.read": "yyyyyyyy y",
  "observation.read": "yyyyyyyy y",
  "release.read": "yyyyyyyy y",
  "release.download": "yyyyyyyy y",
  "index.read": "yyyyyyyy y",
  "standard.read": "yyyyyyyy y",
  "trace.read": "yyyyyyyy y",
  "source.read": "yyyyyyyy y",
  "session.read": "yyyyyyyy y",
  "session.create": "yyyyyyyy y",
  "session.delete": "yyyyyyyy y",
  "link.read": "yyyyyyyy y",
  "link.use": "yyyyyyyy y",
  "release.create": "---y--yy y",
  "release.prepare": "---y--yy y",
  "release.publish": "---y--yy y",
  "release.withdraw": "------yy y",
  "index.run": "---y--yy y",
  "indicator.change": "------yy y",
  "selection.read": "yyyyyyyy y",
  "selection.make": "---y--yy y",
  "study.read": "yyyyyyyy y",
  "study.tabulate": "yyyyyyyy y",
  "study.microdata": "yyyyyyyy y",
  "study.change": "---y-yyy y",
  "study.publish": "-----yyy y",
  "document.import": "----y-yy y",
  "document.correct": "----y-yy y",
  "evaluation.import": "----y-yy y",
  "standard.import": "---yy-yy y",
  "store.verify": "---yyyyy y",
  "evaluation.edit": "----y-yy y",
  "evaluation.download": "yyyyyyyy y",
  "vocabulary.read": "yyyyyyyy y",
  "vocabulary.change": "------yy y",
  "search.read": "yyyyyyyy y",
  "search.save": "-yyyyyyy y",
  "lesson.read": "yyyyyyyy y",
  "lesson.edit": "----y-yy y",
  "record.harvest": "yyyyyyyy y",
  "review.read": "yyyyyyyy y",
  "review.begin": "---yy-yy y",
  "review.act": "-yyyyyyy y",
  "recommendation.read": "yyyyyyyy y",
  "recommendation.draft": "----y-yy y",
  "recommendation.respond": "------yy y",
  "recommendation.progress": "-yyyyyyy y",
  "recommendation.verify": "----y-yy y",
  "advice.change": "----y-yy y",
  "follow-up.own": "-yyyyyyy y",
  "reminder.send": "------yy y",
  "account.read": "------yy y",
  "account.create": "------yy y",
  "account.change": "------yy y",
  "audit.read": "-----yyy y",
  "command.run": "-------- y",
};

describe("the policy", () => {
  it("answers every role and every action as the table written by hand says", () => {
    const found = Object.fromEntries(
      Object.keys(actions).map((action) => {
        const letter = (actor: Actor) => (may(actor, action).allowed ? "y" : "-");
        return [action, `${roles.map((role) => letter(actorOf(role))).join("")} ${letter(operator)}`];
      }),
    );
    expect(found).toEqual(expected);
  });

  it.each(["", "release.destroy", "toString", "__proto__", "constructor"])(
    "refuses the unknown action %j to everyone, the operator included",
    (action) => {
      for (const actor of [...roles.map(actorOf), operator]) {
        expect(may(actor, action)).toMatchObject({ allowed: false, signIn: false });
      }
    },
  );

  it("describes each role", () => {
    expect(Object.keys(roleDescriptions)).toEqual([...roles]);
  });
});

describe("tiers", () => {
  const readers: Readonly<Record<AccessTier, string>> = {
    public: "yyyyyyyy y",
    members: "-yyyyyyy y",
    restricted: "-----y-y y",
  };
  it.each(accessTiers)("lets exactly the right roles read the %s tier", (tier) => {
    for (const action of ["release.read", "release.download", "observation.read", "source.read"]) {
      const letter = (actor: Actor) => (may(actor, action, { tier }).allowed ? "y" : "-");
      expect(`${roles.map((role) => letter(actorOf(role))).join("")} ${letter(operator)}`).toBe(
        readers[tier],
      );
    }
  });

  it("lets whoever brought a thing in read it, but not somebody else's", () => {
    const analyst = account("analyst");
    expect(may(analyst, "source.read", { tier: "restricted", owner: analyst.id }).allowed).toBe(true);
    expect(may(analyst, "source.read", { tier: "restricted", owner: "account-reviewer" }).allowed).toBe(
      false,
    );
  });

  it("gives ownership no weight without an account or without the right to the action", () => {
    expect(may(visitor, "source.read", { tier: "restricted", owner: visitor.id }).allowed).toBe(false);
    const member = account("member");
    expect(may(member, "release.create", { owner: member.id }).allowed).toBe(false);
  });
});

describe("accounts", () => {
  it("lets managers keep only accounts of roles below their own trust, administrators all", () => {
    for (const action of ["account.create", "account.change"]) {
      const letters = (keeper: Role) =>
        roles.map((role) => (may(account(keeper), action, { role }).allowed ? "y" : "-")).join("");
      expect(letters("manager")).toBe("-yyyy---");
      expect(letters("administrator")).toBe("yyyyyyyy");
      expect(letters("analyst")).toBe("--------");
    }
  });
});

describe("refusals", () => {
  it("tell a visitor to sign in where that helps, and only there", () => {
    expect(may(visitor, "release.create")).toMatchObject({ allowed: false, signIn: true });
    expect(may(visitor, "command.run")).toMatchObject({ allowed: false, signIn: false });
    expect(may(account("member"), "release.create")).toMatchObject({ allowed: false, signIn: false });
  });

  it("name who may and why", () => {
    expect(may(account("member"), "release.create")).toMatchObject({
      reason:
        "Only analysts, managers and administrators may import observations into a release. A release is cited by others, so it is made by those who answer for its figures.",
    });
  });

  it("take no role on trust from a visitor's record", () => {
    expect(may({ ...visitor, role: "administrator" }, "account.read").allowed).toBe(false);
  });

  it("become problems with different codes for visitors and accounts", () => {
    expect(permission(visitor, "index.run")).toMatchObject({ problems: [{ code: "access.sign-in-needed" }] });
    expect(permission(account("member"), "index.run")).toMatchObject({
      problems: [{ code: "access.not-allowed" }],
    });
    expect(permission(account("analyst"), "index.run")).toEqual({ ok: true, value: null });
  });

  it("list for a page what an actor may do", () => {
    expect(actionsOf(visitor)).not.toContain("index.run");
    expect(actionsOf(account("analyst"))).toContain("index.run");
    expect(actionsOf(operator)).toEqual(Object.keys(actions));
  });
});
