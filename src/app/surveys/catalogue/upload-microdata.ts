import { ok, type Problem, problem } from "#kernel";
import { proposeVariables } from "#sources";
import { auditEntry } from "../../audit-entry.ts";
import { uploadOf } from "../../import-outcome.ts";
import { keptOnly, sourceRecord } from "../../kept-source.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownStudy } from "../visible-studies.ts";
import { askedVariables } from "./asked-variables.ts";
import { tierOfRows, titleOfRows } from "./brought-files.ts";
import { countedColumns } from "./counted-columns.ts";
import { givenRows } from "./given-rows.ts";
import { shownVariable } from "./read-variables.ts";

type Shown = RouteReply<"uploadMicrodata">;

/** Values shown of a column; a codebook has all of them. */
const mostValues = 50;

/**
 * Brings a file of rows: kept as it came, closed to all but custodians whatever the tier of the study, because what is
 * taken out of it later is still in there; read, counted, and a codebook proposed from it. Nothing is published by it.
 */
export const uploadMicrodata: RouteUseCase<"uploadMicrodata"> = async (effects, actor, input, work) => {
  const { id, name } = input;
  const found = await knownStudy(effects, actor, id, "study.change");
  if (!found.ok) return found;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const { record } = found.value.stored;
  const { catalogue, files, microdata } = effects.store;
  const stored = await files.putPath(upload.value.path);
  return keptOnly(files, stored.sha256, async () => {
    const rows = await givenRows(effects, { sha256: stored.sha256, name }, work);
    if (!rows.ok) return rows;
    const file = input.file ?? "rows";
    const laid = await microdata.write(
      [{ name: file, columns: rows.value.columns, key: [], parent: null, firstRow: rows.value.firstRow }],
      work?.progress,
      work?.signal,
    );
    if (!laid.ok) return laid;
    const { data, rows: count } = laid.value.files[0]!;
    try {
      const counted = await countedColumns(effects, { name: file, data, rows: count }, rows.value);
      const proposed = proposeVariables(counted);
      const asked = await askedVariables(effects, record, proposed);
      const warnings: Problem[] = [...rows.value.notes, ...laid.value.warnings, ...asked.warnings];
      const known = await catalogue.sources.byHash(stored.sha256);
      if (known !== null && known.tier !== tierOfRows)
        warnings.push(
          problem(
            "app.rows-public-already",
            `The bytes of ${name} stand in the store already as ${known.name}, open to ${known.tier === "public" ? "everybody" : "members"}. Rows of persons or enterprises should not be; find out who brought it.`,
            { file: name },
          ),
        );
      const kept = await effects.store.transaction(async (tx) => {
        await tx.sources.add(
          sourceRecord(effects, actor, stored, {
            name,
            origin: record.origin,
            tier: tierOfRows,
            citation: { title: titleOfRows(record, name) },
          }),
        );
        await tx.audit.append(
          auditEntry(effects, actor, "study.file", `study:${id}`, {
            name,
            sha256: stored.sha256,
            rows: count,
          }),
        );
        return ok(null);
      });
      if (!kept.ok) return kept;
      return ok({
        sha256: stored.sha256,
        name,
        format: rows.value.format,
        rows: count,
        columns: counted.map((column): Shown["columns"][number] => ({
          name: column.name,
          kind: column.holds,
          label: column.label,
          empty: column.missing,
          distinct: column.distinct ?? column.values.length,
          least: column.min,
          most: column.max,
          values: column.values.slice(0, mostValues).map(({ code, count: of }) => ({
            value: code,
            label: column.valueLabels.find((one) => one.code === code)?.label ?? null,
            rows: of,
          })),
        })),
        proposed: proposed.map(({ variable, why }, at) => ({
          ...shownVariable(asked.variables[at] ?? variable),
          reason: why,
        })),
        warnings,
      });
    } finally {
      await files.discard(data).catch(() => undefined);
    }
  });
};
