import { memo, useEffect, useRef } from "react";
import type { Language } from "#kernel";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import type { MarkedPage, Piece } from "./marked-blocks.ts";
import style from "./reading.module.css";
import { ReportBlock } from "./report-block.tsx";

/**
 * The text of a report with its passages marked, page by page. A page is drawn again only when the chosen
 * passage is on it, and the browser lays out the pages in view only: 143 pages stay quick.
 */
export function ReportText(props: {
  readonly pages: readonly MarkedPage[];
  readonly language: Language | null;
  readonly selected: string | null;
  /** The passages to mark; all when null. */
  readonly marked: ReadonlySet<string> | null;
  readonly onChoose: (passage: string) => void;
  /** Whether a selection in the text has to be found again in the document: each piece then carries its place. */
  readonly places?: boolean;
}) {
  const say = useWords("evidence");
  const frame = useRef<HTMLDivElement>(null);
  const { onChoose, selected } = props;

  // A click on a marked stretch chooses its passage. The list beside is the way for the keyboard, so this
  // is a listener and not a button around the text, which has to stay selectable.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onClick = (event: MouseEvent) => {
      if (window.getSelection()?.isCollapsed === false) return;
      const mark = (event.target as Element).closest<HTMLElement>("[data-passage]");
      if (mark?.dataset["passage"]) onChoose(mark.dataset["passage"]);
    };
    element.addEventListener("click", onClick);
    return () => element.removeEventListener("click", onClick);
  }, [onChoose]);

  useEffect(() => {
    if (selected === null) return;
    const mark = frame.current?.querySelector(`[data-passage="${CSS.escape(selected)}"]`);
    if (!mark) return;
    const bring = () => mark.scrollIntoView({ block: "center", behavior: "instant" });
    bring();
    // Pages above are laid out only now, and push the place down: look once more.
    const frameId = requestAnimationFrame(() => requestAnimationFrame(bring));
    return () => cancelAnimationFrame(frameId);
  }, [selected]);

  return (
    <section
      ref={frame}
      className={style["text"]}
      aria-label={say("reading.text")}
      lang={props.language ?? undefined}
    >
      {props.pages.map((page) => (
        <ReportPage
          key={page.key}
          page={page}
          selected={selected !== null && page.passages.has(selected) ? selected : null}
          marked={props.marked}
          places={props.places ?? false}
        />
      ))}
    </section>
  );
}

const ReportPage = memo(function ReportPage(props: {
  readonly page: MarkedPage;
  readonly selected: string | null;
  readonly marked: ReadonlySet<string> | null;
  readonly places: boolean;
}) {
  const say = useWords("evidence");
  const format = useFormat();
  const { page, selected, marked } = props;
  return (
    <div className={style["sheet"]}>
      {page.page === null ? null : (
        <p className={style["pageNumber"]}>{say("page", { page: format.number(page.page) })}</p>
      )}
      {page.blocks.map((block) => (
        <ReportBlock
          key={block.index}
          block={block}
          draw={(piece) => (
            <PieceOfText piece={piece} selected={selected} marked={marked} places={props.places} />
          )}
        />
      ))}
    </div>
  );
});

function PieceOfText(props: {
  readonly piece: Piece;
  readonly selected: string | null;
  readonly marked: ReadonlySet<string> | null;
  readonly places: boolean;
}) {
  const { piece, selected, marked } = props;
  const own = marked ? piece.passages.filter((id) => marked.has(id) || id === selected) : piece.passages;
  const first = selected !== null && own.includes(selected) ? selected : own[0];
  const place = props.places && piece.from !== null ? piece.from : undefined;
  if (first === undefined)
    return place === undefined ? piece.text : <span data-from={place}>{piece.text}</span>;
  return (
    <mark
      data-passage={first}
      data-from={place}
      className={first === selected ? style["chosen"] : style["mark"]}
    >
      {piece.text}
    </mark>
  );
}
