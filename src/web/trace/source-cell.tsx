import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import "../charts/facts.css";

/** The row a figure was read from, under its header, with the cell marked. */
export function SourceCell({ sha256, row, column }: { sha256: string; row: number; column: string }) {
  const say = useWords("trace");
  const answer = useApi(routes.sourceRow, { params: { sha256, row } });
  // A file that is not a table, or that may not be shown, still has its hash, row and column above.
  if (!answer.value) return null;
  const { header, cells } = answer.value;
  const caption = say("rowCaption", { row });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fact-scroll" tabIndex={0} aria-label={caption}>
      <table className="fact-table trace-row">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {header.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row
              <td key={i}>
                {header[i] === column ? <mark>{cell === "" ? say("emptyCell") : cell}</mark> : cell}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
