import { Link } from "@tanstack/react-router";
import { FactTable } from "../charts/fact-table.tsx";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import type { MicroResult } from "./answers.ts";
import { recodeText } from "./index-scores.ts";
import { NotesAndCaveats } from "./notes-and-caveats.tsx";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { variableKey } from "./variable-sections.ts";

/** The definition line by line: which answer, how it becomes a number from 0 to 1, with which weight. */
export function IndexDefinition({ result }: { readonly result: MicroResult }) {
  const say = useWords("survey-tables");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const { definition, recipe } = result;
  // The definition's own note stands above the figures.
  const notes = result.notes.filter(
    (note) => definition.note === null || note !== inLanguage(definition.note, language),
  );
  const partName = (part: string) => {
    const score = result.scores.find((one) => one.part === part);
    return score ? inLanguage(score.label, language) : part;
  };
  return (
    <>
      <Section title={say("definition.heading")} note={say("definition.note")}>
        {definition.reconstruction ? (
          <p className="fact-notice">
            <ReconstructionMark /> {sayChart("reconstruction.notice")}
          </p>
        ) : null}
        <FactTable
          caption={say("definition.caption", { id: definition.id, version: definition.version })}
          columns={[
            { id: "part", label: say("definition.part") },
            { id: "label", label: say("definition.line"), wide: true },
            { id: "variable", label: say("definition.variable") },
            { id: "recode", label: say("definition.recode"), wide: true },
            { id: "weight", label: say("definition.weight"), numeric: true },
            { id: "evidence", label: say("definition.evidence"), wide: true },
          ]}
          rows={definition.lines.map((line, i) => ({
            id: `${i}`,
            cells: {
              part: { show: partName(line.part) },
              label: { show: <Told text={line.label} /> },
              variable: {
                // Arithmetic over answers is no name of the dictionary.
                show: /^\w+$/.test(line.variable) ? (
                  <Link
                    to="/surveys/$id"
                    params={{ id: result.study }}
                    search={{
                      tab: "dictionary",
                      q: line.variable,
                      variable: variableKey({ file: definition.file, name: line.variable }),
                    }}
                    className={style["name"]}
                  >
                    {line.variable}
                  </Link>
                ) : (
                  <span className={style["name"]}>{line.variable}</span>
                ),
              },
              recode: { show: recodeText(say, line.recode) },
              weight: { show: format.number(line.weight, 3), by: line.weight },
              evidence: { show: line.evidence === null ? "–" : <span lang="en">{line.evidence}</span> },
            },
          }))}
        />
      </Section>
      <Section title={say("about.heading")}>
        <dl className={`${lists["facts"]} ${style["spaced"]}`}>
          <dt>{say("about.design")}</dt>
          <dd>
            <Told text={result.design.statement} />
            <div className={style["hint"]}>
              {say("about.freedom", { freedom: format.number(result.design.degreesOfFreedom, 0) })}
            </div>
          </dd>
          <dt>{say("about.method")}</dt>
          <dd className={style["name"]}>
            {recipe.method} {recipe.codeVersion}
          </dd>
          <NotesAndCaveats notes={notes} caveats={result.caveats} />
        </dl>
      </Section>
    </>
  );
}
