import { Link } from "@tanstack/react-router";
import { type IndexDefinition, readIndexDefinition } from "#securities";
import type { Aggregation } from "#statistics";
import { TraceMark } from "../charts/trace-mark.tsx";
import { type Format, useFormat } from "../format.ts";
import { type Say, useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { DefinitionTree } from "./definition-view.tsx";
import { RecipeList } from "./recipe-list.tsx";
import type { RunView } from "./run-view.ts";

/** How the index is made: each step in words with its formula, the tree with its weights, and how to check it. */
export function MethodCard({ view }: { readonly view: RunView }) {
  const say = useWords("indexes");
  const { run, tree } = view;
  const read = readIndexDefinition(run.definition);
  const definition = read.ok ? read.value : null;
  return (
    <>
      <Section
        title={say("definition.heading")}
        note={definition?.evidence ? <span lang="en">{definition.evidence}</span> : null}
      >
        {definition ? <Steps definition={definition} /> : null}
        {tree ? (
          <DefinitionTree root={tree} weights={new Map(run.weights?.map((one) => [one.node, one.weight]))} />
        ) : null}
      </Section>
      <Section title={say("recipe.heading")} note={say("recipe.note")}>
        <RecipeList recipe={run.recipe} />
        <p>
          {say("recipe.verify")} <code className="fact-code">{`socle verify run:${run.id}`}</code>
        </p>
        <p>
          <Link to="/data/$release" params={{ release: run.release }}>
            {say("recipe.release", { release: run.release })}
          </Link>{" "}
          <TraceMark id={`run:${run.id}`} of={run.id} />
        </p>
      </Section>
    </>
  );
}

/** The steps in the order in which they are taken; those that are not taken are not listed. */
function Steps({ definition }: { readonly definition: IndexDefinition }) {
  const say = useWords("indexes");
  const format = useFormat();
  const { imputation, treatment, screening, normalisation, aggregation, missing } = definition;
  const indicators = definition.nodes.filter(({ direction }) => direction !== null);
  const own = indicators.filter(
    ({ steps }) => steps?.denominator || steps?.transformation || steps?.treatment || steps?.normalisation,
  ).length;
  const steps: readonly (readonly [string, string])[] = [
    ...(imputation
      ? [
          [
            say("step.imputation"),
            say("step.imputationBy", { method: say(`fill.${imputation.method}`) }),
          ] as const,
        ]
      : [[say("step.imputation"), say("step.imputationNone")] as const]),
    ...(screening
      ? [
          [
            say("step.screening"),
            say("step.screeningBy", { share: format.percent(screening.minimumShare) }),
          ] as const,
        ]
      : []),
    ...(treatment
      ? [
          [
            say("step.treatment"),
            say("step.treatmentBy", {
              skewness: format.number(treatment.limits.skewness),
              kurtosis: format.number(treatment.limits.kurtosis),
            }),
          ] as const,
        ]
      : []),
    [
      say("step.normalisation"),
      format.named(say(`scale.${normalisation.method}`), say(`scaleFormula.${normalisation.method}`)),
    ],
    [say("step.aggregation"), meanInWords(say, aggregation, format)],
    [say("step.weights"), say(`weighing.${definition.weights}`)],
    [
      say("step.missing"),
      missing.minimumShare === null
        ? say("definition.twoThirds")
        : say("definition.share", { share: format.percent(missing.minimumShare) }),
    ],
    [
      say("step.parts"),
      definition.renormaliseSubIndexes ? say("definition.renormalised") : say("definition.plain"),
    ],
    ...(own > 0 ? [[say("step.own"), say("step.ownCount", { count: own })] as const] : []),
  ];
  return (
    <dl className="fact-list">
      {steps.map(([name, text]) => (
        <Step key={name} name={name} text={text} />
      ))}
    </dl>
  );
}

function Step({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

const meanInWords = (say: Say, mean: Aggregation, format: Format): string =>
  format.named(
    say(`mean.${mean.method}`) + (mean.method === "power" ? ` (p = ${format.number(mean.power)})` : ""),
    say(`meanFormula.${mean.method}`),
  );
