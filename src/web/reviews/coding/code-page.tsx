import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { PagesOf } from "../../shared/pages-of.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { ReviewFrame } from "../review-frame.tsx";
import { CodeEditor } from "./code-editor.tsx";
import style from "./coding.module.css";
import { CodeNames } from "./coding-list.tsx";
import type { CodedPassages } from "./shown.ts";

const route = getRouteApi("/reviews/$id/coding/codes/$code");
const pageSize = 50;

/** One code: all its passages across reports, and its place in the tree. */
export function CodePage() {
  const say = useWords("review-coding");
  const { id, code } = route.useParams();
  const { page = 1, record, below = "yes" } = route.useSearch();
  const answer = useApi(
    routes.codedPassages,
    {
      params: { id, code },
      query: { below, limit: pageSize, offset: (page - 1) * pageSize, ...(record && { record }) },
    },
    { keep: true },
  );
  return (
    <ReviewFrame
      id={id}
      title={answer.value?.code.name ?? say("tree.code")}
      lead={answer.value?.code.description || undefined}
    >
      {() => (
        <Answered answer={answer} lines={10}>
          {(found) => <Passages key={found.code.id} review={id} found={found} />}
        </Answered>
      )}
    </ReviewFrame>
  );
}

function Passages(props: { readonly review: string; readonly found: CodedPassages }) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { review, found } = props;
  const { page = 1, record, below = "yes" } = route.useSearch();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string) =>
    setTicked((former) => {
      const next = new Set(former);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const hasChildren = found.codes.some(({ parent }) => parent === found.code.id);
  return (
    <>
      <p className={style["hint"]}>
        <Link to="/reviews/$id/coding" params={{ id: review }} search={{ view: "codes" }}>
          {say("codes")}
        </Link>
        {found.path.slice(0, -1).map((one) => (
          <span key={one.id}>
            {" / "}
            <Link to="/reviews/$id/coding/codes/$code" params={{ id: review, code: one.id }}>
              {one.name}
            </Link>
          </span>
        ))}
      </p>
      {found.mergedInto ? <p role="note">{say("code.merged")}</p> : null}
      {found.mayShape ? (
        <CodeEditor review={review} found={found} ticked={ticked} onSplit={() => setTicked(new Set())} />
      ) : null}
      <p className={style["filters"]}>
        <span role="status">{say("code.passages", { count: found.total })}</span>
        {hasChildren
          ? (["yes", "no"] as const).map((one) => (
              <StateLink
                key={one}
                search={(former) => ({ ...former, below: one === "yes" ? undefined : one, page: undefined })}
                current={one === below}
              >
                {say(`code.below.${one}`)}
              </StateLink>
            ))
          : null}
      </p>
      {found.byReport.length > 1 ? (
        <ul className={style["filters"]} aria-label={say("code.byReport")}>
          <li>
            <StateLink
              search={(former) => ({ ...former, record: undefined, page: undefined })}
              current={record === undefined}
            >
              {say("list.all")}
            </StateLink>
          </li>
          {found.byReport.map((one) => (
            <li key={one.record}>
              <StateLink
                search={(former) => ({ ...former, record: one.record, page: undefined })}
                current={one.record === record}
              >
                {one.record} ({format.number(one.codings)})
              </StateLink>
            </li>
          ))}
        </ul>
      ) : null}
      {found.codings.length === 0 ? (
        <EmptyState
          what={say("code.none")}
          how={
            <Link to="/reviews/$id/coding" params={{ id: review }}>
              {say("toReports")}
            </Link>
          }
        />
      ) : (
        <ol className={style["plain"]}>
          {found.codings.map((one) => (
            <li key={one.id} className={style["compared"]}>
              {found.mayShape && one.codes.includes(found.code.id) ? (
                <label>
                  <input type="checkbox" checked={ticked.has(one.id)} onChange={() => tick(one.id)} />{" "}
                  {say("code.tick")}
                </label>
              ) : null}
              <p className={style["listed"]}>{one.quote}</p>
              <p className={style["hint"]}>
                <Link
                  to="/reviews/$id/coding/$record"
                  params={{ id: review, record: one.record }}
                  search={{ coding: one.id }}
                >
                  {one.record} {found.titles[one.record]}
                </Link>
                {one.page === null ? "" : ` · ${say("page", { page: format.number(one.page) })}`}
                {` · ${one.own ? say("you") : one.by}`}
                {one.counts ? "" : ` · ${say("chosen.notCounted")}`}{" "}
                <CodeNames codes={found.codes} carried={one.codes.filter((code) => code !== found.code.id)} />
              </p>
              {one.memo === null ? null : <p className={style["hint"]}>{one.memo}</p>}
            </li>
          ))}
        </ol>
      )}
      <PagesOf total={found.total} size={pageSize} page={page} />
    </>
  );
}
