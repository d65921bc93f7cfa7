import { useWords } from "../i18n.ts";
import style from "./search.module.css";

/** What can be asked, each with an example: the examples are the language of the search and read alike everywhere. */
export function SearchHelp() {
  const say = useWords("search");
  const lines: readonly (readonly [string, string])[] = [
    ["maternity leave", say("help.words")],
    ['"maternity leave"', say("help.phrase")],
    ["maternity NEAR/5 pay", say("help.near")],
    ["maternity or paternity", say("help.or")],
    ["pension -reform", say("help.not")],
    ["(women or youth) transfer", say("help.group")],
    ["pension*", say("help.prefix")],
    ["title:floor heading:lessons text:cash", say("help.field")],
    ["kind:recommendation country:KEN year:2015..2020", say("help.values")],
  ];
  return (
    <details className={style["folded"]} data-print="hide">
      <summary>{say("help.title")}</summary>
      <div>
        <table className={style["help"]}>
          <thead>
            <tr>
              <th scope="col">{say("help.write")}</th>
              <th scope="col">{say("help.finds")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([example, finds]) => (
              <tr key={example}>
                <td>
                  <code>{example}</code>
                </td>
                <td>{finds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
