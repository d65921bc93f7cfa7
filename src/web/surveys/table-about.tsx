import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import type { StudyTable } from "./answers.ts";
import { NotesAndCaveats } from "./notes-and-caveats.tsx";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";

/** Whom the table speaks of, how the sample was drawn, how the figures were made, and how far to trust them. */
export function TableAbout({ table }: { readonly table: StudyTable }) {
  const say = useWords("survey-tables");
  const format = useFormat();
  const { thresholds, protection, design, recipe } = table;
  return (
    <Section title={say("about.heading")}>
      <dl className={`${lists["facts"]} ${style["spaced"]}`}>
        <dt>{say("about.universe")}</dt>
        <dd>
          <Told text={table.universe} />
        </dd>
        <dt>{say("about.design")}</dt>
        <dd>
          <Told text={design.statement} />
          <div className={style["hint"]}>
            {say("about.designFacts", {
              strata: format.number(design.strata),
              units: format.number(design.units),
              freedom: format.number(design.degreesOfFreedom, 0),
            })}
          </div>
        </dd>
        <dt>{say("about.method")}</dt>
        <dd>
          {table.method}{" "}
          <span className={style["name"]}>
            {recipe.method} {recipe.codeVersion}
          </span>
        </dd>
        <dt>{say("about.quality")}</dt>
        <dd>
          <ul className={lists["plain"]}>
            <li>{say("legend.good", { caution: format.percent(thresholds.caution, 1) })}</li>
            <li>
              <span className={style["quality"]}>{say("quality.caution")}</span>{" "}
              {say("legend.caution", {
                caution: format.percent(thresholds.caution, 1),
                unreliable: format.percent(thresholds.unreliable, 1),
                cases: thresholds.fewCases,
              })}
            </li>
            <li>
              <span className={style["quality"]}>{say("quality.unreliable")}</span>{" "}
              {say("legend.unreliable", {
                unreliable: format.percent(thresholds.unreliable, 1),
              })}
            </li>
          </ul>
        </dd>
        <dt>{say("about.protection")}</dt>
        <dd>
          {protection.applied
            ? say("about.protected", { count: protection.minimumCases })
            : say("about.unprotected")}
        </dd>
        <NotesAndCaveats notes={table.notes} caveats={table.caveats} />
      </dl>
    </Section>
  );
}
