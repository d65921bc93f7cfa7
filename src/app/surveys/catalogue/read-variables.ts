import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import type { StudyFile, StudyVariable } from "#records";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { readableEdition, usualEdition, visibleStudies } from "../visible-studies.ts";
import { variableStatistics } from "./variable-statistics.ts";

type Shown = RouteReply<"studyVariables">[number];

export const shownVariable = (variable: StudyVariable): Shown => variable as Shown;

const noSuch = (what: string, name: string, study: string, known: readonly string[]) =>
  fail(
    problem(
      "app.not-found",
      `${study} has no ${what} "${name.slice(0, 100)}". It has ${known.slice(0, 20).join(", ")}${known.length > 20 ? " and others" : ""}.`,
    ),
  );

/** The dictionary of an edition, of all its files or of one. */
export const studyVariables: RouteUseCase<"studyVariables"> = async (effects, actor, input) => {
  const readable = await readableEdition(effects, actor, input.id, input.edition, "read");
  if (!readable.ok) return readable;
  const { files, variables } = readable.value.edition;
  const { file } = input;
  const names = files.map(({ name }) => name);
  if (file !== undefined && !names.includes(file)) return noSuch("file", file, input.id, names);
  return ok(variables.filter((one) => file === undefined || one.file === file).map(shownVariable));
};

/** A variable with what was answered. */
export const studyVariable: RouteUseCase<"studyVariable"> = async (effects, actor, input) => {
  const readable = await readableEdition(effects, actor, input.id, input.edition, "read");
  if (!readable.ok) return readable;
  const { files, variables } = readable.value.edition;
  const file: StudyFile | undefined = files.find(({ name }) => name === input.file);
  if (file === undefined)
    return noSuch(
      "file",
      input.file,
      input.id,
      files.map(({ name }) => name),
    );
  const own = variables.filter((one) => one.file === file.name);
  const variable = own.find(({ name }) => name === input.variable);
  if (variable === undefined)
    return noSuch(
      `variable in ${file.name}`,
      input.variable,
      input.id,
      own.map(({ name }) => name),
    );
  return ok({
    variable: shownVariable(variable),
    statistics: await variableStatistics(effects, actor, readable.value, file, variable),
  });
};

/** Search over the dictionaries of the editions that readers see, in four languages. */
export const searchVariables: RouteUseCase<"searchVariables"> = async (effects, actor, input) => {
  const allowed = permission(actor, "study.read");
  if (!allowed.ok) return allowed;
  const { text, kind, area, study, dimension, angle, nature, limit, offset } = input;
  const editions = (await visibleStudies(effects, actor))
    .filter(({ stored: { record } }) => kind === undefined || record.kind === kind)
    .filter(({ stored: { record } }) => area === undefined || record.areas.includes(area))
    .filter(({ stored: { id } }) => study === undefined || id === study)
    .flatMap((found) => {
      const standing = usualEdition(found);
      return standing === null ? [] : [{ record: found.stored.record, version: standing.edition.version }];
    });
  const studies = new Map(editions.map(({ record }) => [record.id, record]));
  const found = await effects.store.catalogue.studies.searchVariables({
    text,
    editions: editions.map(({ record, version }) => ({ study: record.id, version })),
    ...(dimension !== undefined && { dimension }),
    ...(angle !== undefined && { angle }),
    ...(nature !== undefined && { nature }),
    limit,
    offset,
  });
  return ok({
    total: found.total,
    hits: found.hits.flatMap(({ study: id, variable }) => {
      const record = studies.get(id);
      if (record === undefined) return [];
      const { title, areas, years, origin, coverage } = record;
      return [
        {
          ...{ study: id, studyTitle: title, areas: [...areas], years, origin },
          coverage: coverage.class,
          variable: shownVariable(variable),
        },
      ];
    }),
  });
};
