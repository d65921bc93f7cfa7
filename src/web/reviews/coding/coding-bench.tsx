// The bench: the report on the left, codes and codings on the right. What is chosen in the text gets a code by
// one key; what is coded is found, changed and taken back from here.

import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CallReply, routes } from "#contract";
import { codePointsOf, type Span } from "#kernel";
import { unavailable } from "../../correct/unavailable.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import views from "../../shared/view-switch.module.css";
import type { Review } from "../review-frame.tsx";
import { newKey } from "../use-acts.ts";
import { type BenchWish, keyOfWish, stepOfKey, wishOfKey } from "./bench-keys.ts";
import { BenchKeys } from "./bench-keys-sheet.tsx";
import { CodePicker } from "./code-picker.tsx";
import { type CodeMove, movedTo } from "./code-search.ts";
import { CodedText, sheetsOf } from "./coded-text.tsx";
import style from "./coding.module.css";
import { ChosenCoding, CodingList } from "./coding-list.tsx";
import { firstInView } from "./first-in-view.ts";
import { madeCodes } from "./made-codes.ts";
import { ProposalList } from "./proposal-list.tsx";
import { SubmitReport } from "./submit-report.tsx";
import { paragraphsOf, passageOfSpans, spansOfPassage, stepPassage } from "./text-units.ts";
import { type Act, useCodingActs } from "./use-coding-acts.ts";
import { type Coded, inTextOrder, useMarks } from "./use-marks.ts";

type Report = CallReply<typeof routes.document>;
const noSpans: readonly Span[] = [];

export function CodingBench(props: {
  readonly review: Review;
  readonly coded: Coded;
  readonly report: Report;
}) {
  const say = useWords("review-coding");
  const acted = useWords("review-acts");
  const navigate = useNavigate();
  const search = useSearch({ from: "/reviews/$id/coding/$record" });
  const { review, coded, report } = props;
  const { record } = coded.report;
  const acts = useCodingActs(review.id);
  const frame = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const memo = useRef<HTMLTextAreaElement>(null);
  const [picked, setPicked] = useState<readonly Span[]>(noSpans);
  const [told, setTold] = useState("");
  const [keys, setKeys] = useState(false);

  const points = useMemo(() => codePointsOf(report.text), [report.text]);
  const sheets = useMemo(() => sheetsOf(report.blocks), [report.blocks]);
  const paragraphs = useMemo(() => paragraphsOf(points, report.blocks), [points, report.blocks]);
  const marks = useMarks(coded.codings, coded.codes);
  const ordered = useMemo(() => inTextOrder(coded.codings), [coded.codings]);
  const nameOf = useMemo(() => new Map(coded.codes.map((code) => [code.id, code.name])), [coded.codes]);
  const chosen = coded.codings.find(({ id }) => id === search.coding) ?? null;
  const quoteOf = (spans: readonly Span[]) => spans.map(([from, to]) => points.slice(from, to)).join(" ");

  const choose = useCallback(
    (id: string | undefined) => {
      if (id !== undefined) setPicked(noSpans);
      void navigate({
        to: ".",
        search: ((former: object) => ({ ...former, coding: id })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const chooseMark = useCallback((id: string) => choose(id), [choose]);
  const pick = useCallback(
    (spans: readonly Span[]) => {
      setPicked(spans);
      if (spans.length > 0) choose(undefined);
    },
    [choose],
  );

  const hindrance = coded.hindrance === null ? null : say(`hindrance.${coded.hindrance}`);
  const does = async (said: string, ...wanted: readonly Act[]): Promise<boolean> => {
    const done = await acts.record(...wanted);
    setTold(done ? said : say("told.refused"));
    return done;
  };

  /** Puts codes on what is chosen: new words get a coding, a coding that stands gets or loses them. */
  const apply = async (codes: readonly string[], names: string, before: readonly Act[] = []) => {
    if (hindrance !== null) return setTold(hindrance);
    if (picked.length > 0) {
      const id = newKey();
      const first = picked[0]?.[0] ?? 0;
      const page = sheets.find(({ from, to }) => from <= first && first < to)?.page ?? null;
      const done = await does(say("told.coded", { codes: names }), ...before, {
        kind: "coding.added",
        id,
        anchor: {
          record,
          source: report.source.sha256,
          textVersion: coded.textVersion ?? 1,
          spans: picked.map(([from, to]): [number, number] => [from, to]),
          quote: "",
          page,
          passage: null,
        },
        codes: [...codes],
        memo: null,
        proposed: null,
      });
      if (done) choose(id);
      return;
    }
    if (chosen === null) return setTold(say("told.chooseFirst"));
    const taken = codes.every((code) => chosen.codes.includes(code));
    const next = taken
      ? chosen.codes.filter((code) => !codes.includes(code))
      : [...chosen.codes, ...codes.filter((code) => !chosen.codes.includes(code))];
    if (next.length === 0) return setTold(say("told.lastCode"));
    await does(say(taken ? "told.codeTaken" : "told.codeAdded", { codes: names }), ...before, {
      kind: "coding.changed",
      coding: chosen.id,
      codes: next,
    });
  };
  const makeCode = async (parent: string | null, names: readonly string[]) => {
    const { acts: made, last } = madeCodes(coded.codes, parent, names);
    const label = names.join(" / ");
    // Without anything chosen the code is made for later.
    if (hindrance === null && (picked.length > 0 || chosen !== null)) return apply([last], label, made);
    await does(say("told.codeMade", { name: label }), ...made);
  };
  const pressCode = (code: string) => {
    const one = coded.codes.find(({ id }) => id === code);
    if (one && !one.codable) return setTold(say("told.heading", { name: one.name }));
    void apply([code], one?.name ?? "");
  };
  const moveCode = (code: string, move: CodeMove) => {
    const to = movedTo(coded.codes, code, move);
    if (to === null) return setTold(say("told.cannotMove"));
    void does(say(`told.moved.${move}`, { name: nameOf.get(code) ?? "" }), {
      kind: "code.moved",
      code,
      ...to,
    });
  };

  const step = (by: 1 | -1) => {
    const at = ordered.findIndex(({ id }) => id === search.coding);
    const next = ordered[at < 0 ? (by > 0 ? 0 : ordered.length - 1) : at + by];
    if (!next) return setTold(say(ordered.length === 0 ? "told.noCodings" : "told.lastCoding"));
    choose(next.id);
    setTold(
      say("told.at", {
        codes: next.codes.map((code) => nameOf.get(code) ?? "").join(", "),
        quote: next.quote.slice(0, 120),
      }),
    );
  };
  const hindered = (wish: BenchWish): string | null => {
    switch (wish) {
      case "undo":
        return coded.turns.undo ? null : say("why.undo");
      case "redo":
        return coded.turns.redo ? null : say("why.redo");
      case "remove":
      case "memo":
        return chosen ? hindrance : say("why.noneChosen");
      case "next":
      case "previous":
        return ordered.length > 0 ? null : say("told.noCodings");
      default:
        return null;
    }
  };
  const perform = (wish: BenchWish) => {
    const why = hindered(wish);
    if (why !== null) return setTold(why);
    switch (wish) {
      case "codes":
        return input.current?.focus();
      case "next":
        return step(1);
      case "previous":
        return step(-1);
      case "memo":
        return memo.current?.focus();
      case "keys":
        return setKeys(!keys);
      case "remove":
        if (!chosen) return;
        choose(undefined);
        return void does(say("told.removed"), { kind: "coding.removed", coding: chosen.id });
      case "undo":
      case "redo": {
        const turn = coded.turns[wish];
        if (turn)
          void does(say(`told.${wish}`, { what: acted(`act.${turn.kind}`) }), {
            kind: "coding.withdrawn",
            event: turn.event,
          });
      }
    }
  };

  // The listener always asks the newest state, without being put up anew for each.
  const newest = useRef(perform);
  newest.current = perform;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target as HTMLElement).closest("input, textarea, select, [contenteditable]")) return;
      const wish = wishOfKey(event.key);
      if (wish === null) return;
      event.preventDefault();
      newest.current(wish);
    };
    window.document.addEventListener("keydown", onKey);
    return () => window.document.removeEventListener("keydown", onKey);
  }, []);

  const onTextKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      return input.current?.focus();
    }
    if (event.key === "Escape") {
      setPicked(noSpans);
      return choose(undefined);
    }
    const asked = stepOfKey(event);
    if (asked === null) return;
    event.preventDefault();
    const from = picked.length > 0 ? picked : (chosen?.spans ?? noSpans);
    const passage = stepPassage(
      paragraphs,
      passageOfSpans(paragraphs, from),
      asked.unit,
      asked.step,
      asked.extend,
      report.language,
      // Looking for what is in view makes the browser lay the text out; only a first step needs it.
      from.length > 0 ? undefined : firstInView(frame.current, paragraphs),
    );
    if (passage === null) return;
    const spans = spansOfPassage(paragraphs, passage);
    pick(spans);
    setTold(say("told.picked", { quote: quoteOf(spans).slice(0, 300) }));
  };

  const button = (wish: BenchWish) => {
    const why = hindered(wish);
    return (
      <Button
        variant="default"
        onClick={() => perform(wish)}
        {...(why === null ? {} : unavailable(why))}
        {...(wish === "keys" ? { "aria-expanded": keys } : {})}
      >
        {say(`wish.${wish}`)}
        <kbd className={style["key"]}>{keyOfWish[wish]}</kbd>
      </Button>
    );
  };
  const view = search.view ?? "text";
  return (
    <>
      <p className={style["reportTitle"]}>
        <strong>{record}</strong> {coded.report.title}
      </p>
      {hindrance === null ? null : (
        <p role="note" className={style["note"]}>
          {hindrance}
        </p>
      )}
      <div className={style["bar"]} data-print="hide">
        {button("undo")}
        {button("redo")}
        {button("previous")}
        {button("next")}
        {button("keys")}
        <nav className={`${style["views"]} ${views["switch"]}`} aria-label={say("views")}>
          {(["text", "codes"] as const).map((one) => (
            <StateLink
              key={one}
              search={(former) => ({ ...former, view: one === "text" ? undefined : one })}
              replace
              current={one === view}
            >
              {say(`view.${one}`)}
            </StateLink>
          ))}
        </nav>
      </div>
      {keys ? <BenchKeys onClose={() => setKeys(false)} /> : null}
      <p id="coding-text-keys" className="visually-hidden">
        {say("textKeys")}
      </p>
      <div className={style["bench"]} data-view={view}>
        <div className={style["main"]}>
          {picked.length > 0 ? (
            <p className={style["toCodes"]}>
              <StateLink search={(former) => ({ ...former, view: "codes" })} replace>
                {say("toCodes")}
              </StateLink>
            </p>
          ) : null}
          <CodedText
            points={points}
            sheets={sheets}
            language={report.language}
            marks={marks}
            selected={chosen?.id ?? null}
            picked={picked}
            frame={frame}
            onChoose={chooseMark}
            onPick={pick}
            onKey={onTextKey}
          />
        </div>
        <aside className={style["side"]} aria-label={say("beside")}>
          <p role="status" aria-live="polite" className={style["told"]}>
            {told}
          </p>
          {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
          {picked.length > 0 ? (
            <blockquote className={style["quote"]} lang={report.language ?? undefined}>
              {quoteOf(picked).slice(0, 400)}
            </blockquote>
          ) : null}
          <CodePicker
            codes={coded.codes}
            carried={chosen?.codes ?? []}
            mayShape={coded.mayShape}
            input={input}
            onCode={pressCode}
            onNew={(parent, names) => void makeCode(parent, names)}
            onMove={moveCode}
            onLeave={() => frame.current?.focus()}
          />
          {chosen ? (
            <ChosenCoding
              key={chosen.id}
              review={review.id}
              coding={chosen}
              codes={coded.codes}
              language={report.language}
              memo={memo}
              hindrance={hindrance}
              onActs={(said, ...wanted) => does(say(said), ...wanted)}
              onTake={(code) => void apply([code], nameOf.get(code) ?? "")}
              onRemove={() => perform("remove")}
            />
          ) : null}
          <CodingList
            codings={ordered}
            codes={coded.codes}
            chosen={chosen?.id ?? null}
            code={search.code}
            onChoose={choose}
          />
          {coded.hindrance === null ? (
            <ProposalList
              review={review.id}
              record={record}
              source={report.source.sha256}
              textVersion={coded.textVersion ?? 1}
              codes={coded.codes}
              onShow={pick}
              onActs={(said, ...wanted) => does(say(said), ...wanted)}
            />
          ) : null}
          <SubmitReport
            review={review.id}
            coded={coded}
            onActs={(said, ...wanted) => does(say(said), ...wanted)}
          />
        </aside>
      </div>
    </>
  );
}
