import type { ReportText, ReportTable as Table } from "#records";
import style from "./report.module.css";
import { Sheet } from "./sheet.tsx";

/** Stretches of text with their emphasis, language and links. */
export function ReportWords({ content }: { readonly content: readonly ReportText[] }) {
  return content.map((part, n) => {
    const words = part.bold ? <strong>{part.text}</strong> : part.italic ? <em>{part.text}</em> : part.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their place
      <span key={n} lang={part.language}>
        {part.href ? <a href={part.href}>{words}</a> : words}
      </span>
    );
  });
}

export function ReportTable({ table, id }: { readonly table: Table; readonly id?: string }) {
  const isFigure = (column: number) => table.figures.includes(column);
  return (
    <Sheet label={table.caption} id={id}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, n) => (
              <th key={column} scope="col" className={isFigure(n) ? style["number"] : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
            <tr key={r}>
              {row.map((cell, c) =>
                c === 0 && !table.plain ? (
                  <th key={table.columns[c]} scope="row">
                    <ReportWords content={cell} />
                  </th>
                ) : (
                  <td key={table.columns[c]} className={isFigure(c) ? style["number"] : undefined}>
                    <ReportWords content={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
