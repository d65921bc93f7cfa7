// Searches somebody keeps: beside the search, on the desk, and by the address that was handed on.

import { Button } from "@mantine/core";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { routes, type SavedSearchShape } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./search.module.css";
import { CopyButton } from "./search-tools.tsx";

type Saved = z.output<typeof SavedSearchShape>;
const pageOf = ({ room }: Saved) => (room === "passages" ? "/evidence/search" : "/evidence");

/** Folded away above a search; nothing for people without an account, or without a saved search. */
export function SavedSearches() {
  const say = useWords("search");
  const session = useSession();
  const saved = useApi(routes.listSearches, {}, { when: session.account !== null });
  if (session.account === null || !saved.value || saved.value.length === 0) return null;
  return (
    <details className={style["folded"]} data-print="hide">
      <summary>{say("saved.title")}</summary>
      <div>
        <SavedList searches={saved.value} />
      </div>
    </details>
  );
}

/** The workbench of the desk. */
export function SearchesBench() {
  const say = useWords("search");
  const saved = useApi(routes.listSearches, {});
  return (
    <>
      <h2>{say("saved.title")}</h2>
      <Answered answer={saved}>
        {(searches) =>
          searches.length === 0 ? (
            <EmptyState
              what={say("saved.empty")}
              how={<Link to="/evidence/search">{say("saved.emptyHow")}</Link>}
            />
          ) : (
            <SavedList searches={searches} />
          )
        }
      </Answered>
    </>
  );
}

function SavedList({ searches }: { readonly searches: readonly Saved[] }) {
  const say = useWords("search");
  const format = useFormat();
  const remove = useApiAction(routes.removeSearch);
  return (
    <>
      <ul className={style["saved"]}>
        {searches.map((search) => (
          <li key={search.id}>
            <Link to={pageOf(search)} search={search.state as never}>
              {search.name}
            </Link>
            <span>{say(search.room === "passages" ? "saved.inPassages" : "saved.inEvaluations")}</span>
            <span>{say("saved.date", { date: format.date(search.createdAt) })}</span>
            <CopyButton
              text={`${window.location.origin}/evidence/saved/${search.id}`}
              label={say("saved.share", { name: search.name })}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              loading={remove.running}
              onClick={() => void remove.run({ params: { id: search.id } })}
            >
              {say("saved.remove", { name: search.name })}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemList problems={remove.problems} />
    </>
  );
}

const route = getRouteApi("/evidence/saved/$id");

/** The address of a saved search leads on to the search itself. */
export function SavedSearchPage() {
  const say = useWords("search");
  const { id } = route.useParams();
  const saved = useApi(routes.savedSearch, { params: { id } });
  return (
    <Page title={saved.value?.name ?? say("saved.loading")} cite={false}>
      <Answered answer={saved}>
        {(search) => <Navigate to={pageOf(search)} search={search.state as never} replace />}
      </Answered>
    </Page>
  );
}
