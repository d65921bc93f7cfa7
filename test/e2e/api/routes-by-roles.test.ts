import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { UseCases } from "#api";
import { may, useCases } from "#app";
import { type Route, type RouteName, route, routes } from "#contract";
import { type Actor, type Role, roles, visitor } from "#records";
import { sampleCalls, sampleParams } from "./sample-calls.ts";
import { askAs, host, operatorToken, serverUnderTest, type UnderTest } from "./server-under-test.ts";

const names = Object.keys(routes) as RouteName[];
const actorOf = (role: Role): Actor =>
  role === "visitor" ? visitor : { id: `account-${role}`, role, kind: "account" };

/** Use cases that only note that they were reached. */
const reached: { name: RouteName; actor: Actor }[] = [];
const spies = Object.fromEntries(
  names.map((name) => [
    name,
    async (_effects: unknown, actor: Actor) => {
      reached.push({ name, actor });
      return { ok: false, problems: [{ code: "test.reached", message: "The use case was reached." }] };
    },
  ]),
) as unknown as UseCases;

type Call = Pick<InjectOptions, "method" | "url" | "payload"> & {
  readonly headers?: Readonly<Record<string, string>>;
};

function callOf(name: RouteName): Call {
  const { method, path, body } = routes[name] as Route;
  const sample = sampleCalls[name] ?? {};
  const url = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(sampleParams[key] ?? ""));
  const search = new URLSearchParams(sample.query).toString();
  return {
    method,
    url: search ? `${url}?${search}` : url,
    ...(body === "upload"
      ? { payload: Buffer.from("a,b\n1,2\n"), headers: { "content-type": "application/octet-stream" } }
      : sample.body
        ? { payload: sample.body }
        : {}),
  };
}

let test: UnderTest;
beforeAll(async () => {
  test = await serverUnderTest(spies);
});
afterAll(() => test.close());

describe("every route with every role", () => {
  it("walks all routes of the contract and all roles", () => {
    expect(names.length).toBeGreaterThan(35);
    expect(roles.length).toBe(8);
  });

  it.each(names)("%s reaches its use case exactly for those the policy allows", async (name) => {
    const { action, reply } = routes[name] as Route;
    for (const role of roles) {
      reached.length = 0;
      // Every attempt to sign in fails here, and failures are limited; the sessions of the roles must not run out.
      if (action === "session.create") test.pass(60);
      const response = await test.ask({ ...callOf(name), as: role });
      const decision = may(actorOf(role), action);
      const seen = `${name} as ${role}: ${response.statusCode} ${response.body.slice(0, 300)}`;
      if (decision.allowed) {
        expect(reached, seen).toEqual([{ name, actor: actorOf(role) }]);
        expect(response.statusCode, seen).toBe(reply === "lines" ? 200 : 422);
      } else {
        expect(reached, seen).toEqual([]);
        expect(response.statusCode, seen).toBe(decision.signIn ? 401 : 403);
        expect(response.headers["content-type"], seen).toContain("application/problem+json");
        expect(response.json().problems[0].message, seen).toContain(decision.reason);
      }
    }
  });
});

describe("the operator's token", () => {
  it("opens the commands, and nothing else", async () => {
    for (const name of names) {
      reached.length = 0;
      const call = callOf(name);
      const response = await test.app.inject({
        ...call,
        headers: { host, ...call.headers, "x-socle-token": operatorToken },
      });
      if (name === "command") expect(reached[0]?.actor.kind).toBe("operator");
      else {
        expect(reached.map(({ actor }) => actor.kind).filter((kind) => kind !== "visitor")).toEqual([]);
        expect(response.statusCode === 401).toBe(!may(visitor, routes[name].action).allowed);
      }
    }
  });

  it.each(["", "wrong", `${operatorToken} `, operatorToken.slice(0, -1)])(
    "is refused as %j",
    async (token) => {
      reached.length = 0;
      const response = await test.app.inject({
        ...callOf("command"),
        headers: { host, "x-socle-token": token },
      });
      expect(response.statusCode).toBe(403);
      expect(reached).toEqual([]);
    },
  );

  it("is refused from another machine", async () => {
    const response = await test.app.inject({
      ...callOf("command"),
      headers: { host, "x-socle-token": operatorToken },
      remoteAddress: "192.0.2.7",
    });
    expect(response.statusCode).toBe(403);
  });
});

describe("a route that forgets to ask", () => {
  const planted = (action: string): Route =>
    route({
      operationId: "planted",
      method: "GET",
      path: "/api/planted",
      summary: "Planted",
      action,
      reply: z.object({}),
    }) as unknown as Route;

  it.each(["", "planted.read"])("keeps the server from being made when its action is %j", async (action) => {
    await expect(test.another({ server: { table: { planted: planted(action) } } })).rejects.toThrow(/action/);
  });

  it("does not exist without a use case", async () => {
    const app = await test.another({ useCases: {} });
    const response = await askAs(app, test.cookies.administrator, callOf("overview"));
    expect(response.statusCode).toBe(404);
  });
});

describe("the real use cases", () => {
  it("refuse by themselves what the policy refuses, whoever calls them", async () => {
    // Apart from the gate in front: a use case is also called by other shells.
    const unguarded = new Set<RouteName>(["session", "signIn", "signOut", "readLink", "useLink", "health"]);
    for (const [name, perform] of Object.entries(useCases) as [
      RouteName,
      (...args: unknown[]) => Promise<never>,
    ][]) {
      if (unguarded.has(name) || may(visitor, routes[name].action).allowed) continue;
      const { query, body } = sampleCalls[name] ?? {};
      const answer = await perform(test.effects, visitor, { ...sampleParams, ...query, ...body });
      expect(answer, name).toMatchObject({ ok: false, problems: [{ code: "access.sign-in-needed" }] });
    }
  });
});
