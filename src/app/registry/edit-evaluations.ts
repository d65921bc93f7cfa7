import { permission } from "#access";
import { areaByCode, fail, failAll, isInventedAreaCode, ok, type Problem, problem } from "#kernel";
import type { Actor, Evaluation } from "#records";
import { auditEntry } from "../audit-entry.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { fieldChanges } from "./field-changes.ts";

type Edit = Pick<RouteInput<"editEvaluations">, "set" | "add" | "remove">;

/**
 * Changes fields of one record or of many, as one change of the registry that can be taken back. A record
 * that somebody changed after it was looked at is refused, and then nothing is changed at all. Each value
 * set remembers who set it and when.
 */
export const editEvaluations: RouteUseCase<"editEvaluations"> = (effects, actor, input) =>
  effects.store.transaction<RouteReply<"editEvaluations">>(async (catalogue) => {
    const allowed = permission(actor, "evaluation.edit");
    if (!allowed.ok) return allowed;
    const { set, add, remove, title, preview } = input;
    if ([set, add, remove].every((part) => Object.keys(part).length === 0))
      return fail(
        problem(
          "app.edit-empty",
          "No field was named. Say what to set, add or take away; nothing was changed.",
        ),
      );
    const problems: Problem[] = [...areaProblems(input)];
    const edited: { readonly before: Evaluation; readonly after: Evaluation; readonly version: number }[] =
      [];
    for (const { id, version } of new Map(input.records.map((one) => [one.id, one])).values()) {
      const [standing] = await catalogue.changes.versions(id);
      if (
        !standing ||
        standing.supersededAt !== null ||
        !(await mayReadSource(catalogue, actor, standing.record.provenance.source))
      )
        problems.push(
          problem("app.not-found", `There is no evaluation "${id.slice(0, 100)}" in the registry.`, {
            field: "records",
          }),
        );
      else if (version !== undefined && standing.version !== version)
        problems.push(
          problem(
            "app.record-changed",
            `"${standing.record.title.slice(0, 100)}" (${id}) was changed since you looked at it: version ${version} was seen, version ${standing.version} stands. Look at it again, then repeat the edit. Nothing was changed.`,
            { field: "records" },
          ),
        );
      else
        edited.push({
          before: standing.record,
          after: editedRecord(standing.record, input, actor, effects.now()),
          version: standing.version,
        });
    }
    if (problems.length > 0) return failAll(problems);
    const changed = edited.filter(({ before, after }) => fieldChanges(before, after).length > 0);
    const records = edited.map(({ before, after, version }) => ({
      id: before.id,
      title: before.title,
      version,
      changes: fieldChanges(before, after),
    }));
    if (preview || changed.length === 0) return ok({ outcome: null, records });
    const { change, ...counts } = await catalogue.changes.put(
      changed.map(({ after }) => after),
      {
        kind: "edit",
        title,
        source: null,
        undoes: null,
        detail: { set, add, remove },
        at: effects.now(),
        by: actor.id,
      },
    );
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.edit", `change:${change.id}`, {
        title,
        records: changed.length,
        fields: [...new Set(records.flatMap((record) => record.changes.map(({ field }) => field)))],
      }),
    );
    return ok({ outcome: { change: change.id, ...counts }, records });
  });

function editedRecord(before: Evaluation, edit: Edit, actor: Actor, at: string): Evaluation {
  const lists = (field: keyof Edit["add"]): readonly string[] => {
    const gone = new Set(edit.remove[field] ?? []);
    const standing = ((edit.set as Readonly<Record<string, unknown>>)[field] ??
      before[field]) as readonly string[];
    return [...new Set([...standing.filter((value) => !gone.has(value)), ...(edit.add[field] ?? [])])];
  };
  const ofLists = Object.fromEntries(
    [...new Set([...Object.keys(edit.add), ...Object.keys(edit.remove)])].map((field) => [
      field,
      lists(field as keyof Edit["add"]),
    ]),
  );
  const link = edit.set.link === undefined ? {} : { printedLink: edit.set.link };
  const given = Object.fromEntries(Object.entries(edit.set).filter(([, value]) => value !== undefined));
  const draft = { ...before, ...given, ...link, ...ofLists } as Evaluation;
  const fields = fieldChanges(before, draft).map(({ field }) => field);
  const missing = Object.fromEntries(
    Object.entries(before.missing).filter(([field]) => !fields.includes(field)),
  );
  const byPerson = Object.fromEntries(
    fields.map((field) => [field, { source: null, locator: null, by: actor.id, at }]),
  );
  return { ...draft, missing, valueOrigins: { ...before.valueOrigins, ...byPerson } };
}

function areaProblems({ set, add }: Edit): readonly Problem[] {
  return [...(set.countries ?? []), ...(add.countries ?? [])].flatMap((code) => {
    const area = areaByCode(code);
    if (area !== null && (area.kind !== "region" || isInventedAreaCode(code))) return [];
    return [
      problem(
        "app.country-unknown",
        `"${code}" is no country: give ISO 3166 alpha-3 codes such as KEN. Regions follow from the countries. Nothing was changed.`,
        { field: "countries" },
      ),
    ];
  });
}
