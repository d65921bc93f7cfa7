// A study, its questionnaires and an edition of its data from files at hand, all or nothing: for the command line and
// the demonstration. On the pages the same is done step by step.

import { permission } from "#access";
import { failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, StudyQuestionnaire } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../../audit-entry.ts";
import type { Effects } from "../../effects.ts";
import { sourceRecord } from "../../kept-source.ts";
import type { Upload, Work } from "../../use-case.ts";
import { type EditionState, knownStudy } from "../visible-studies.ts";
import { broughtFiles, tierOfRows, titleOfRows } from "./brought-files.ts";
import { discardAll } from "./check-edition.ts";
import { keepDescription, readableDescription } from "./describe-study.ts";
import { keepEdition, superfluous } from "./keep-edition.ts";
import { type FindFiles, prepareEdition } from "./prepare-edition.ts";

export type SurveyImport = {
  readonly study: unknown;
  readonly edition: unknown;
  /** Rows and questionnaires, by the names that the two speak of. */
  readonly files: readonly Upload[];
  readonly reason: string;
  readonly publish: boolean;
};

export type ImportedSurvey = {
  readonly study: string;
  readonly description: number;
  readonly edition: number;
  readonly state: EditionState;
  readonly added: 0 | 1;
  readonly unchanged: 0 | 1;
  readonly rows: Readonly<Record<string, number>>;
  readonly warnings: readonly Problem[];
};

type Kept = { readonly sha256: Sha256; readonly bytes: number };

/** Takes all of it in, in one transaction. */
export async function importSurvey(
  effects: Effects,
  actor: Actor,
  input: SurveyImport,
  work: Work = {},
): Promise<Result<ImportedSurvey>> {
  for (const action of ["study.change", ...(input.publish ? ["study.publish"] : [])]) {
    const allowed = permission(actor, action);
    if (!allowed.ok) return allowed;
  }
  const read = readableDescription(input.study);
  if (!read.ok) return read;
  const given = read.value;
  const known = await knownStudy(effects, actor, given.id);
  const editions = known.ok ? known.value.editions.map(({ edition }) => edition.version) : [];
  const { files } = effects.store;
  const kept = new Map<string, Kept>();
  try {
    for (const { path, name } of input.files) kept.set(name, await files.putPath(path));
    const record = { ...given, questionnaires: [] };
    const isForm = (name: string) => given.questionnaires.some(({ file }) => file === name);
    const named = new Set<string>(given.questionnaires.map(({ file }) => file));
    const find: FindFiles = async (declared) => {
      for (const { file } of declared) named.add(file);
      const there = declared.map(({ file }) => {
        const found = kept.get(file);
        return found === undefined ? null : { sha256: found.sha256, name: file };
      });
      const others = declared.filter((_, at) => there[at] === null);
      const brought = await broughtFiles(effects, actor, record, others, []);
      return {
        sources: there.map((one, at) => one ?? brought.sources[others.indexOf(declared[at]!)] ?? null),
        problems: brought.problems,
      };
    };
    const preparation = await prepareEdition(
      effects,
      { study: record, versions: editions, declaration: input.edition, find },
      work,
    );
    try {
      const { draft, problems, warnings } = preparation;
      const idle = [...kept.keys()].filter((name) => !named.has(name));
      const wrong = [...problems, ...(draft === null ? [] : idle.map((name) => notNamed(name)))];
      if (draft === null || wrong.length > 0) return failAll(wrong);
      return await effects.store.transaction(async (catalogue) => {
        await catalogue.studies.lock();
        for (const [name, stored] of kept)
          await catalogue.sources.add(
            sourceRecord(effects, actor, stored, {
              name,
              origin: given.origin,
              tier: isForm(name) ? "public" : tierOfRows,
              citation: { title: isForm(name) ? `${given.id}: ${name}` : titleOfRows(given, name) },
            }),
          );
        const questionnaires = given.questionnaires.flatMap(({ file, language }): StudyQuestionnaire[] => {
          const form = kept.get(file);
          return form === undefined ? [] : [{ name: file, language, sha256: form.sha256 }];
        });
        const description = await keepDescription(
          effects,
          actor,
          catalogue,
          given,
          input.reason,
          questionnaires,
        );
        if (!description.ok) return description;
        const edition = await keepEdition(effects, actor, catalogue, draft, Math.max(0, ...editions));
        if (!edition.ok) return edition;
        const { standing, isNew } = edition.value;
        const { version } = standing.edition;
        const publishes = input.publish && standing.state === "draft";
        if (publishes) await publish(effects, actor, catalogue, given.id, version, input.reason);
        return ok({
          study: given.id,
          description: description.value.version,
          edition: version,
          state: publishes ? "published" : standing.state,
          added: isNew ? 1 : 0,
          unchanged: isNew ? 0 : 1,
          rows: Object.fromEntries(standing.edition.files.map(({ name, rows }) => [name, rows])),
          warnings: [...description.value.warnings, ...warnings, ...(isNew ? [] : [superfluous(version)])],
        } satisfies ImportedSurvey);
      });
    } finally {
      await discardAll(effects, preparation);
    }
  } finally {
    for (const { sha256 } of kept.values()) await files.discard(sha256).catch(() => undefined);
  }
}

const notNamed = (name: string): Problem =>
  problem(
    "app.survey-file-idle",
    `${name} was given, and neither the description nor the declaration names it. Take it out, or name it as a questionnaire or as a file of rows. Nothing was imported.`,
    { file: name },
  );

async function publish(
  effects: Effects,
  actor: Actor,
  catalogue: Catalogue,
  study: string,
  version: number,
  reason: string,
): Promise<void> {
  await catalogue.studies.record({
    ...{ study, version, act: "published", reason },
    at: effects.now(),
    by: actor.id,
  });
  await catalogue.audit.append(
    auditEntry(effects, actor, "study.publish", `study:${study}`, { version, reason }),
  );
}
