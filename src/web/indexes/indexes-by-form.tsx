import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { IndexDefinitionShape, IndexRunSummaryShape } from "#contract";
import { formsOfSecurity } from "#securities";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { definitionTree, nodesBelow } from "./definition-tree.ts";
import { inLanguage } from "./names.ts";

type Definition = z.output<typeof IndexDefinitionShape>;
type RunSummary = z.output<typeof IndexRunSummaryShape>;

/** Every form with what it means, its indexes, and the latest run of each. */
export function IndexesByForm({
  definitions,
  runs,
}: {
  readonly definitions: readonly Definition[];
  /** Newest first. */
  readonly runs: readonly RunSummary[];
}) {
  const say = useWords("indexes");
  const language = useLanguage();
  const forms: readonly { readonly id: string | null; readonly name: string; readonly meaning: string }[] = [
    ...formsOfSecurity.map(({ id, name, meaning }) => ({
      id,
      name: inLanguage(name, language),
      meaning: inLanguage(meaning, language),
    })),
    { id: "composite", name: say("composite"), meaning: say("by.compositeMeaning") },
    { id: null, name: say("by.other"), meaning: say("by.otherMeaning") },
  ];
  return (
    <dl className="by-form">
      {forms.map(({ id, name, meaning }) => {
        const own = definitions.filter(({ form }) => form === id);
        return own.length === 0 && id === null ? null : (
          <FormOfIndexes key={id ?? ""} name={name} meaning={meaning} definitions={own} runs={runs} />
        );
      })}
    </dl>
  );
}

function FormOfIndexes({
  name,
  meaning,
  definitions,
  runs,
}: {
  readonly name: string;
  readonly meaning: string;
  readonly definitions: readonly Definition[];
  readonly runs: readonly RunSummary[];
}) {
  const say = useWords("indexes");
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <p>{meaning}</p>
        {definitions.length === 0 ? (
          <p className="tree-soft">{say("by.none")}</p>
        ) : (
          <ul>
            {definitions.map((definition) => (
              <li key={`${definition.id} ${definition.version}`}>
                <OneIndex
                  definition={definition}
                  latest={runs.find(
                    (run) =>
                      run.definitionId === definition.id && run.definitionVersion === definition.version,
                  )}
                />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}

function OneIndex({
  definition,
  latest,
}: {
  readonly definition: Definition;
  readonly latest: RunSummary | undefined;
}) {
  const say = useWords("indexes");
  const language = useLanguage();
  const format = useFormat();
  const tree = definitionTree(definition.definition);
  const indicators = tree ? nodesBelow(tree).filter(({ direction }) => direction !== null).length : 0;
  const title = inLanguage(definition.title, language);
  return (
    <>
      {latest ? (
        <Link to="/indexes/runs/$id" params={{ id: latest.id }}>
          {title}
        </Link>
      ) : (
        title
      )}{" "}
      {definition.reconstruction ? <ReconstructionMark /> : null}{" "}
      {latest ? <OriginMark origin={latest.origin} /> : null}
      <div className="tree-soft">
        {say("by.indicators", { n: indicators, version: definition.version })}.{" "}
        {latest
          ? say("by.latest", { release: latest.release, date: format.date(latest.createdAt) })
          : say("by.noRun")}
      </div>
    </>
  );
}
