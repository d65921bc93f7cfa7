// The text of a report beside the work on it: pages, headings, marked passages, and what the reader marks in
// it as an anchor. Words can be looked for, which is also the way to mark a passage without a mouse.

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { type CallReply, routes } from "#contract";
import { codePointsOf, type Sha256, type Span } from "#kernel";
import { type Anchor, anchorsIn } from "#records";
import { useApi } from "../api.ts";
import { selectedSpans } from "../correct/selected-place.ts";
import { markedPagesOf } from "../evidence/marked-blocks.ts";
import { ReportText } from "../evidence/report-text.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Answered } from "../shared/states.tsx";
import style from "./document-pane.module.css";

export type PaneMark = {
  readonly id: string;
  readonly spans: readonly Span[];
  /** With the words there, a place in an earlier text is found again in this one. */
  readonly textVersion?: number;
  readonly quote?: string;
};
type Report = CallReply<typeof routes.document>;

type PaneProps = {
  readonly record: string | null;
  readonly document: string;
  readonly textVersion: number;
  readonly marks: readonly PaneMark[];
  /** The mark to bring into view. */
  readonly selected: string | null;
  readonly onChoose: (mark: string) => void;
  /** What the reader has marked last; stays until something else is marked. */
  readonly onSelect: (anchor: Anchor | null) => void;
};

export function DocumentPane(props: PaneProps) {
  const answer = useApi(routes.document, { params: { sha256: props.document } });
  return (
    <Answered answer={answer} lines={18}>
      {(report) => <Pane key={props.document} report={report} {...props} />}
    </Answered>
  );
}

/** The page a place is printed on: that of the block it begins in. */
const pageOf = (report: Report, from: number): number | null =>
  report.blocks.find(({ spans }) => spans.some(([start, end]) => start <= from && from < end))?.page ?? null;

function Pane({ report, ...props }: PaneProps & { readonly report: Report }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<Anchor | null>(null);
  const points = useMemo(() => codePointsOf(report.text), [report.text]);
  const { record, document: source, textVersion, onSelect, marks } = props;
  const placed = useMemo(() => {
    const find = anchorsIn(report.text);
    return marks.flatMap((mark) => {
      if (mark.quote === undefined || (mark.textVersion ?? textVersion) === textVersion) return [mark];
      const spans = find({ text: mark.quote, spans: mark.spans });
      return spans ? [{ ...mark, spans }] : [];
    });
  }, [report.text, marks, textVersion]);
  const pages = useMemo(
    () => markedPagesOf(report.text, report.blocks, placed),
    [report.text, report.blocks, placed],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const spans = selectedSpans(frame.current);
      const first = spans[0];
      if (!first) return;
      const anchor: Anchor = {
        record,
        source: source as Sha256,
        textVersion,
        spans,
        quote: spans.map(([from, to]) => points.slice(from, to)).join(" "),
        page: pageOf(report, first[0]),
        passage: null,
      };
      setTaken(anchor);
      onSelect(anchor);
    };
    // A selection grows while the mouse moves; it is read once it rests.
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, 120);
    };
    window.document.addEventListener("selectionchange", later);
    return () => {
      clearTimeout(timer);
      window.document.removeEventListener("selectionchange", later);
    };
  }, [record, source, textVersion, points, report, onSelect]);

  const forget = () => {
    window.getSelection()?.removeAllRanges();
    setTaken(null);
    onSelect(null);
  };
  return (
    <div className={style["pane"]}>
      <div className={style["tools"]}>
        <FindWords frame={frame} />
        <p className={style["taken"]} role="status">
          {taken ? (
            <>
              {say("pane.marked", {
                words: taken.quote.length > 160 ? `${taken.quote.slice(0, 160)}…` : taken.quote,
                page:
                  taken.page === null
                    ? say("pane.noPage")
                    : say("passage.page", { page: format.number(taken.page) }),
              })}{" "}
              <Button size="compact-xs" variant="default" onClick={forget}>
                {say("pane.forget")}
              </Button>
            </>
          ) : (
            say("pane.how")
          )}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard */}
      <div ref={frame} className={style["text"]} tabIndex={0}>
        <ReportText
          pages={pages}
          language={report.language}
          selected={props.selected}
          marked={null}
          onChoose={props.onChoose}
          places
        />
      </div>
    </div>
  );
}

const folded = (text: string): string => text.normalize("NFC").toLowerCase();

/**
 * Looks for words and marks the paragraph they stand in, one after the other: what is marked so is taken like
 * a selection by mouse.
 */
function FindWords({ frame }: { readonly frame: { readonly current: HTMLDivElement | null } }) {
  const say = useWords("review-appraisal");
  const [words, setWords] = useState("");
  const [at, setAt] = useState<{
    readonly words: string;
    readonly place: number;
    readonly all: number;
  } | null>(null);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const wanted = folded(words.trim());
    if (wanted === "" || !frame.current) return;
    const found = [...frame.current.querySelectorAll<HTMLElement>("p, h2, h3, td, th")].filter(
      (one) => one.querySelector("[data-from]") && folded(one.textContent ?? "").includes(wanted),
    );
    const place = at?.words === wanted && found.length > 0 ? (at.place + 1) % found.length : 0;
    setAt({ words: wanted, place, all: found.length });
    const block = found[place];
    if (!block) return;
    const range = window.document.createRange();
    range.selectNodeContents(block);
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    block.scrollIntoView({ block: "center", behavior: "instant" });
    requestAnimationFrame(() => block.scrollIntoView({ block: "center", behavior: "instant" }));
  };
  return (
    <form onSubmit={find} className={style["find"]}>
      <TextInput
        label={say("pane.find")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        size="xs"
      />
      <Button type="submit" size="xs" variant="default">
        {say("pane.findNext")}
      </Button>
      <span role="status">
        {at
          ? say(at.all === 0 ? "pane.foundNone" : "pane.found", { place: at.place + 1, count: at.all })
          : ""}
      </span>
    </form>
  );
}
