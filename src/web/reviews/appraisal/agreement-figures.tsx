import type { CallReply, routes } from "#contract";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { WideTable } from "../wide-table.tsx";
import style from "./appraisal.module.css";

type Figures = NonNullable<CallReply<typeof routes.appraisalAgreement>["plain"]>;
type Figure = Figures["percent"];
const rows = ["percent", "cohen", "alpha", "gwet"] as const;

/** Each statistic on all answers and weighted, with its interval and the pairs it rests on. */
export function AgreementFigures(props: { readonly plain: Figures; readonly weighted: Figures }) {
  const say = useWords("review-appraisal");
  return (
    <WideTable label={say("agreement.title")}>
      <table>
        <caption className="visually-hidden">{say("agreement.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("agreement.statistic")}</th>
            <th scope="col">{say("agreement.plain")}</th>
            <th scope="col">{say("agreement.weighted")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{say(`agreement.${row}`)}</th>
              <td>
                <OneFigure figure={props.plain[row]} />
              </td>
              <td>
                <OneFigure figure={props.weighted[row]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function OneFigure({ figure }: { readonly figure: Figure }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const { value, lower, upper, pairs } = figure;
  if (value === null) return say("agreement.undefined");
  return (
    <>
      {format.number(value, 2, true)}
      {lower !== null && upper !== null
        ? ` [${format.number(lower, 2, true)}; ${format.number(upper, 2, true)}]`
        : null}{" "}
      <span className={style["hint"]}>{say("agreement.pairs", { count: Math.round(pairs) })}</span>
    </>
  );
}
