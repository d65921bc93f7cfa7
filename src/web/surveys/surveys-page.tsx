import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { surveyLists } from "./search-params.ts";
import { StudyList } from "./study-list.tsx";
import style from "./surveys.module.css";
import { VariableSearch } from "./variable-search.tsx";

const route = getRouteApi("/surveys");

/** All surveys of people and of enterprises, and all their questions. */
export function SurveysPage() {
  const say = useWords("surveys");
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const studies = useApi(routes.listStudies, { query: {} });
  const list = state.list ?? "studies";
  return (
    <Page title={say("title")} lead={say("lead")}>
      <SearchField
        label={say("search.label")}
        button={say("search.button")}
        placeholder={say("search.example")}
        value={state.q ?? ""}
        onSearch={(typed) =>
          void navigate({
            search: (now) => ({ ...now, list: "variables" as const, q: typed || undefined, page: undefined }),
          })
        }
      />
      <Answered answer={studies} lines={10}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState what={say("empty")} how={say("emptyHow")} />
          ) : (
            <>
              <nav aria-label={say("lists")} className={style["tabs"]}>
                <ul>
                  {surveyLists.map((one) => (
                    <li key={one}>
                      <StateLink
                        current={one === list}
                        search={(now) => ({
                          ...now,
                          list: one === "studies" ? undefined : one,
                          page: undefined,
                        })}
                      >
                        {say(`list.${one}`)}
                      </StateLink>
                    </li>
                  ))}
                </ul>
              </nav>
              {list === "studies" ? (
                <StudyList studies={all} state={state} />
              ) : (
                <VariableSearch studies={all} state={state} />
              )}
            </>
          )
        }
      </Answered>
    </Page>
  );
}
