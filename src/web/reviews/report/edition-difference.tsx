import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import style from "./report.module.css";
import { Sheet } from "./sheet.tsx";

/** What changed from one edition to the next: numbers by name, lines by their place. */
export function EditionDifference(props: {
  readonly id: string;
  readonly from: number;
  readonly to: number | undefined;
}) {
  const say = useWords("review-report");
  const format = useFormat();
  const lang = useLanguage();
  const { id, from, to } = props;
  const answer = useApi(routes.compareReviewEditions, {
    params: { id },
    query: { lang, from, ...(to !== undefined && { to }) },
  });
  const shown = (value: number | null) => (value === null ? say("notStated") : format.number(value));
  return (
    <Section title={say("difference.title", { from, to: to ?? say("draft") })}>
      <Answered answer={answer} lines={6}>
        {({ numbers, lines }) =>
          numbers.length + lines.length === 0 ? (
            <EmptyState what={say("difference.none")} />
          ) : (
            <>
              <Sheet label={say("difference.numbers")}>
                <table>
                  <caption>{say("difference.numbers")}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{say("difference.name")}</th>
                      <th scope="col" className={style["number"]}>
                        {say("difference.before")}
                      </th>
                      <th scope="col" className={style["number"]}>
                        {say("difference.after")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {numbers.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">
                          <code>{one.id}</code>
                        </th>
                        <td className={style["number"]}>{shown(one.stored)}</td>
                        <td className={style["number"]}>{shown(one.recomputed)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Sheet>
              <ul>
                {lines.map(({ change, under, text }, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line may have changed twice
                  <li key={n}>
                    <strong>{say(`difference.${change}`)}</strong> {under}{" "}
                    {change === "removed" ? <del>{text}</del> : <ins>{text}</ins>}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Section>
  );
}
