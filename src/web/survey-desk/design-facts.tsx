// What a design comes to over the rows: strata, units, weights, and totals beside those known from elsewhere.

import type { CallReply, routes } from "#contract";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./survey-desk.module.css";

type FileFacts = CallReply<typeof routes.checkEdition>["files"][number];

export function DesignFacts({ file }: { readonly file: FileFacts }) {
  const say = useWords("survey-desk");
  const sayStudy = useWords("surveys");
  const format = useFormat();
  const { facts, totals } = file;
  return (
    <section className={style["stack"]}>
      <h3>
        {file.name}: {sayStudy(`unit.${file.unit}`)}
      </h3>
      {facts === null ? (
        <p>{say("facts.none")}</p>
      ) : (
        <p>
          {say("facts.sentence", {
            rows: format.number(file.rows),
            strata: format.number(facts.strata),
            units: format.number(facts.units),
            degrees: format.number(facts.degreesOfFreedom),
            sum: format.number(Math.round(facts.weights.sum)),
            least: format.number(facts.weights.least),
            most: format.number(facts.weights.most),
          })}
          {facts.singleUnitStrata > 0 ? (
            <span className={style["warning"]}>
              {" "}
              {say("facts.single", { count: facts.singleUnitStrata })}
            </span>
          ) : null}
        </p>
      )}
      {totals.length === 0 ? (
        <p className={style["hint"]}>{say("facts.noTotals")}</p>
      ) : (
        <div className={style["scroll"]}>
          <table className={style["table"]}>
            <caption>{say("facts.totals")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("known.label")}</th>
                <th scope="col" className={style["number"]}>
                  {say("facts.cases")}
                </th>
                <th scope="col" className={style["number"]}>
                  {say("facts.weighted")}
                </th>
                <th scope="col" className={style["number"]}>
                  {say("facts.error")}
                </th>
                <th scope="col" className={style["number"]}>
                  {say("facts.known")}
                </th>
                <th scope="col">{say("known.source")}</th>
              </tr>
            </thead>
            <tbody>
              {totals.map((total) => (
                <tr key={total.label}>
                  <th scope="row">{total.label}</th>
                  <td className={style["number"]}>
                    {total.cases === null ? "–" : format.number(total.cases)}
                  </td>
                  <td className={style["number"]}>
                    {total.weighted === null ? "–" : format.number(Math.round(total.weighted))}
                  </td>
                  <td className={style["number"]}>
                    {total.standardError === null ? "–" : format.number(Math.round(total.standardError))}
                  </td>
                  <td className={style["number"]}>{format.number(total.known)}</td>
                  <td>{total.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
