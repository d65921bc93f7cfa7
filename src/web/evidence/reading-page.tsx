import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { routes } from "#contract";
import { useApi, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { CiteThis } from "../shared/cite-this.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { markedPagesOf } from "./marked-blocks.ts";
import { PassageList } from "./passage-list.tsx";
import style from "./reading.module.css";
import { ReadingTabs } from "./reading-tabs.tsx";
import { ReportText } from "./report-text.tsx";
import { usePassageKeys } from "./use-passage-keys.ts";

const route = getRouteApi("/evidence/reports/$sha256");

export function ReadingPage() {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const { sha256 } = route.useParams();
  const state = route.useSearch();
  const session = useSession();
  const answer = useApi(routes.document, { params: { sha256 } });
  const report = answer.value;
  const passages = useMemo(
    () => (report?.passages ?? []).toSorted((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
    [report],
  );
  const pages = useMemo(
    () => (report ? markedPagesOf(report.text, report.blocks, passages) : []),
    [report, passages],
  );
  const { kind } = state;
  const listed = useMemo(
    () => (kind ? passages.filter((passage) => kind.includes(passage.kind)) : passages),
    [passages, kind],
  );
  const choose = usePassageKeys(listed, state.passage ?? null);

  return (
    <Page
      titleLanguage={report?.title ? report.language : null}
      title={report?.title ?? report?.source.name ?? say("reading.loading")}
      kicker={
        report ? (
          <>
            {say("reading.kicker")}
            {report.pages === null ? null : ` · ${say("pages", { count: report.pages })}`}
            {report.language === null ? null : ` · ${term(`language.${report.language}`)}`}{" "}
            <OriginMark origin={report.source.origin} />
          </>
        ) : null
      }
      lead={
        report
          ? say("reading.lead", { count: passages.length, shown: format.number(passages.length) })
          : undefined
      }
    >
      <Answered answer={answer} lines={18}>
        {(value) => (
          <>
            {session.may(routes.correctDocument) ? (
              <p data-print="hide">
                <Link
                  to="/evidence/reports/$sha256/correct"
                  params={{ sha256 }}
                  search={(state.passage ? { passage: state.passage, show: "all" } : {}) as never}
                >
                  {say("reading.correct")}
                </Link>
                {" · "}
                <Link to="/evidence/reports/$sha256/record" params={{ sha256 }}>
                  {say("reading.record")}
                </Link>
              </p>
            ) : null}
            <ReadingTabs view={state.view ?? "text"} passages={passages.length} />
            <div className={style["desk"]} data-view={state.view ?? "text"}>
              <ReportText
                pages={pages}
                language={value.language}
                selected={state.passage ?? null}
                marked={kind ? new Set(listed.map((passage) => passage.id)) : null}
                onChoose={choose}
              />
              <PassageList
                passages={passages}
                listed={listed}
                kinds={kind ?? []}
                selected={state.passage ?? null}
                title={value.title ?? value.source.name}
                evaluations={value.evaluations}
              />
            </div>
            <CiteThis kind="report" id={sha256} />
          </>
        )}
      </Answered>
    </Page>
  );
}
