import { describe, expect, it } from "vitest";
import { emailProblems, nameProblems, normalisedEmail, passwordProblems } from "./rules.ts";

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe("passwords", () => {
  it.each([
    ["elevenchars", ["accounts.password-too-short"]],
    ["twelve chars", []],
    ["aaaaaaaaaaaa", []],
    ["ééééééééééé", ["accounts.password-too-short"]],
    ["👩‍🌾".repeat(2), ["accounts.password-too-short"]],
    ["x".repeat(1_000), []],
    ["x".repeat(1_001), ["accounts.password-too-long"]],
    [" Someone@Example.org", ["accounts.password-is-address"]],
  ])("%j: %j", (password, expected) => {
    expect(codes(passwordProblems(password, "someone@example.org"))).toEqual(expected);
  });

  it("are told what is wrong at the field, without the password", () => {
    const [problem] = passwordProblems("short", "a@b");
    expect(problem).toMatchObject({ at: { field: "password" } });
    expect(problem?.message).not.toContain('"short"');
  });
});

describe("addresses", () => {
  it.each(["a@b", "a.b+c@example.org", "Å@example.org", " A@B.org "])("takes %j", (email) => {
    expect(emailProblems(email)).toEqual([]);
  });
  it.each(["", "a", "@b", "a@", "a@b@c", "a b@c", "a@b,c@d", "<a@b>", `${"x".repeat(250)}@example.org`])(
    "refuses %j",
    (email) => {
      expect(codes(emailProblems(email))).toEqual(["accounts.email-invalid"]);
    },
  );
  it("are compared without case, blanks and form of accents", () => {
    expect(normalisedEmail(" Jose\u0301@Example.ORG ")).toBe("jos\u00e9@example.org");
  });
});

it("a name of blanks is none", () => {
  expect(codes(nameProblems("  "))).toEqual(["accounts.name-missing"]);
  expect(nameProblems("A")).toEqual([]);
});
