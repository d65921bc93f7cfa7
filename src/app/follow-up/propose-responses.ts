// What responses would record, shown before anything is recorded: of a table, or of a document that was read.

import { permission } from "#access";
import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import { foreignState, isDay, readResponseTemplate, statedVerdict } from "#oversight";
import { type Actor, type FollowUpData, isSamePlace, type Recommendation } from "#records";
import type { Catalogue } from "#store";
import { withKeptFile } from "../kept-source.ts";
import { mayReadSource, readableTiers } from "../readable.ts";
import { readApart } from "../reading/read-apart.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { readResponseTable } from "./response-table.ts";
import { tableResponses } from "./table-responses.ts";

export type Proposal = RouteReply<"proposeResponses">[number];
type ProposedStep = Proposal["steps"][number];

const planned = (
  action: string,
  text: string,
  facts: Partial<Extract<FollowUpData, { kind: "action-planned" }>> = {},
): ProposedStep => ({
  action,
  on: null,
  data: {
    kind: "action-planned",
    text,
    owner: facts.owner ?? null,
    ownerAccount: null,
    due: facts.due ?? null,
    printedDue: facts.printedDue ?? null,
  },
});

const sameNumber = (a: string | null, b: string) =>
  a !== null &&
  a.replace(/[^\p{L}\p{N}.]/gu, "").toLowerCase() === b.replace(/[^\p{L}\p{N}.]/gu, "").toLowerCase();

/**
 * Reads the management responses in a document that is in the store. Four ways, the surest first: the
 * numbered form "recommendation, unit, response, key actions, status"; a table or form with the verdict beside the
 * number of the recommendation; a passage that names a recommendation
 * and states a verdict on it; and for the rest an answer in general, with no verdict.
 */
export const documentResponses: RouteUseCase<"documentResponses"> = async (effects, actor, input, work) => {
  const allowed = permission(actor, "recommendation.respond");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const source = input.sha256 as Sha256;
  const reading = await catalogue.documents.bySource(source);
  if (!reading || !(await mayReadSource(catalogue, actor, source)))
    return fail(problem("app.not-found", `There is no report "${input.sha256}". Look it up in the list.`));
  const answered = await recommendationsAnswered(
    catalogue,
    actor,
    source,
    input.answers as Sha256 | undefined,
  );
  const text = reading.blocks
    .filter(({ kind }) => kind !== "page-furniture" && kind !== "footnote")
    .map((block) => (block.label ? `${block.label} ${block.text}` : block.text))
    .join("\n");
  // Blocks keep what a page shows; where the form's lines were joined into paragraphs the plain text has them.
  const forms = [readResponseTemplate(reading.text), readResponseTemplate(text)];
  const form = forms[1]!.length >= forms[0]!.length ? forms[1]! : forms[0]!;
  if (form.length > 0)
    return ok(
      form.map(
        (one): Proposal =>
          ofTemplate(
            one,
            answered.find(({ number }) => sameNumber(number, one.number)),
          ),
      ),
    );
  const passages = (await catalogue.passages.ofDocument(source)).filter(
    ({ kind }) => kind === "management-response",
  );
  const file = passages.length === 0 ? null : await catalogue.sources.byHash(source);
  const bytes = file && (await effects.store.files.read(source));
  if (file && bytes) {
    const { name } = file;
    const read = await readApart(
      "report",
      { bytes, name },
      { limits: effects.reading, signal: work?.signal },
    );
    if (!read.ok) return read;
    const beside = tableResponses(
      read.value.passages,
      name,
      (number) => answered.find((record) => sameNumber(record.number, number)),
      ({ spans }) => passages.find((one) => isSamePlace(one.spans, spans))?.id ?? null,
    );
    if (beside.length > 0) return ok([...beside]);
  }
  const named = answered.map((record) => {
    const about = passages.filter(({ text: said }) => record.number !== null && names(said, record.number));
    const verdicts = new Set(about.flatMap(({ text: said }) => statedVerdict(said) ?? []));
    return { record, about, verdict: verdicts.size === 1 ? [...verdicts][0]! : null };
  });
  return ok(
    named.flatMap(({ record, about, verdict }): Proposal[] => {
      const base = {
        recommendation: record.id,
        number: record.number,
        text: record.text,
        unit: record.unit,
        row: null,
      };
      if (verdict !== null && about.length > 0) {
        const reason = verdict === "accepted" ? null : about.map(({ text: said }) => said).join(" ");
        const data = {
          kind: "responded" as const,
          verdict,
          reason,
          text: null,
          passages: about.map(({ id }) => id),
        };
        return [{ ...base, basis: "named-in-text", steps: [{ action: null, on: null, data }], remarks: [] }];
      }
      if (passages.length === 0) return [];
      const data = {
        kind: "answered-in-general" as const,
        text: null,
        passages: passages.map(({ id }) => id),
      };
      return [{ ...base, basis: "general", steps: [{ action: null, on: null, data }], remarks: ["general"] }];
    }),
  );
};

/** A response that speaks of "recommendation (c)" or "recommandation 3". */
function names(said: string, number: string): boolean {
  const bare = number.replace(/[()[\].\s]/g, "").replace(/[.*+?^${}|\\]/g, "\\$&");
  return new RegExp(
    `recom+[ae]nda\\p{L}*\\s*(?:#|n[°º]|no\\.?)?\\s*\\(?${bare}\\)?(?![\\p{L}\\p{N}])`,
    "iu",
  ).test(said);
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** Whether two records are one recommendation, printed twice: the same words, or the beginning of them. */
function isRepeated(one: Recommendation, other: Recommendation): boolean {
  const [a, b] = [lettersOf(one.text), lettersOf(other.text)];
  const shorter = Math.min(a.length, b.length);
  return shorter >= 30 && a.slice(0, shorter) === b.slice(0, shorter);
}

/** The recommendations a document answers: those of the report named, its own, or those of its evaluations. */
async function recommendationsAnswered(
  catalogue: Catalogue,
  actor: Actor,
  source: Sha256,
  report: Sha256 | undefined,
): Promise<readonly Recommendation[]> {
  if (report !== undefined)
    return (await mayReadSource(catalogue, actor, report))
      ? catalogue.recommendations.ofDocument(report)
      : [];
  const own = await catalogue.recommendations.ofDocument(source);
  const found: Recommendation[] = [];
  for (const evaluation of await catalogue.documents.evaluationsOf(source))
    for (const document of await catalogue.documents.ofEvaluation(evaluation))
      if (await mayReadSource(catalogue, actor, document))
        if (document !== source) found.push(...(await catalogue.recommendations.ofDocument(document)));
  // A response document repeats what it answers: the recommendation of the report itself is the one meant.
  return own.length === 0 ? found : own.map((one) => found.find((other) => isRepeated(other, one)) ?? one);
}

function ofTemplate(
  one: ReturnType<typeof readResponseTemplate>[number],
  record: Recommendation | undefined,
): Proposal {
  const { verdict, reason, printedResponse } = one;
  const steps: ProposedStep[] = [];
  const remarks: string[] = [];
  if (verdict === null) remarks.push("no-verdict");
  else if (verdict !== "accepted" && reason === null) remarks.push("reason-missing");
  else
    steps.push({
      action: null,
      on: null,
      data: { kind: "responded", verdict, reason, text: printedResponse, passages: [] },
    });
  if (steps.length > 0 && verdict !== "rejected")
    one.actions.forEach((action, i) => {
      steps.push(planned(String(i + 1), action.text, action));
    });
  if (one.actions.length > 0 && one.actions.every(({ printedDue }) => printedDue === null))
    remarks.push("no-date");
  const state = one.status === null ? null : foreignState("IOM", one.status);
  if (one.status === null) remarks.push("status-none-stated");
  else
    for (const step of steps.filter(({ data }) => data.kind === "action-planned").slice())
      steps.push({
        action: step.action,
        on: null,
        data: { kind: "imported-status", system: "IOM", original: one.status, state, reason: null },
      });
  return {
    recommendation: record?.id ?? null,
    number: one.number,
    text: record?.text ?? one.text,
    unit: one.unit,
    basis: "number-in-template",
    row: null,
    steps,
    remarks,
  };
}

/**
 * Reads a table of responses, one row a recommendation or an action of one. Every row becomes a proposal;
 * what cannot be tied or understood is said with its row, and nothing is recorded.
 */
export const proposeResponses: RouteUseCase<"proposeResponses"> = (effects, actor, input) =>
  withKeptFile(effects, actor, "recommendation.respond", input, input.name, async ({ bytes }) => {
    const table = await readResponseTable(bytes, input.name, effects.reading);
    if (!table.ok) return table;
    const problems: Problem[] = [];
    const proposals = new Map<string, Proposal>();
    for (const row of table.value) {
      const unclear = (why: string) =>
        problems.push(
          problem(
            "follow-up.response-unclear",
            `Row ${row.row}: ${why} Correct the row, or take it out of the table.`,
            {
              file: input.name,
              row: row.row,
            },
          ),
        );
      const record = await recordOfRow(effects.store.catalogue, actor, row);
      if (!record.ok) {
        unclear(record.problems[0]!.message);
        continue;
      }
      const known = proposals.get(record.value.id);
      const proposal: Proposal = known ?? {
        recommendation: record.value.id,
        number: record.value.number,
        text: record.value.text,
        unit: row.unit || record.value.unit,
        basis: row.recommendation === "" ? "row" : "id",
        row: row.row,
        steps: [],
        remarks: [],
      };
      proposals.set(record.value.id, proposal);
      const responded = proposal.steps.some(({ data }) => data.kind === "responded");
      for (const day of [row.date, row.due])
        if (day !== "" && !isDay(day)) unclear(`"${day}" is not a day; write 2026-03-31.`);
      const on = isDay(row.date) ? row.date : null;
      if (row.response !== "" && !responded) {
        const verdict = statedVerdict(row.response);
        if (verdict === null)
          unclear(
            `"${row.response.slice(0, 60)}" is no verdict; write accepted, partially accepted or rejected.`,
          );
        else if (verdict !== "accepted" && row.reason === "")
          unclear(`"${row.response.slice(0, 60)}" needs a reason, and the row has none.`);
        else
          proposal.steps.push({
            action: null,
            on,
            data: {
              kind: "responded",
              verdict,
              reason: row.reason || null,
              text: row.text || null,
              passages: [],
            },
          });
      }
      let action: string | null = null;
      if (row.action !== "") {
        action = String(proposal.steps.filter(({ data }) => data.kind === "action-planned").length + 1);
        const step = planned(action, row.action, {
          owner: row.owner || null,
          due: isDay(row.due) ? row.due : null,
          printedDue: row.due || null,
        });
        proposal.steps.push(step);
      }
      if (row.status !== "") {
        const state = foreignState(input.system, row.status);
        if (state === null) proposal.remarks.push(`status-unknown: ${row.status.slice(0, 60)}`);
        proposal.steps.push({
          action,
          on: null,
          data: {
            kind: "imported-status",
            system: input.system || "table",
            original: row.status,
            state,
            reason: row.reason || null,
          },
        });
      }
    }
    return problems.length > 0
      ? failAll(problems)
      : ok([...proposals.values()].filter(({ steps }) => steps.length > 0));
  });

async function recordOfRow(
  catalogue: Catalogue,
  actor: Actor,
  row: { readonly recommendation: string; readonly evaluation: string; readonly number: string },
): Promise<Result<Recommendation>> {
  const none = (why: string) => fail(problem("follow-up.response-unclear", why));
  const tiers = readableTiers(actor);
  if (row.recommendation !== "") {
    const [found] = await catalogue.recommendations.byIds([row.recommendation]);
    return found && tiers.includes(found.place.tier)
      ? ok(found.record)
      : none(`there is no recommendation "${row.recommendation.slice(0, 80)}".`);
  }
  if (row.evaluation === "" || row.number === "")
    return none("it names neither a recommendation nor an evaluation with a number.");
  const { items } = await catalogue.recommendations.list(
    { evaluation: row.evaluation, tiers },
    { today: "9999-12-31", limit: 1_000, offset: 0 },
  );
  const fitting = items.filter(({ record }) => sameNumber(record.number, row.number));
  if (fitting.length === 1) return ok(fitting[0]!.record);
  return none(
    fitting.length === 0
      ? `evaluation "${row.evaluation.slice(0, 80)}" has no recommendation ${row.number.slice(0, 20)}.`
      : `evaluation "${row.evaluation.slice(0, 80)}" has ${fitting.length} recommendations numbered ${row.number.slice(0, 20)}; give the address of the one meant.`,
  );
}
