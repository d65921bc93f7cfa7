import { memo, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { CodePoints, Language, Span } from "#kernel";
import { selectedSpans } from "../../correct/selected-place.ts";
import { type BlockLike, type MarkedPage, markedPagesOf, type Piece } from "../../evidence/marked-blocks.ts";
import reading from "../../evidence/reading.module.css";
import { ReportBlock } from "../../evidence/report-block.tsx";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { nearestColour } from "./code-colours.ts";
import style from "./coding.module.css";

/** A coding as it lies in the text. */
export type Mark = {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly lane: number;
  /** Of its first code. */
  readonly colour: string;
  readonly label: string;
  readonly isProposal: boolean;
};

/** What is chosen for coding, as one more mark. */
const pickedId = "·";
/** More lanes than this do not fit below a line of text; the list beside names them all. */
const mostLanes = 5;
/** Pages that are there from the start, and how many follow at once when the browser has time. */
const firstPages = 8;
const pagesAtOnce = 12;
const blocksPerPart = 40;

type Sheet = {
  readonly key: string;
  readonly page: number | null;
  readonly blocks: readonly BlockLike[];
  readonly from: number;
  readonly to: number;
};

/** The blocks of a report by printed page, or in parts where it has none. */
export function sheetsOf(blocks: readonly BlockLike[]): readonly Sheet[] {
  const sheets: { page: number | null; blocks: BlockLike[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "page-furniture") continue;
    const last = sheets.at(-1);
    const goesOn =
      last && last.page === block.page && (block.page !== null || last.blocks.length < blocksPerPart);
    if (goesOn) last.blocks.push(block);
    else sheets.push({ page: block.page, blocks: [block] });
  }
  return sheets.map((sheet, at) => {
    const spans = sheet.blocks.flatMap((block) => block.spans);
    return {
      ...sheet,
      key: `${sheet.page ?? "part"}-${at}`,
      from: Math.min(...spans.map(([from]) => from)),
      to: Math.max(...spans.map(([, to]) => to)),
    };
  });
}

/**
 * The text of a report with what is coded in it. The first pages stand at once, the others follow while nobody
 * waits, and the browser lays out those in view; a page is drawn again only when its own codings change.
 */
export function CodedText(props: {
  readonly points: CodePoints;
  readonly sheets: readonly Sheet[];
  readonly language: Language | null;
  readonly marks: readonly Mark[];
  readonly selected: string | null;
  readonly picked: readonly Span[];
  readonly frame: RefObject<HTMLElement | null>;
  readonly onChoose: (coding: string) => void;
  readonly onPick: (spans: readonly Span[]) => void;
  readonly onKey: (event: React.KeyboardEvent) => void;
}) {
  const say = useWords("review-coding");
  const { sheets, marks, selected, picked, frame, onChoose, onPick } = props;
  const wanted = (spans: readonly Span[] | undefined): number => {
    const at = spans?.[0]?.[0];
    return at === undefined ? -1 : sheets.findIndex((sheet) => sheet.from <= at && at < sheet.to);
  };
  const chosen = marks.find(({ id }) => id === selected);
  const [ready, setReady] = useState(firstPages);
  const needed = Math.max(ready, wanted(chosen?.spans) + 2, wanted(picked) + 2);
  useEffect(() => {
    if (needed >= sheets.length) return;
    const more = () => setReady(needed + pagesAtOnce);
    const handle = window.setTimeout(more, 30);
    return () => window.clearTimeout(handle);
  }, [needed, sheets.length]);

  // Listeners instead of buttons around the text, which has to stay selectable; lists and keys are the way
  // without a mouse.
  const newest = useRef({ onChoose, onPick });
  newest.current = { onChoose, onPick };
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onUp = (event?: Event) => {
      // The handles of a finger can still be moved.
      if (event instanceof PointerEvent && event.pointerType === "touch") return;
      const spans = selectedSpans(element);
      if (spans.length === 0) return;
      window.getSelection()?.removeAllRanges();
      newest.current.onPick(spans);
    };
    const onClick = (event: MouseEvent) => {
      if (window.getSelection()?.isCollapsed === false) return;
      const mark = (event.target as Element).closest<HTMLElement>("[data-coding]");
      if (mark?.dataset["coding"]) newest.current.onChoose(mark.dataset["coding"]);
    };
    // Fingers choose by handles that end in no event of the text: what stands still for a while is chosen.
    let still = 0;
    const onSelection = () => {
      window.clearTimeout(still);
      if (window.matchMedia("(pointer: coarse)").matches) still = window.setTimeout(() => onUp(), 900);
    };
    window.document.addEventListener("selectionchange", onSelection);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("click", onClick);
    return () => {
      window.clearTimeout(still);
      window.document.removeEventListener("selectionchange", onSelection);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("click", onClick);
    };
  }, [frame]);

  const focusAt = picked[0]?.[0];
  useEffect(() => {
    const sought =
      focusAt !== undefined
        ? "[data-picked]"
        : selected === null
          ? null
          : `[data-coding="${CSS.escape(selected)}"]`;
    const mark = sought === null ? null : frame.current?.querySelector(sought);
    if (!mark) return;
    const bring = () => {
      const { top, bottom } = mark.getBoundingClientRect();
      if (top < 80 || bottom > window.innerHeight - 80)
        mark.scrollIntoView({ block: "center", behavior: "instant" });
    };
    bring();
    // Pages above are laid out only now, and push the place down: look once more.
    const handle = requestAnimationFrame(() => requestAnimationFrame(bring));
    return () => cancelAnimationFrame(handle);
  }, [selected, focusAt, frame]);

  const all = useMemo(
    (): readonly Mark[] =>
      picked.length === 0
        ? marks
        : [...marks, { id: pickedId, spans: picked, lane: 0, colour: "", label: "", isProposal: false }],
    [marks, picked],
  );
  return (
    <section
      ref={frame}
      className={`${reading["text"]} ${style["text"]}`}
      aria-label={say("text")}
      aria-describedby="coding-text-keys"
      lang={props.language ?? undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are chosen in it by keyboard
      tabIndex={0}
      onKeyDown={props.onKey}
    >
      {sheets.slice(0, needed).map((sheet) => (
        <SheetOfText
          key={sheet.key}
          sheet={sheet}
          points={props.points}
          marks={all}
          selected={selected}
          onChoose={onChoose}
        />
      ))}
      {needed < sheets.length ? <p className={style["hint"]}>{say("morePages")}</p> : null}
    </section>
  );
}

const touches = ({ spans }: Mark, { from, to }: Sheet): boolean =>
  spans.some(([start, end]) => start < to && end > from);

/** Gives a page only the marks that lie on it, the same list as long as they are the same. */
function SheetOfText(props: {
  readonly sheet: Sheet;
  readonly points: CodePoints;
  readonly marks: readonly Mark[];
  readonly selected: string | null;
  readonly onChoose: (coding: string) => void;
}) {
  const { sheet, marks } = props;
  const kept = useRef<readonly Mark[]>([]);
  const here = marks.filter((mark) => touches(mark, sheet));
  if (here.length !== kept.current.length || here.some((mark, at) => mark !== kept.current[at]))
    kept.current = here;
  return (
    <DrawnSheet
      sheet={sheet}
      points={props.points}
      marks={kept.current}
      selected={here.some(({ id }) => id === props.selected) ? props.selected : null}
      onChoose={props.onChoose}
    />
  );
}

const DrawnSheet = memo(function DrawnSheet(props: {
  readonly sheet: Sheet;
  readonly points: CodePoints;
  readonly marks: readonly Mark[];
  readonly selected: string | null;
  readonly onChoose: (coding: string) => void;
}) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { sheet, points, marks, selected } = props;
  const pages = useMemo(() => markedPagesOf(points, sheet.blocks, marks), [points, sheet, marks]);
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  return (
    <div className={reading["sheet"]}>
      {sheet.page === null ? null : (
        <p className={reading["pageNumber"]}>{say("page", { page: format.number(sheet.page) })}</p>
      )}
      {pages.flatMap((page) =>
        page.blocks.map((block) => (
          <CodedBlock
            key={`${page.key} ${block.index}`}
            block={block}
            byId={byId}
            selected={selected}
            onChoose={props.onChoose}
          />
        )),
      )}
    </div>
  );
});

function CodedBlock(props: {
  readonly block: MarkedPage["blocks"][number];
  readonly byId: ReadonlyMap<string, Mark>;
  readonly selected: string | null;
  readonly onChoose: (coding: string) => void;
}) {
  const { block, byId, selected } = props;
  const here = new Set(block.pieces.flatMap(({ passages }) => passages));
  const margin = [...here].flatMap((id) => (id === pickedId ? [] : (byId.get(id) ?? [])));
  const lanes = Math.min(mostLanes, 1 + Math.max(-1, ...margin.map(({ lane }) => lane)));
  const body = (
    <ReportBlock
      block={block}
      draw={(piece) => <CodedPiece piece={piece} byId={byId} selected={selected} />}
    />
  );
  if (margin.length === 0) return body;
  return (
    <div className={style["coded"]} data-lanes={lanes}>
      <div>{body}</div>
      <ul className={style["margin"]}>
        {margin.map((mark) => (
          <li key={mark.id}>
            <button
              type="button"
              // The list of codings is the way by keyboard; a stop at each of hundreds would bar the page.
              tabIndex={-1}
              className={style["tag"]}
              data-colour={nearestColour(mark.colour)}
              data-lane={mark.lane % mostLanes}
              data-proposed={mark.isProposal || undefined}
              aria-current={mark.id === selected || undefined}
              onClick={() => props.onChoose(mark.id)}
            >
              {mark.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A piece of text inside one underline for each coding it belongs to, each on its lane. */
function CodedPiece(props: {
  readonly piece: Piece;
  readonly byId: ReadonlyMap<string, Mark>;
  readonly selected: string | null;
}) {
  const { piece, byId, selected } = props;
  const text = (
    <span
      data-from={piece.from ?? undefined}
      data-picked={piece.passages.includes(pickedId) || undefined}
      className={piece.passages.includes(pickedId) ? style["picked"] : undefined}
    >
      {piece.text}
    </span>
  );
  const over = piece.passages
    .flatMap((id) => (id === pickedId ? [] : (byId.get(id) ?? [])))
    .filter(({ lane }) => lane < mostLanes)
    .sort((a, b) => a.lane - b.lane);
  let drawn = text;
  for (const { id, lane, colour, isProposal } of over)
    drawn = (
      <span
        className={style["lane"]}
        data-coding={id}
        data-lane={lane}
        data-colour={nearestColour(colour)}
        data-proposed={isProposal || undefined}
        data-chosen={id === selected || undefined}
      >
        {drawn}
      </span>
    );
  return drawn;
}
