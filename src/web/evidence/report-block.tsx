import { Fragment, type ReactNode } from "react";
import type { MarkedBlock, Piece } from "./marked-blocks.ts";
import style from "./reading.module.css";

/** One block of a report by its kind; `draw` makes what is seen of each piece of its text. */
export function ReportBlock(props: {
  readonly block: MarkedBlock;
  readonly draw: (piece: Piece) => ReactNode;
}) {
  const { block } = props;
  const drawn = (pieces: readonly Piece[]) =>
    pieces.map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
      <Fragment key={i}>{props.draw(piece)}</Fragment>
    ));
  if (block.rows?.some((row) => row.length > 1)) return <TableOfText rows={block.rows} drawn={drawn} />;
  const content = drawn(block.pieces);
  switch (block.kind) {
    case "heading":
      // The page has its own outline; the report's headings hang below it.
      return (block.level ?? 2) <= 1 ? <h2>{content}</h2> : <h3>{content}</h3>;
    case "list-item":
      return <p className={style["item"]}>{content}</p>;
    case "table":
      return <p className={style["table"]}>{content}</p>;
    case "footnote":
      return <p className={style["footnote"]}>{content}</p>;
    default:
      return <p>{content}</p>;
  }
}

/** A table of the report; its first row is taken for the head, as nearly all of them have one. */
function TableOfText(props: {
  readonly rows: NonNullable<MarkedBlock["rows"]>;
  readonly drawn: (pieces: readonly Piece[]) => ReactNode;
}) {
  const [head, ...body] = props.rows;
  return (
    <div className={style["tableFrame"]}>
      <table className={style["tableOfText"]}>
        <thead>
          <tr>
            {head?.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one text, never reordered
              <th key={i} scope="col">
                {props.drawn(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one text, never reordered
            <tr key={r}>
              {row.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of one text, never reordered
                <td key={i}>{props.drawn(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
