import { describe, expect, it } from "vitest";
import { actions } from "#access";
import { routes } from "#contract";

describe("the policy and the contract", () => {
  it("agree: every route asks an action that has a rule", () => {
    const asked = [...new Set(Object.values(routes).map((route) => route.action))];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((action) => !Object.hasOwn(actions, action))).toEqual([]);
  });

  it("agree: no rule stands that neither a route nor the description of the API asks for", () => {
    const asked = new Set(["docs.read", ...Object.values(routes).map((route): string => route.action)]);
    expect(Object.keys(actions).filter((action) => !asked.has(action))).toEqual([]);
  });
});
