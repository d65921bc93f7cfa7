import { Buffer } from "node:buffer";
import { fail, ok, problem } from "#kernel";
import { memberParts } from "#reviews";
import type { QdaProject } from "#sources";
import type { Effects } from "../../effects.ts";
import { readableSources } from "../../readable.ts";
import { readApart } from "../../reading/read-apart.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { importAsMember } from "../import-as-member.ts";
import { randomKey } from "../random-key.ts";
import { recordActs } from "../record-acts.ts";
import { actsOfQda } from "./acts-of-qda.ts";
import { heldReport, heldText } from "./held-text.ts";
import type { ReportInReview } from "./report-of-text.ts";

const noticesShown = 200;

/** A made GUID (version 4). */
function newGuid(effects: Effects): string {
  const bytes = Buffer.from(effects.randomBytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * A REFI-QDA codebook or project: first looked at (`preview`), then recorded as acts of whoever brings it, or of
 * the member whom the operator names, all or none. Codes come under a branch of their own; codings stand where their words stand in the reports held.
 */
export const importCoding: RouteUseCase<"importCoding"> = (effects, actor, input) =>
  importAsMember<RouteReply<"importCoding">>(effects, actor, input, async ({ known, by, bytes }) => {
    const { catalogue } = effects.store;
    const read = await readApart("qda", { bytes, name: input.name }, { limits: effects.reading });
    if (!read.ok) return read;
    const { state } = known;
    const readable = await readableSources(catalogue, actor);
    const reports: ReportInReview[] = [];
    if (read.value.kind === "project" && read.value.project.texts.length > 0)
      for (const { record, duplicateOf } of [...state.records.byId.values()]) {
        if (duplicateOf !== null) continue;
        const { document } = await heldReport(catalogue, readable, state, record.id);
        const held = document && (await heldText(catalogue, document));
        if (held) reports.push({ record: record.id, title: record.title, held });
      }
    const project: Pick<QdaProject, "codes" | "texts" | "memos" | "users" | "notes"> =
      read.value.kind === "project"
        ? read.value.project
        : { codes: read.value.codebook.codes, texts: [], memos: [], users: [], notes: [] };
    const found = actsOfQda(state, input.name, project, reports, () => newGuid(effects));
    const notices = [...read.value.notices, ...found.notices];
    const answer = {
      format: read.value.kind,
      branch: found.branch,
      codes: found.codes,
      codings: found.codings,
      memos: found.memos,
      reports: [...found.reports],
      notices: notices.slice(0, noticesShown) as RouteReply<"importCoding">["notices"],
    };
    if (input.preview === "yes") return ok({ ...answer, imported: false });
    if (!memberParts(state, by).includes("coder"))
      return fail(
        problem(
          "reviews.not-your-part",
          "Only coders of this review may bring codes and codings in, since they are recorded as theirs. Ask an owner for the part. Nothing was recorded.",
        ),
      );
    const done = await recordActs(
      effects,
      actor,
      input.id,
      found.acts.map((act) => ({ key: randomKey(effects), act })),
      { together: true, by },
    );
    return done.ok ? ok({ ...answer, imported: true }) : done;
  });
