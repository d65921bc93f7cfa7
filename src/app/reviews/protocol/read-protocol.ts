import { fail, ok, problem } from "#kernel";
import { protocolChanges, type ReviewState } from "#reviews";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { nameIn } from "../names.ts";

/** A version of the protocol as lists show it. */
export const shownVersions = (state: ReviewState): RouteReply<"review">["versions"] =>
  state.protocol.versions.map(({ version, at, by, reason }) => ({
    version,
    at,
    by: nameIn(state, by),
    reason,
    acts: Object.fromEntries(state.protocol.actsUnder.get(version) ?? []),
  }));

/** One version, the standing one unless another is asked for. */
export const reviewProtocol: RouteUseCase<"reviewProtocol"> = async (effects, actor, { id, version }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state } = known.value;
  const { versions } = state.protocol;
  if (versions.length === 0) return ok({ protocol: null, version: null, events: null, changes: [] });
  const at = (version ?? versions.length) - 1;
  const found = versions[at];
  if (!found)
    return fail(
      problem(
        "app.not-found",
        `The protocol of ${id} has no version ${version}; it has 1 to ${versions.length}.`,
        { field: "version" },
      ),
    );
  const before = versions[at - 1];
  const next = versions[at + 1];
  return ok({
    protocol: found.protocol as unknown as RouteReply<"reviewProtocol">["protocol"],
    version: shownVersions(state)[at] ?? null,
    events: { from: found.event, to: next ? next.event - 1 : state.last },
    changes: before ? [...protocolChanges(before.protocol, found.protocol)] : [],
  });
};

/** The file holds the words as they stand, and every version with its date and reason. */
export const downloadProtocol: RouteUseCase<"downloadProtocol"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { versions } = known.value.state.protocol;
  const standing = versions.at(-1);
  if (!standing)
    return fail(
      problem("app.not-found", `The review ${id} has no protocol yet. Write it on its page, or import one.`),
    );
  const text = JSON.stringify(
    {
      format: "socle-protocol/1",
      review: id,
      version: standing.version,
      protocol: standing.protocol,
      versions: versions.map(({ version, at, reason, protocol }) => ({ version, at, reason, protocol })),
    },
    null,
    2,
  );
  return ok({
    fileName: `${id}-protocol-v${standing.version}.json`,
    mediaType: "application/json",
    stream: (async function* () {
      yield new TextEncoder().encode(`${text}\n`);
    })(),
  });
};
