import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CallReply, routes } from "#contract";
import { codePointsOf } from "#kernel";
import type { PassageKind } from "#records";
import { useApi, useSession } from "../api.ts";
import { markedPagesOf } from "../evidence/marked-blocks.ts";
import { ReportText } from "../evidence/report-text.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import views from "../shared/view-switch.module.css";
import style from "./correct.module.css";
import { askedByKey, type Wish } from "./correct-keys.ts";
import { CorrectList } from "./correct-list.tsx";
import { type OpenForm, PassageWork } from "./passage-work.tsx";
import { shownParts, sureFrom, unsureBelow } from "./search-params.ts";
import { caretPlace, selectedSpans } from "./selected-place.ts";
import {
  type Asked,
  type Corrections,
  type Decided,
  lastAct,
  seen,
  useCorrections,
} from "./use-corrections.ts";

const route = getRouteApi("/evidence/reports/$sha256/correct");

export function CorrectPage() {
  const say = useWords("correct");
  const session = useSession();
  const { sha256 } = route.useParams();
  const report = useApi(routes.document, { params: { sha256 } });
  const title = report.value?.title ?? report.value?.source.name;
  return (
    <Page
      title={title ? say("title", { title }) : say("titleLoading")}
      cite={false}
      kicker={
        report.value ? (
          <>
            <Link to="/evidence/reports/$sha256" params={{ sha256 }}>
              {say("toReport")}
            </Link>
            {" · "}
            <Link to="/desk" search={{ at: "correct" }}>
              {say("toQueue")}
            </Link>{" "}
            <OriginMark origin={report.value.source.origin} />
          </>
        ) : null
      }
      lead={say("lead")}
    >
      <Answered answer={session} lines={6}>
        {({ account }) =>
          session.may(routes.correctDocument) ? (
            <Answered answer={report} lines={18}>
              {(document) => <CorrectDesk document={document} />}
            </Answered>
          ) : (
            <EmptyState
              what={say(account ? "notYours" : "signedOut")}
              how={
                account ? (
                  <Link to="/access">{say("toAccess")}</Link>
                ) : (
                  <Link to="/sign-in" search={{ after: `/evidence/reports/${sha256}/correct` }}>
                    {say("signIn")}
                  </Link>
                )
              }
            />
          )
        }
      </Answered>
    </Page>
  );
}

type Report = CallReply<typeof routes.document>;

function CorrectDesk({ document: report }: { readonly document: Report }) {
  const say = useWords("correct");
  const format = useFormat();
  const navigate = useNavigate();
  const state = route.useSearch();
  const below = state.below ?? unsureBelow;
  const show = state.show ?? "unsure";
  const work = useCorrections(report.source.sha256);
  const passages = work.answer.value?.passages ?? none;
  const textVersion = work.answer.value?.textVersion ?? 1;
  const frame = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [told, setTold] = useState("");
  const points = useMemo(() => codePointsOf(report.text), [report.text]);

  const isOpen = useCallback(
    (one: Decided) =>
      one.textVersion !== textVersion ||
      (one.decision === "machine" && (show !== "unsure" || one.confidence < below)),
    [textVersion, show, below],
  );
  const listed = useMemo(
    () =>
      passages.filter(
        (one) =>
          (!state.kind || state.kind.includes(one.kind)) &&
          (show === "all" ||
            (show === "decided" ? one.decision !== "machine" : isOpen(one)) ||
            one.id === state.passage),
      ),
    [passages, state.kind, state.passage, show, isOpen],
  );
  const chosen = passages.find(({ id }) => id === state.passage) ?? null;
  const here = useMemo(
    () => passages.filter((one) => one.textVersion === textVersion),
    [passages, textVersion],
  );
  const pages = useMemo(() => markedPagesOf(report.text, report.blocks, here), [report, here]);
  const marked = useMemo(() => new Set(listed.map(({ id }) => id)), [listed]);

  const choose = useCallback(
    (passage: string | undefined) => {
      setForm(null);
      void navigate({
        to: ".",
        search: ((former: object) => ({ ...former, passage })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const go = (step: 1 | -1, from: readonly Decided[] = listed) => {
    const at = from.findIndex(({ id }) => id === state.passage);
    const next = from[at < 0 ? 0 : Math.min(from.length - 1, Math.max(0, at + step))];
    if (next) choose(next.id);
  };

  /** Does an act, says what happened, and goes where the work goes on. */
  const perform = async (asked: Asked, goOn: "next" | "made" | "stay") => {
    const at = listed.findIndex(({ id }) => id === state.passage);
    const after = await work.act(asked);
    if (after === null) {
      setTold(say("told.refused"));
      return;
    }
    setForm(null);
    const [event] = after.history;
    setTold(
      say(`told.${asked.act}`, { count: Math.max(event?.before.length ?? 0, event?.after.length ?? 0) }),
    );
    if (goOn === "next") {
      const following = [...listed.slice(at + 1), ...listed.slice(0, Math.max(0, at))].find((one) =>
        after.passages.some((now) => now.id === one.id && now.version === one.version && isOpen(now)),
      );
      choose(following?.id);
    } else if (goOn === "made") choose(firstStanding(after, event?.after.map(({ id }) => id) ?? []));
  };

  const nextOf = (one: Decided) => here[here.findIndex(({ id }) => id === one.id) + 1] ?? null;
  const undoable = lastAct(work.answer.value?.history ?? []);
  /** Why a wish cannot be granted now; null when it can. */
  const hindered = (wish: Wish): string | null => {
    if (work.running) return say("why.running");
    if (wish === "undo") return undoable ? null : say("why.nothingToUndo");
    if (wish === "next" || wish === "previous") return listed.length > 0 ? null : say("why.nothingListed");
    if (wish === "new" || wish === "keys") return null;
    if (!chosen) return say("why.noneChosen");
    if (wish === "accept") return chosen.decision === "machine" ? null : say("why.decided");
    const elsewhere = chosen.textVersion !== textVersion;
    if ((wish === "split" || wish === "join") && elsewhere) return say("why.elsewhere");
    if (wish === "join") return nextOf(chosen) ? null : say("why.noNext");
    return null;
  };

  const wish = async (asked: Wish | { readonly kind: PassageKind }) => {
    if (typeof asked === "object") {
      if (chosen && !work.running)
        await perform({ act: "change-kind", passages: seen([chosen]), kind: asked.kind }, "stay");
      else setTold(say("why.noneChosen"));
      return;
    }
    const why = hindered(asked);
    if (why !== null) {
      setTold(why);
      return;
    }
    const spans = selectedSpans(frame.current).map(([from, to]): [number, number] => [from, to]);
    switch (asked) {
      case "next":
        return go(1);
      case "previous":
        return go(-1);
      case "accept":
        return perform({ act: "accept", passages: seen([chosen!]) }, "next");
      case "reject":
        return perform({ act: "reject", passages: seen([chosen!]) }, "next");
      case "join":
        return perform({ act: "join", passages: seen([chosen!, nextOf(chosen!)!]) }, "made");
      case "undo":
        return perform({ act: "undo", number: undoable!.number }, "made");
      case "split": {
        const at = caretPlace(frame.current);
        const inside = at !== null && chosen!.spans.some(([from, to]) => from <= at && at <= to);
        if (inside) return perform({ act: "split", passages: seen([chosen!]), at }, "made");
        return setForm("split");
      }
      case "edit":
        if (spans.length === 0) return setForm("edit");
        return perform({ act: "change-span", passages: seen([chosen!]), spans }, "made");
      case "new":
        if (spans.length === 0) return setForm("new");
        return perform({ act: "add", spans, kind: chosen?.kind ?? "finding" }, "made");
      case "keys":
        return setForm(form === "keys" ? null : "keys");
    }
  };

  // The listener always asks the newest state, without being put up anew for each.
  const newest = useRef(wish);
  newest.current = wish;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target as HTMLElement).closest("input, textarea, select, [contenteditable]")) return;
      if (event.key === "Escape") return setForm(null);
      const asked = askedByKey(event.key);
      if (asked === null) return;
      event.preventDefault();
      void newest.current(asked);
    };
    window.document.addEventListener("keydown", onKey);
    return () => window.document.removeEventListener("keydown", onKey);
  }, []);

  const unsure = passages.filter((one) => one.decision === "machine" && one.confidence < below).length;
  const decided = passages.filter((one) => one.decision !== "machine").length;
  const people = work.answer.value?.atWork ?? [];
  const view = state.view ?? "passages";
  return (
    <Answered answer={work.answer} lines={12}>
      {(value) => (
        <>
          <div className={style["bar"]}>
            <p>
              {say("progress", {
                unsure: format.number(unsure),
                decided: format.number(decided + value.rejected.length),
                share: format.percent(below),
              })}
              {people.length > 0
                ? ` ${say("atWork", { names: format.list(people.map(({ name }) => name)) })}`
                : null}
            </p>
            <ul className={style["shown"]} aria-label={say("show.label")}>
              {shownParts.map((part) => (
                <li key={part}>
                  <StateLink
                    search={(former) => ({ ...former, show: part === "unsure" ? undefined : part })}
                    replace
                    current={part === show}
                  >
                    {say(`show.${part}`)}
                  </StateLink>
                </li>
              ))}
            </ul>
            <nav className={`${style["tabs"]} ${views["switch"]}`} aria-label={say("views")}>
              {(["passages", "text"] as const).map((one) => (
                <StateLink
                  key={one}
                  search={(former) => ({ ...former, view: one === "passages" ? undefined : one })}
                  replace
                  current={one === view}
                >
                  {say(`view.${one}`)}
                </StateLink>
              ))}
            </nav>
          </div>
          <div className={style["desk"]} data-view={view}>
            <div ref={frame} className={style["text"]}>
              <ReportText
                pages={pages}
                language={report.language}
                selected={state.passage ?? null}
                marked={marked}
                onChoose={choose}
                places
              />
            </div>
            <aside className={style["side"]} aria-label={say("proposals")}>
              <p role="status" aria-live="polite" className={style["told"]}>
                {told}
              </p>
              <PassageWork
                chosen={chosen}
                isElsewhere={chosen !== null && chosen.textVersion !== textVersion}
                form={form}
                points={points}
                text={report.text}
                problems={work.problems}
                hindered={hindered}
                onWish={(asked) => void wish(asked)}
                onAct={(asked) => void perform(asked, "made")}
                onForm={setForm}
              />
              <CorrectList
                corrections={value}
                listed={listed}
                passages={passages}
                kinds={state.kind ?? []}
                chosen={state.passage ?? null}
                textVersion={textVersion}
                below={below}
                sureFrom={state.above ?? sureFrom}
                running={work.running}
                emptyWords={say(show === "unsure" ? "nothingUnsure" : "nothingHere")}
                onAct={(asked) => void perform(asked, "stay")}
              />
            </aside>
          </div>
        </>
      )}
    </Answered>
  );
}

const none: readonly Decided[] = [];

const firstStanding = (after: Corrections, ids: readonly string[]): string | undefined =>
  after.passages.find(({ id }) => ids.includes(id))?.id;
