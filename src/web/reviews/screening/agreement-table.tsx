import type { CallReply, routes } from "#contract";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { EmptyState } from "../../shared/states.tsx";
import { WideTable } from "../wide-table.tsx";
import style from "./screening.module.css";

type Agreement = CallReply<typeof routes.screeningAgreement>;

const statistics = ["percent", "cohen", "fleiss", "alpha", "gwet", "prevalenceAdjusted"] as const;

/** Every statistic with its interval and the pairs it rests on; where there is none, the reason. */
export function AgreementTable({ agreement }: { readonly agreement: Agreement }) {
  const say = useWords("review-screening");
  const format = useFormat();
  if (agreement.percent.pairs === 0)
    return <EmptyState what={say("agreement.none")} how={say("agreement.noneHow")} />;
  const value = (figure: Agreement["percent"]) =>
    figure.value === null ? "–" : format.number(figure.value, 3, true);
  return (
    <>
      <p>{say("agreement.basis", { count: agreement.records, people: format.list(agreement.raters) })}</p>
      <WideTable label={say("agreement.title")}>
        <table>
          <caption className="visually-hidden">{say("agreement.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("agreement.statistic")}</th>
              <th scope="col" className={style["number"]}>
                {say("agreement.value")}
              </th>
              <th scope="col" className={style["number"]}>
                {say("agreement.interval")}
              </th>
              <th scope="col" className={style["number"]}>
                {say("agreement.pairs")}
              </th>
            </tr>
          </thead>
          <tbody>
            {statistics.map((name) => {
              const figure = agreement[name];
              return (
                <tr key={name}>
                  <th scope="row">{say(`statistic.${name}`)}</th>
                  <td className={style["number"]}>{value(figure)}</td>
                  <td className={figure.value === null ? undefined : style["number"]}>
                    {figure.value === null
                      ? say(`undefined.${figure.reason ?? "no-pairs"}`)
                      : figure.lower === null || figure.upper === null
                        ? "–"
                        : `${format.number(figure.lower, 3, true)} – ${format.number(figure.upper, 3, true)}`}
                  </td>
                  <td className={style["number"]}>{format.number(figure.pairs)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      {agreement.notIndependent > 0 ? (
        <p>{say("agreement.notIndependent", { count: agreement.notIndependent })}</p>
      ) : null}
      {agreement.pairs.length > 1 ? (
        <details className={style["panel"]}>
          <summary>{say("agreement.byPairs")}</summary>
          <ul className={style["plain"]}>
            {agreement.pairs.map(({ members, kappa }) => (
              <li key={members.join(" ")}>
                {format.list(members)}: {value(kappa)} ({say("agreement.n", { count: kappa.pairs })})
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
