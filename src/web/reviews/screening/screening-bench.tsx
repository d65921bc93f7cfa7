// The workbench: one record, the criteria beside it, and a verdict by key, button or touch.

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { routes } from "#contract";
import { type ShownOrder, shownOrders } from "#records";
import { useApi } from "../../api.ts";
import { unavailable } from "../../correct/unavailable.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import type { Review } from "../review-frame.tsx";
import { CriteriaPanel } from "./criteria-panel.tsx";
import { excludingCriteria } from "./excluding-criteria.ts";
import { useScreeningSettings } from "./kept-settings.ts";
import { KeySheet } from "./key-sheet.tsx";
import { LastDecisions } from "./last-decisions.tsx";
import { NothingLeft } from "./nothing-left.tsx";
import { RecordCard } from "./record-card.tsx";
import { HistoryPanel, NoteForm, NotRetrievedForm, NotRetrievedNote, WhyPanel } from "./record-side.tsx";
import style from "./screening.module.css";
import { type AskedKey, askedByKey, type ScreeningWish } from "./screening-keys.ts";
import { CountsLine, type Overview } from "./screening-nav.tsx";
import { SendingState } from "./sending-state.tsx";
import { useBench } from "./use-bench.ts";

type Open = "keys" | "note" | "why" | "exclude" | "missing" | null;

export function ScreeningBench(props: {
  readonly review: Review;
  readonly me: string;
  readonly overview: Overview;
  readonly stage: Overview["stages"][number];
  readonly order: ShownOrder | undefined;
  readonly record: string | undefined;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const navigate = useNavigate();
  const { review, me, overview, stage } = props;
  const { criteria, protocol } = overview;
  const [settings, change] = useScreeningSettings(me);
  const bench = useBench({
    review: review.id,
    me,
    stage: stage.stage,
    order: props.order,
    record: props.record,
  });
  const [open, setOpen] = useState<Open>(null);
  const [told, setTold] = useState("");
  const [reason, setReason] = useState("");
  const { queue, current, currentId, records, sending } = bench;
  const screened = useApi(
    routes.screenedRecord,
    { params: { id: review.id, record: currentId ?? "" } },
    { when: currentId !== undefined },
  );
  const mine = useApi(routes.ownDecisions, {
    params: { id: review.id },
    query: { stage: stage.stage, limit: 20 },
  });
  const lastKnown = mine.value?.decisions[0] ?? null;
  const numbered = useMemo(() => excludingCriteria(criteria), [criteria]);
  const numberOf = (id: string) => {
    const at = numbered.findIndex((one) => one.id === id);
    return at >= 0 && at < 9 ? at + 1 : null;
  };
  const shown =
    current?.record ?? (screened.value?.record.id === currentId ? screened.value?.record : undefined);
  const needsCriterion = stage.stage === "full-text";

  const hindered = (wish: ScreeningWish): string | null => {
    switch (wish) {
      case "undo":
        return bench.done.length > 0 || lastKnown ? null : say("cannot.undo");
      case "next":
        return records.length > 1 || (records.length === 1 && current === null) ? null : say("cannot.next");
      case "previous":
        return null;
      case "later":
        return bench.waits ? null : say("cannot.later");
      case "keys":
      case "marks":
        return null;
      default:
        return shown ? null : say("cannot.noRecord");
    }
  };
  const decide = (verdict: "include" | "possible" | "exclude", criterion: string | null) => {
    const id = currentId ?? "";
    if (!bench.decide(verdict, criterion, reason, protocol)) return setTold(say("told.notKept"));
    setReason("");
    setOpen(null);
    setTold(
      criterion === null
        ? say(`told.${verdict}`, { record: id })
        : say("told.excludedBy", { record: id, criterion }),
    );
  };
  const perform = (asked: AskedKey) => {
    if (typeof asked === "object") {
      const criterion = numbered[asked.criterion - 1];
      if (!criterion) return setTold(say("cannot.criterion", { number: asked.criterion }));
      const why = hindered("exclude");
      return why === null ? decide("exclude", criterion.id) : setTold(why);
    }
    const why = hindered(asked);
    if (why !== null) return setTold(why);
    switch (asked) {
      case "include":
      case "possible":
        return decide(asked, null);
      case "exclude":
        if (!needsCriterion && numbered.length === 0) return decide("exclude", null);
        setTold(say("told.choose"));
        return setOpen(open === "exclude" ? null : "exclude");
      case "later": {
        const id = currentId ?? "";
        if (!bench.postpone(settings.later)) return setTold(say("told.notKept"));
        return setTold(
          settings.later === null
            ? say("told.last", { record: id })
            : say("told.later", { record: id, count: settings.later }),
        );
      }
      case "undo": {
        const id = bench.undo(mine.value?.decisions ?? []);
        return setTold(id === null ? say("told.onItsWay") : say("told.undone", { record: id }));
      }
      case "next":
        return void bench.next();
      case "previous":
        if (!bench.previous()) setTold(say("cannot.previous"));
        return;
      case "marks":
        change({ marks: !settings.marks });
        return setTold(say(settings.marks ? "told.marksOff" : "told.marksOn"));
      case "note":
      case "why":
      case "keys":
        return setOpen(open === asked ? null : asked);
    }
  };

  // The listener always asks the newest state, without being put up anew for each.
  const newest = useRef(perform);
  newest.current = perform;
  const { keys, keysOn } = settings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, [contenteditable]")
      )
        return;
      if (event.key === "Escape") return setOpen(null);
      if (!keysOn) return;
      const asked = askedByKey(keys, event.key);
      if (asked === null) return;
      event.preventDefault();
      newest.current(asked);
    };
    window.document.addEventListener("keydown", onKey);
    return () => window.document.removeEventListener("keydown", onKey);
  }, [keys, keysOn]);

  const button = (wish: ScreeningWish, more: { readonly main?: boolean } = {}) => {
    const why = hindered(wish);
    return (
      <Button
        variant={more.main ? "filled" : "default"}
        onClick={() => perform(wish)}
        {...(why === null ? {} : unavailable(why))}
        {...(wish === "exclude" || wish === "note" || wish === "why" || wish === "keys"
          ? { "aria-expanded": open === wish }
          : {})}
      >
        {say(`wish.${wish}`)}
        {keysOn ? <kbd className={style["key"]}>{keys[wish]}</kbd> : null}
      </Button>
    );
  };
  const own = screened.value?.record.id === currentId ? screened.value?.own : null;
  const waiting = queue ? Math.max(0, queue.waiting - (queue.records.length - records.length)) : 0;
  return (
    <Answered answer={bench.answer} lines={12}>
      {(answered) => (
        <>
          <p className={style["left"]}>
            {say("left", { count: waiting })} {say("madeSoFar", { count: answered.made })}
          </p>
          {answered.order.why === null ? null : (
            <p role="note" className={style["facts"]}>
              {say(`order.${answered.order.why}`, { least: format.number(answered.order.least) })}
            </p>
          )}
          <SendingState sending={sending} />
          <p role="status" aria-live="polite" className={style["told"]}>
            {told}
          </p>
          <div className={style["bench"]}>
            <div className={style["main"]}>
              {shown ? (
                <>
                  {current?.postponed ? <p className={style["facts"]}>{say("wasPostponed")}</p> : null}
                  {own ? (
                    <p role="note">
                      {say("yours", {
                        verdict: say(`verdict.${own.verdict}`),
                        date: format.dateTime(own.at),
                        criterion: own.criterion ?? "–",
                      })}
                    </p>
                  ) : null}
                  {screened.value?.record.id === currentId && screened.value ? (
                    <NotRetrievedNote
                      one={screened.value}
                      onBack={(event) =>
                        setTold(
                          bench.retrieved(event)
                            ? say("told.retrieved", { record: currentId ?? "" })
                            : say("told.notKept"),
                        )
                      }
                    />
                  ) : null}
                  <RecordCard
                    record={shown}
                    criteria={criteria}
                    marks={settings.marks}
                    duplicates={current?.duplicates ?? screened.value?.duplicates.length ?? 0}
                  />
                </>
              ) : currentId !== undefined && screened.pending ? (
                <p>{say("fetching")}</p>
              ) : (
                <NothingLeft
                  id={review.id}
                  waiting={sending.waiting.length}
                  more={waiting}
                  conflicts={answered.counts.conflict + answered.counts.possible}
                />
              )}
            </div>
            <aside className={style["side"]} aria-label={say("beside")}>
              <CriteriaPanel
                criteria={criteria}
                protocol={protocol}
                language={review.language}
                numberOf={numberOf}
              />
              {screened.value && screened.value.record.id === currentId ? (
                <HistoryPanel one={screened.value} />
              ) : null}
            </aside>
          </div>
          <div className={style["decide"]}>
            {open === "exclude" ? (
              <fieldset className={style["reasons"]}>
                <legend>{say("whichCriterion")}</legend>
                {numbered.map(({ id, text, column }, at) => (
                  <Button key={id} variant="default" onClick={() => decide("exclude", id)}>
                    {at < 9 ? <kbd className={style["key"]}>{at + 1}</kbd> : null}
                    <span className={style["reason"]}>
                      {id} {column === "exclude" ? "" : `(${say("notMet")}) `}
                      {text}
                    </span>
                  </Button>
                ))}
                {needsCriterion ? (
                  <p>{say("criterionNeeded")}</p>
                ) : (
                  <Button variant="default" onClick={() => decide("exclude", null)}>
                    {say("withoutCriterion")}
                  </Button>
                )}
              </fieldset>
            ) : null}
            {open === "missing" ? (
              <NotRetrievedForm
                onMark={(why) => {
                  const id = currentId ?? "";
                  const kept = bench.markNotRetrieved(why);
                  setTold(kept ? say("told.notRetrieved", { record: id }) : say("told.notKept"));
                  return kept;
                }}
                onDone={() => setOpen(null)}
              />
            ) : null}
            <div className={style["verdicts"]}>
              {button("include", { main: true })}
              {button("possible")}
              {button("exclude", { main: true })}
              {button("later")}
              {needsCriterion ? (
                <Button
                  variant="default"
                  onClick={() => setOpen(open === "missing" ? null : "missing")}
                  aria-expanded={open === "missing"}
                  {...(bench.waits ? {} : unavailable(say("cannot.missing")))}
                >
                  {say("retrieval.missing")}
                </Button>
              ) : null}
              {button("undo")}
            </div>
          </div>
          <div className={style["lesser"]}>
            <TextInput
              aria-label={say("reason")}
              placeholder={say("reason")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={4000}
            />
            <NativeSelect
              aria-label={say("order.label")}
              value={answered.order.asked}
              onChange={(event) =>
                void navigate({
                  to: ".",
                  search: ((former: object) => ({
                    ...former,
                    order: event.currentTarget.value,
                    record: undefined,
                  })) as never,
                  replace: true,
                })
              }
              data={shownOrders.map((order) => ({
                value: order,
                label: `${say("order.label")}: ${say(`order.${order}`)}`,
              }))}
            />
            {button("previous")}
            {button("next")}
            {button("note")}
            {button("why")}
            {button("marks")}
            {button("keys")}
            <NativeSelect
              aria-label={say("laterLabel")}
              value={String(settings.later ?? "last")}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({ later: value === "last" ? null : Number(value) });
              }}
              data={[
                ...[5, 10, 50].map((count) => ({
                  value: String(count),
                  label: say("laterAfter", { count }),
                })),
                { value: "last", label: say("laterLast") },
              ]}
            />
          </div>
          {open === "note" ? <NoteForm onNote={bench.note} onDone={() => setOpen(null)} /> : null}
          {open === "why" && currentId !== undefined ? (
            <WhyPanel review={review.id} stage={stage.stage} record={currentId} />
          ) : null}
          {open === "keys" ? (
            <KeySheet
              keys={keys}
              on={keysOn}
              onKeys={(next) => change({ keys: next })}
              onOn={(on) => change({ keysOn: on })}
              onClose={() => setOpen(null)}
            />
          ) : null}
          <CountsLine counts={answered.counts} />
          <LastDecisions decisions={mine.value?.decisions ?? []} onOpen={bench.open} />
        </>
      )}
    </Answered>
  );
}
