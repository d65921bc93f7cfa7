import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { UnverifiedMark } from "../charts/marks-of-doubt.tsx";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { RatificationMap } from "./ratification-map.tsx";
import "../charts/facts.css";

const address = getRouteApi("/standards/$code");

/** One Convention and what is known of its ratification. */
export function StandardPage() {
  const say = useWords("standards");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const { code } = address.useParams();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const conventions = useApi(routes.listConventions, {});
  const found = conventions.value?.find((one) => one.code === code.toUpperCase());
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  if (conventions.value && !found)
    return (
      <Page title={say("unknown.title", { code })} lead={say("unknown.text")} cite={false}>
        <p>
          <Link to="/standards">{say("unknown.list")}</Link>
        </p>
      </Page>
    );
  return (
    <Page
      title={found ? `${found.code}: ${found.title}` : code}
      kicker={
        found ? (
          <>
            {say("kicker", { number: found.number, year: found.adopted })}{" "}
            {found.verified ? null : <UnverifiedMark />}
          </>
        ) : undefined
      }
      lead={found ? (found.known === 0 ? say("leadNone") : say("leadKnown", { count: found.known })) : null}
    >
      <Answered answer={conventions}>
        {() =>
          found ? (
            <>
              {found.verified ? null : <p className="fact-notice">{sayChart("unverified.notice")}</p>}
              <dl className="fact-list">
                <dt>{say("about.adopted")}</dt>
                <dd>{found.adopted}</dd>
                <dt>{say("about.class")}</dt>
                <dd>{codeText(sayChart, "class", found.class)}</dd>
                <dt>{say("about.status")}</dt>
                <dd>{codeText(sayChart, "standard", found.status)}</dd>
                <dt>{say("about.securities")}</dt>
                <dd>
                  {found.securities.length === 0
                    ? say("about.noSecurity")
                    : found.securities.map((id) => formName(id.replaceAll("_", "-"), language)).join(", ")}
                </dd>
              </dl>
              <Section title={say("ratifications.heading")}>
                <RatificationMap
                  convention={found.code}
                  view={state.view ?? "chart"}
                  onView={(view) => change({ view: view === "chart" ? undefined : view })}
                  sort={state.sort}
                  onSort={(sort) => change({ sort })}
                />
              </Section>
            </>
          ) : null
        }
      </Answered>
    </Page>
  );
}
