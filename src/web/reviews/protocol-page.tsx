import { Button, FileButton } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { addressOf, type CallReply, routes } from "#contract";
import type { Protocol } from "#records";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { useKept } from "./appraisal/use-kept.ts";
import { emptyProtocol } from "./protocol/empty-protocol.ts";
import { ProtocolEditor } from "./protocol/protocol-editor.tsx";
import { ProtocolView } from "./protocol/protocol-view.tsx";
import { holds, type Review, ReviewFrame } from "./review-frame.tsx";
import style from "./reviews.module.css";

const route = getRouteApi("/reviews/$id/protocol");

/** The rules of a review: to be read, set, amended, carried to another review. */
export function ProtocolPage() {
  const say = useWords("reviews");
  const { id } = route.useParams();
  const { edit, version } = route.useSearch();
  return (
    <ReviewFrame id={id} title={say("protocol.pageTitle")} lead={say("protocol.lead")} cite={edit !== "yes"}>
      {(review) =>
        edit === "yes" && holds(review, "owner") ? (
          <Edited review={review} />
        ) : (
          <Read review={review} version={version} />
        )
      }
    </ReviewFrame>
  );
}

/** A protocol as typed, with the number of versions there were. */
type Kept = { readonly protocol: Protocol; readonly version: number };

function Edited({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const navigate = useNavigate();
  const [taken, setTaken] = useState<{ readonly protocol: Protocol; readonly name: string } | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [kept, keep] = useKept<Kept>(`protocol ${review.id} ${review.me ?? ""}`);
  // What was kept when the page was opened: while somebody types, the form is not begun anew.
  const [found, setFound] = useState(kept);
  const toProtocol = () => navigate({ to: "/reviews/$id/protocol", params: { id: review.id } });
  const start =
    taken?.protocol ??
    found?.protocol ??
    (review.protocol as unknown as Protocol | null) ??
    emptyProtocol(review.title, review.language);
  const take = async (file: File | null) => {
    if (!file) return;
    setUnreadable(null);
    try {
      const given = JSON.parse(await file.text()) as { readonly protocol?: Protocol };
      if (given.protocol === undefined) throw new Error("no protocol");
      setTaken({
        protocol: { ...emptyProtocol(review.title, review.language), ...given.protocol },
        name: file.name,
      });
    } catch {
      setUnreadable(file.name);
    }
  };
  return (
    <>
      <p className={style["line"]}>
        <FileButton onChange={take} accept="application/json,.json">
          {(props) => (
            <Button variant="default" {...props}>
              {say("protocol.fromFile")}
            </Button>
          )}
        </FileButton>
      </p>
      {unreadable ? <p role="alert">{say("protocol.fileUnreadable", { name: unreadable })}</p> : null}
      {taken ? <p role="status">{say("protocol.fileTaken", { name: taken.name })}</p> : null}
      {found && !taken ? (
        <p role="status" className={style["line"]}>
          {say(found.version === review.versions.length ? "protocol.kept" : "protocol.keptEarlier")}{" "}
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              keep(null);
              setFound(null);
            }}
          >
            {say("protocol.dropKept")}
          </Button>
        </p>
      ) : null}
      <ProtocolEditor
        key={taken?.name ?? (found ? "kept" : "standing")}
        id={review.id}
        start={start}
        amends={review.protocol !== null}
        onChange={(protocol) => keep({ protocol, version: review.versions.length })}
        onDone={() => {
          keep(null);
          void toProtocol();
        }}
        onLeave={toProtocol}
      />
    </>
  );
}

function Read({ review, version }: { readonly review: Review; readonly version: number | undefined }) {
  const say = useWords("reviews");
  const { id } = review;
  const answer = useApi(routes.reviewProtocol, { params: { id }, query: { version } });
  const owner = holds(review, "owner");
  return (
    <Answered answer={answer} lines={12}>
      {(found) =>
        found.protocol === null ? (
          <EmptyState
            what={say("protocol.empty")}
            how={
              owner ? (
                <StateLink search={() => ({ edit: "yes" })}>{say("protocol.write")}</StateLink>
              ) : (
                say("protocol.emptyHow")
              )
            }
          />
        ) : (
          <>
            <p className={style["line"]} data-print="hide">
              {owner ? (
                <StateLink search={() => ({ edit: "yes" })}>{say("protocol.amendLink")}</StateLink>
              ) : null}
              <a href={addressOf(routes.downloadProtocol, { id })} download>
                {say("protocol.download")}
              </a>
            </p>
            <Versions review={review} found={found} />
            <ProtocolView protocol={found.protocol as unknown as Protocol} />
          </>
        )
      }
    </Answered>
  );
}

/** Every version with its reason; of the one shown, what it changed and what was done under it. */
function Versions(props: {
  readonly review: Review;
  readonly found: CallReply<typeof routes.reviewProtocol>;
}) {
  const say = useWords("reviews");
  const acted = useWords("review-acts");
  const format = useFormat();
  const { review, found } = props;
  const shown = found.version?.version;
  const screened = Object.entries(found.version?.acts ?? {}).filter(([kind]) => kind !== "protocol.set");
  return (
    <Section title={say("protocol.versions")}>
      <ol className={style["plain"]} reversed>
        {review.versions.toReversed().map((one) => (
          <li key={one.version} className={style["entry"]}>
            <StateLink
              search={(former) => ({
                ...former,
                version: one.version === review.versions.length ? undefined : one.version,
              })}
              current={one.version === shown}
            >
              {say("protocol.version", { version: one.version })}
            </StateLink>{" "}
            <span className={style["hint"]}>
              {say("protocol.versionBy", { date: format.date(one.at), name: one.by })}
              {one.reason ? ` ${one.reason}` : ""}
            </span>
          </li>
        ))}
      </ol>
      {found.changes.length > 0 ? (
        <details>
          <summary>{say("protocol.changes", { count: found.changes.length })}</summary>
          <dl className={style["facts"]}>
            {found.changes.map(({ field, before, after }) => (
              <div key={field} className={style["pair"]}>
                <dt>
                  <code>{field}</code>
                </dt>
                <dd>
                  {before ? <del>{before}</del> : null} {after ? <ins>{after}</ins> : null}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {found.events && screened.length > 0 ? (
        <details>
          <summary>{say("protocol.doneUnder", { version: shown ?? 1 })}</summary>
          <ul>
            {screened.map(([kind, count]) => (
              <li key={kind}>
                {acted(`act.${kind}`)}: {format.number(count)}
              </li>
            ))}
          </ul>
          <Link
            to="/reviews/$id/log"
            params={{ id: review.id }}
            search={{ after: Math.max(0, found.events.from - 1) }}
          >
            {say("protocol.logOf")}
          </Link>
        </details>
      ) : null}
    </Section>
  );
}
