import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type CommandName, runCommand } from "#app";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { operator } from "#records";
import { openStore, readLock } from "#store";
import type { Work } from "./command-line.ts";
import { effectsOf, now, settings } from "./installation.ts";

type Line =
  | { readonly progress: Parameters<Work["progress"]>[0] }
  | { readonly result: unknown }
  | { readonly problems: readonly Problem[] };

const stopped = () =>
  fail(
    problem(
      "cli.stopped",
      "The command was stopped, and the server told so. What it had not finished is not in the store.",
    ),
  );

/** Sends the work to the server that holds the data folder, with the token that lies in the folder. */
async function workAtServer(
  server: { readonly address: string; readonly token: string },
  name: CommandName,
  args: unknown,
  work: Work,
): Promise<Result<unknown>> {
  let response: Response;
  try {
    response = await fetch(`${server.address}/api/commands/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-socle-token": server.token },
      body: JSON.stringify(args),
      signal: work.signal,
    });
  } catch {
    if (work.signal.aborted) return stopped();
    return fail(
      problem(
        "cli.server-silent",
        `A server holds the data folder and does not answer at ${server.address}. If it has just been stopped, try again in a moment.`,
      ),
    );
  }
  if (!response.ok || !response.body) {
    const body = (await response.json().catch(() => null)) as { problems?: readonly Problem[] } | null;
    return body?.problems?.length
      ? failAll(body.problems)
      : fail(
          problem(
            "cli.server-silent",
            `The server at ${server.address} answered with status ${response.status} and no explanation.`,
          ),
        );
  }
  try {
    for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
      if (line.trim() === "") continue;
      const said = JSON.parse(line) as Line;
      if ("progress" in said) work.progress(said.progress);
      else if ("problems" in said) return failAll(said.problems);
      else return ok(said.result);
    }
  } catch (error) {
    // Whoever stops the command ends the connection, which the server takes as the wish to stop.
    if (work.signal.aborted) return stopped();
    // A connection that breaks is a TypeError of `fetch`: the server was killed.
    if (!(error instanceof TypeError)) throw error;
  }
  return fail(
    problem(
      "cli.server-silent",
      "The server ended before the work was done. What was not acknowledged is not in the store; run the command again.",
    ),
  );
}

/**
 * Does batch work on the store: by the server that holds the data folder, else by opening it here.
 *
 * @returns what the command answers, or its problems
 */
export async function workOnStore(name: CommandName, args: unknown, work: Work): Promise<Result<unknown>> {
  const given = settings();
  if (!given.ok) return given;
  const { home, databaseUrl } = given.value;
  const lock = await readLock(home);
  if (lock?.address && lock.token)
    return workAtServer({ address: lock.address, token: lock.token }, name, args, work);
  const store = await openStore({ home, databaseUrl, now });
  if (!store.ok) return store;
  try {
    return await runCommand(effectsOf(store.value, given.value), operator, name, args, work);
  } finally {
    await store.value.close();
  }
}
