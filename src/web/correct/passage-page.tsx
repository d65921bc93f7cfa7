import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./correct.module.css";

const route = getRouteApi("/evidence/passages/$id");
type Passage = CallReply<typeof routes.passageHistory>["passage"];

/** A passage under the address it was cited by, though it may stand no more, and what took its place. */
export function PassagePage() {
  const say = useWords("correct");
  const term = useWords("terms");
  const format = useFormat();
  const { id } = route.useParams();
  const answer = useApi(routes.passageHistory, { params: { id } });
  const found = answer.value;
  return (
    <Page
      title={
        found
          ? `${term(`kind.${found.passage.kind}`)}${found.passage.label ? ` ${found.passage.label}` : ""}`
          : say("passage.title")
      }
      kicker={found ? say("passage.from", { title: found.title }) : null}
      lead={
        found === undefined
          ? undefined
          : found.stands
            ? say("passage.stands")
            : found.decision === "rejected"
              ? say("passage.rejected")
              : say("passage.replaced", { count: found.replacedBy.length })
      }
    >
      <Answered answer={answer} lines={6}>
        {({ passage, stands, earlierText, replacedBy, acts }) => (
          <>
            <blockquote lang={passage.language ?? undefined}>{passage.text}</blockquote>
            {earlierText ? <p className={style["facts"]}>{say("passage.earlier")}</p> : null}
            {stands ? (
              <p>
                <InReport passage={passage} />
              </p>
            ) : (
              <p>
                <Link to="/evidence/reports/$sha256" params={{ sha256: passage.source }}>
                  {say("toReport")}
                </Link>
              </p>
            )}
            {replacedBy.length > 0 ? (
              <Section title={say("passage.now")}>
                {replacedBy.map((one) => (
                  <div key={one.id}>
                    <p className={style["facts"]}>
                      {term(`kind.${one.kind}`)}
                      {one.label ? ` ${one.label}` : ""}
                    </p>
                    <blockquote lang={one.language ?? undefined}>{one.text}</blockquote>
                    <p>
                      <InReport passage={one} />
                    </p>
                  </div>
                ))}
              </Section>
            ) : null}
            {acts.length > 0 ? (
              <Section title={say("passage.acts")}>
                <ol>
                  {acts.map((act) => (
                    <li key={act.number}>
                      {say(`act.${act.act}`)}, {format.dateTime(act.at)}
                    </li>
                  ))}
                </ol>
              </Section>
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function InReport({ passage }: { readonly passage: Passage }) {
  const say = useWords("correct");
  return (
    <Link
      to="/evidence/reports/$sha256"
      params={{ sha256: passage.source }}
      search={{ passage: passage.id } as never}
    >
      {say("passage.inReport")}
    </Link>
  );
}
