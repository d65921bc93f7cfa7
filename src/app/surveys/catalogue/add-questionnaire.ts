import { permission } from "#access";
import { fail, ok, type Problem, problem } from "#kernel";
import type { StudyQuestionnaire } from "#records";
import { auditEntry } from "../../audit-entry.ts";
import { sourceRecord, withKeptFile } from "../../kept-source.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownStudy } from "../visible-studies.ts";
import { keepStudy } from "./describe-study.ts";
import { readForm } from "./read-form.ts";

/**
 * Adds a questionnaire to a study: the file as it is, open to whoever may read about the study. One of the same name
 * takes the place of the other; both files stay. A form that programs read (XLSForm) is read to say how many questions
 * it asks.
 */
export const addQuestionnaire: RouteUseCase<"addQuestionnaire"> = async (effects, actor, input) => {
  const { id, name } = input;
  const found = await knownStudy(effects, actor, id, "study.change");
  if (!found.ok) return found;
  return withKeptFile(effects, actor, "study.change", input, name, async ({ stored, bytes }) => {
    const form = await readForm(bytes, name);
    const warnings: Problem[] = [...form.warnings];
    return effects.store.transaction(async (catalogue) => {
      await catalogue.studies.lock();
      const standing = await catalogue.studies.byId(id);
      if (standing === null) return fail(problem("app.not-found", `There is no study "${id}".`));
      const { record } = standing;
      const known = await catalogue.sources.byHash(stored.sha256);
      if (
        known !== null &&
        known.tier !== "public" &&
        !permission(actor, "source.read", { tier: known.tier }).ok
      )
        return fail(
          problem(
            "app.questionnaire-kept",
            `The bytes of ${name} stand in the store already as a file that is kept (${known.tier}); a questionnaire is open to everybody. Check that it is the form and not the answers. Nothing was changed.`,
            { file: name },
          ),
        );
      if (known !== null && known.tier !== "public")
        warnings.push(
          problem(
            "app.questionnaire-kept",
            `The bytes of ${name} stand in the store already as a file that is kept (${known.tier}); only those who may read that will have the questionnaire.`,
            { file: name },
          ),
        );
      await catalogue.sources.add(
        sourceRecord(effects, actor, stored, {
          name,
          origin: record.origin,
          tier: "public",
          citation: { title: `${record.id}: ${name}` },
        }),
      );
      const added: StudyQuestionnaire = {
        language: input.language ?? null,
        name,
        sha256: stored.sha256,
      };
      const others = record.questionnaires.filter((one) => one.name !== name);
      const at = record.questionnaires.findIndex((one) => one.name === name);
      const questionnaires =
        at < 0 ? [...others, added] : record.questionnaires.map((one) => (one.name === name ? added : one));
      const outcome = await keepStudy(
        catalogue,
        { ...record, questionnaires },
        { reason: `Questionnaire ${name}`, at: effects.now(), by: actor.id },
      );
      if (outcome.changed)
        await catalogue.audit.append(
          auditEntry(effects, actor, "study.change", `study:${id}`, {
            version: outcome.version,
            questionnaire: name,
          }),
        );
      return ok({ id, version: outcome.version, questions: form.questions.length, warnings });
    });
  });
};
