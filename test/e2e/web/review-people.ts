// People who work on a review in a browser: each with an account, a session and a page of their own.

import type { Page } from "playwright-core";
import { protocolOf, risOf } from "../../integration/reviews/sample-review.ts";
import type { PagesUnderTest } from "./pages-under-test.ts";

const password = "three unrelated words: lamp, river, tax";

export type Person = {
  readonly page: Page;
  readonly account: string;
  /** Calls the API in the person's name. */
  call(method: "GET" | "POST", path: string, body?: unknown): Promise<{ status: number; value: never }>;
};

async function personOf(page: Page): Promise<Person> {
  const call: Person["call"] = (method, path, body) =>
    page.evaluate(
      async ([how, where, what]) => {
        const raw = typeof what === "string";
        const answer = await fetch(where as string, {
          method: how as string,
          ...(what !== undefined && {
            headers: { "content-type": raw ? "application/octet-stream" : "application/json" },
            body: raw ? (what as string) : JSON.stringify(what),
          }),
        });
        return { status: answer.status, value: (await answer.json()) as never };
      },
      [method, path, body] as const,
    );
  const session = await call("GET", "/api/session");
  return { page, account: (session.value as { account: { id: string } }).account.id, call };
}

async function claim(page: Page, token: string, more: object): Promise<void> {
  await page.evaluate(
    async (body) => {
      const answer = await fetch("/api/links/use", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { token, password, ...more },
  );
}

const tokenOf = (link: string): string => /[\w-]{20,}$/.exec(link)?.[0] ?? "";

/** The administrator, who owns the review, and others under their names. */
export async function people(pages: PagesUnderTest, names: readonly string[]): Promise<readonly Person[]> {
  const first = await pages.open({ path: "/access" });
  await claim(first, tokenOf(pages.link), { name: "Ana Ribeiro", email: "ana@example.org" });
  const owner = await personOf(first);
  const found: Person[] = [owner];
  for (const name of names) {
    const made = await owner.call("POST", "/api/accounts", {
      name,
      email: `${name.split(" ")[0]?.toLowerCase()}@example.org`,
      role: "member",
    });
    const page = await pages.open({ path: "/access" });
    await claim(page, tokenOf((made.value as { link: string }).link), {});
    found.push(await personOf(page));
  }
  return found;
}

/** A review of the owner with a protocol and records from a file; others take part as given. */
export async function reviewWith(
  owner: Person,
  id: string,
  members: readonly (readonly [Person, readonly string[]])[],
  options: { readonly records?: number; readonly protocol?: Parameters<typeof protocolOf>[0] } = {},
): Promise<void> {
  const must = async (method: "GET" | "POST", path: string, body: unknown) => {
    const answer = await owner.call(method, path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.value)}`);
  };
  await must("POST", "/api/reviews", { id, title: "What works in social protection", origin: "invented" });
  const acts = [
    ...members.map(([person, parts]) => ({ kind: "member.added", account: person.account, parts })),
    { kind: "protocol.set", protocol: protocolOf(options.protocol), reason: null },
  ];
  await must("POST", `/api/reviews/${id}/acts`, {
    acts: acts.map((act, n) => ({ key: `begin-${id}-${n}`, act })),
    together: true,
  });
  await must("POST", `/api/reviews/${id}/records/file?name=stack.ris`, risOf(options.records ?? 12));
}
