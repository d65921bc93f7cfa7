import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionHours } from "#app";
import { askAs, cookieSet, host, origin, serverUnderTest, type UnderTest } from "./server-under-test.ts";

const password = "correct horse battery staple";
let test: UnderTest;

const tokenOf = (link: string) => link.split("#")[1] ?? "";

/** Makes an account through the API as the administrator would, and sets its password by the link. */
async function account(email: string, role = "member") {
  const made = await test.ask({
    as: "administrator",
    method: "POST",
    url: "/api/accounts",
    payload: { name: "Somebody", email, role },
  });
  expect(made.statusCode, made.body).toBe(200);
  const used = await test.ask({
    method: "POST",
    url: "/api/links/use",
    payload: { token: tokenOf(made.json().link), password },
  });
  expect(used.statusCode, used.body).toBe(200);
  return { id: made.json().account.id as string, cookie: cookieSet(used) ?? "" };
}

const signIn = (email: string, given = password, headers = {}) =>
  test.ask({ method: "POST", url: "/api/session", payload: { email, password: given }, headers });

const who = (cookie: string | undefined) => askAs(test.app, cookie, { url: "/api/session" });

beforeAll(async () => {
  test = await serverUnderTest();
});
afterAll(() => test.close());

describe("a session", () => {
  it("begins with a cookie no script reads and no other site sends", async () => {
    await account("flags@example.org");
    const response = await signIn("Flags@Example.org ");
    expect(response.statusCode, response.body).toBe(200);
    expect(response.json()).toMatchObject({ account: { email: "flags@example.org" }, role: "member" });
    const header = String(response.headers["set-cookie"]);
    expect(header).toMatch(/^socle=[A-Za-z0-9_-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(header)?.[1] ?? "");
    expect(expires - Date.parse(test.effects.now())).toBe(sessionHours * 3_600_000);
  });

  it("begins with a __Host- cookie over HTTPS, and no other is believed there", async () => {
    const app = await test.another({ settings: { SOCLE_ADDRESS: "https://socle.example.org" } });
    await account("https@example.org");
    const headers = { host: "socle.example.org", origin: "https://socle.example.org" };
    const response = await app.inject({
      method: "POST",
      url: "/api/session",
      headers,
      payload: { email: "https@example.org", password },
    });
    const header = String(response.headers["set-cookie"]);
    expect(header).toMatch(/^__Host-socle=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    expect(response.headers["strict-transport-security"]).toContain("max-age=31536000");
    const value = cookieSet(response)?.split("=")[1] ?? "";
    const as = async (cookie: string) =>
      (await app.inject({ url: "/api/session", headers: { ...headers, cookie } })).json().role;
    expect(await as(`__Host-socle=${value}`)).toBe("member");
    expect(await as(`socle=${value}`)).toBe("visitor");
  });

  it("never stands in a body, and only its hash in the store", async () => {
    await account("hash@example.org");
    const response = await signIn("hash@example.org");
    const token = cookieSet(response)?.split("=")[1] ?? "";
    expect(token).toHaveLength(43);
    expect(response.body).not.toContain(token);
    expect(response.body).not.toContain("issued");
    const { catalogue } = test.effects.store;
    expect(await catalogue.sessions.byTokenHash(token, test.effects.now())).toBeNull();
  });

  it("is not the one planted before signing in, and ends the one it replaces", async () => {
    await account("fixation@example.org");
    const planted = "p".repeat(43);
    const first = cookieSet(await signIn("fixation@example.org", password, { cookie: `socle=${planted}` }));
    expect(first).not.toBe(`socle=${planted}`);
    expect((await who(`socle=${planted}`)).json().role).toBe("visitor");
    const second = cookieSet(await signIn("fixation@example.org", password, { cookie: first ?? "" }));
    expect(second).not.toBe(first);
    expect((await who(first ?? "")).json().role).toBe("visitor");
    expect((await who(second ?? "")).json().role).toBe("member");
  });

  it("ends by signing out, for this browser alone", async () => {
    const { cookie } = await account("out@example.org");
    const other = cookieSet(await signIn("out@example.org")) ?? "";
    const response = await askAs(test.app, cookie, { method: "DELETE", url: "/api/session" });
    expect(response.json()).toMatchObject({ account: null, role: "visitor" });
    expect(String(response.headers["set-cookie"])).toMatch(/^socle=; .*Expires=Thu, 01 Jan 1970/);
    expect((await who(cookie)).json().role).toBe("visitor");
    expect((await who(other)).json().role).toBe("member");
  });

  it("ends when the role changes, so that the next one carries the new rights", async () => {
    const { id, cookie } = await account("role@example.org");
    await test.ask({
      as: "administrator",
      method: "PATCH",
      url: `/api/accounts/${id}`,
      payload: { role: "analyst" },
    });
    expect((await who(cookie)).json().role).toBe("visitor");
    const next = await signIn("role@example.org");
    expect(next.json().role).toBe("analyst");
    expect(next.json().may).toContain("index.run");
  });

  it("ends when the account is disabled, which also closes the door", async () => {
    const { id, cookie } = await account("disabled@example.org");
    const change = (disabled: boolean) =>
      test.ask({ as: "administrator", method: "PATCH", url: `/api/accounts/${id}`, payload: { disabled } });
    await change(true);
    expect((await who(cookie)).json().role).toBe("visitor");
    expect((await signIn("disabled@example.org")).json().problems[0].code).toBe("accounts.sign-in-failed");
    await change(false);
    expect((await signIn("disabled@example.org")).statusCode).toBe(200);
  });

  it("ends after twelve hours, however busy it was", async () => {
    const { cookie } = await account("day@example.org");
    test.pass(sessionHours * 3_600 - 60);
    expect((await who(cookie)).json().role).toBe("member");
    test.pass(120);
    expect((await who(cookie)).json().role).toBe("visitor");
    await test.renewSessions();
  });
});

describe("a refused sign-in", () => {
  it("says the same for a wrong password, an unknown address and an account without password", async () => {
    await account("known@example.org");
    const bodies = [
      (await signIn("known@example.org", "a wrong password")).json(),
      (await signIn("unknown@example.org")).json(),
      (await signIn("member@example.org")).json(),
    ];
    expect(bodies[0]).toMatchObject({ status: 401, problems: [{ code: "accounts.sign-in-failed" }] });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it("is followed by growing waits, which the right password does not jump either", async () => {
    test.pass(3_700);
    await test.renewSessions();
    await account("guess@example.org");
    for (let i = 0; i < 5; i += 1)
      expect((await signIn("guess@example.org", `guess number ${i}`)).statusCode).toBe(401);
    const refused = await signIn("guess@example.org");
    expect(refused.statusCode).toBe(429);
    expect(refused.json().problems[0].code).toBe("api.too-many-attempts");
    expect(refused.headers["retry-after"]).toBe("1");
    test.pass(1);
    expect((await signIn("guess@example.org", "guess number 5")).statusCode).toBe(401);
    expect((await signIn("guess@example.org")).headers["retry-after"]).toBe("2");
    test.pass(2);
    expect((await signIn("guess@example.org")).statusCode).toBe(200);
    expect((await signIn("guess@example.org", "one more guess")).statusCode).toBe(401);
  });

  it("counts attempts made at the same moment", async () => {
    test.pass(3_700);
    await test.renewSessions();
    await account("flood@example.org");
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => signIn("flood@example.org", `guess number ${i}`)),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});

describe("a foreign page", () => {
  const attempt = (headers: Record<string, string | undefined>, cookie = test.cookies.administrator) =>
    test.app.inject({
      method: "POST",
      url: "/api/accounts",
      headers: { host, ...(cookie ? { cookie } : {}), ...headers } as Record<string, string>,
      payload: { name: "Intruder", email: "intruder@example.org", role: "administrator" },
    });

  it.each([
    { origin: "https://evil.example" },
    { origin: "http://localhost:4501" },
    { origin: "http://localhost.evil.example:4500" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin },
    { "sec-fetch-site": "none" },
    {},
  ])("cannot change anything with a signed-in browser: %j", async (headers) => {
    const response = await attempt(headers);
    expect(response.statusCode).toBe(403);
    expect(response.json().problems[0].code).toBe("api.foreign-origin");
    expect(await test.effects.store.catalogue.accounts.byEmail("intruder@example.org")).toBeNull();
  });

  it("differs from our own, and from a program without cookies", async () => {
    const own = await attempt({ origin, "sec-fetch-site": "same-origin" });
    expect(own.statusCode, own.body).toBe(200);
    const program = await test.app.inject({
      method: "POST",
      url: "/api/session",
      headers: { host },
      payload: { email: "nobody-else@example.org", password },
    });
    expect(program.json().problems[0].code).toBe("accounts.sign-in-failed");
  });

  it("cannot send a form: only JSON is taken", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const response = await test.ask({
        as: "administrator",
        method: "POST",
        url: "/api/accounts",
        headers: { "content-type": type },
        payload: '{"name":"Intruder"}',
      });
      expect(response.statusCode).toBe(415);
      expect(response.json().problems[0].code).toBe("api.wrong-content-type");
    }
  });
});
