import list from "../shared/lists.module.css";
// What stands around a result: how the search was understood, its order, and ways to keep it and take it along.

import { Button, TextInput } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addressOf, routes, searchExportFormats } from "#contract";
import { stringifySearch } from "../address.ts";
import { useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { StateLink } from "../shared/state-link.tsx";
import style from "./search.module.css";
import type { SearchRoom } from "./search-filters.ts";

const sorts = ["relevance", "newest", "oldest"] as const;

export function SortChoice({ sort }: { readonly sort: string | undefined }) {
  const say = useWords("search");
  return (
    <p className={list["line"]}>
      <span>{say("sort.label")}</span>
      {sorts.map((one) => (
        <StateLink
          key={one}
          search={(former) => ({ ...former, sort: one === "relevance" ? undefined : one, page: undefined })}
          current={one === (sort ?? "relevance")}
        >
          {say(`sort.${one}`)}
        </StateLink>
      ))}
    </p>
  );
}

/** The search with its operators written out, where that says more than what was typed. */
export function Understood({ typed, understood }: { readonly typed: string; readonly understood: string }) {
  const say = useWords("search");
  // Words side by side need no explanation.
  if (understood.replaceAll(" AND ", " ") === typed.trim()) return null;
  return (
    <p className={`${list["note"]} ${style["understood"]}`}>
      {say("understood")} <code>{understood}</code>
    </p>
  );
}

/** What is not exact in a result of very many. */
export function Approximate(props: {
  readonly total: number;
  readonly more: boolean;
  readonly ranked: number;
}) {
  const say = useWords("search");
  const format = useFormat();
  const partly = props.ranked > 0 && (props.ranked < props.total || props.more);
  if (!props.more && !partly) return null;
  return (
    <p className={list["note"]}>
      {props.more ? say("approximate.more", { counted: format.number(props.total) }) : null}{" "}
      {partly ? say("approximate.ranked", { ranked: format.number(props.ranked) }) : null}
    </p>
  );
}

export function SearchTools(props: {
  readonly room: SearchRoom;
  /** The question as the API takes it, without pages. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly total: number;
}) {
  const say = useWords("search");
  const language = useLanguage();
  const inPassages = props.room === "passages";
  const file = inPassages ? routes.downloadPassages : routes.downloadEvaluations;
  const feed = inPassages ? routes.passagesFeed : routes.evaluationsFeed;
  const snippet = `<iframe src="${window.location.origin}/embed/search?lang=${language}" title="${say("embed.title")}" width="100%" height="480"></iframe>`;
  return (
    <details className={style["folded"]} data-print="hide">
      <summary>{say("tools.title")}</summary>
      <div>
        {props.total === 0 ? (
          <p className={list["note"]}>{say("tools.downloadNone")}</p>
        ) : (
          <>
            <p className={list["line"]}>
              <span>{say("tools.download")}</span>
              {searchExportFormats.map((format) => (
                <a
                  key={format}
                  href={addressOf(file, {}, { ...props.query, format, lang: language })}
                  download
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
            <p className={list["note"]}>{say("tools.downloadNote")}</p>
          </>
        )}
        <p className={list["line"]}>
          <a href={addressOf(feed, {}, { ...props.query, sort: undefined, lang: language })}>
            {say("tools.feed")}
          </a>
          <span>{say("tools.feedNote")}</span>
        </p>
        <SaveSearch room={props.room} />
        <div>
          <p className={list["note"]}>{say("tools.embed")}</p>
          <code className={style["code"]}>{snippet}</code>
          <CopyButton text={snippet} />
        </div>
      </div>
    </details>
  );
}

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const say = useWords("search");
  const [said, setSaid] = useState("");
  return (
    <span className={list["line"]}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={label}
        onClick={() =>
          void Promise.resolve()
            .then(() => navigator.clipboard.writeText(text))
            .then(
              () => setSaid(say("tools.copied")),
              () => setSaid(say("tools.refused")),
            )
        }
      >
        {say("tools.copy")}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}

function SaveSearch({ room }: { readonly room: SearchRoom }) {
  const say = useWords("search");
  const session = useSession();
  const { href, search } = useLocation();
  const save = useApiAction(routes.saveSearch);
  const [name, setName] = useState("");
  if (session.account === null)
    return (
      <p className={list["note"]}>
        <Link to="/sign-in" search={{ after: href }}>
          {say("save.signIn")}
        </Link>
      </p>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { lang: _, page: __, ...kept } = search as Readonly<Record<string, unknown>>;
    const state = Object.fromEntries(new URLSearchParams(stringifySearch(kept)));
    void save.run({ body: { name: name.trim(), room, state } });
  };
  return (
    <form onSubmit={send} className={style["save"]}>
      <TextInput
        label={say("save.name")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        maxLength={200}
      />
      <Button type="submit" variant="default" loading={save.running}>
        {say("save.button")}
      </Button>
      <span role="status">{save.value ? say("save.done", { name: save.value.name }) : null}</span>
      <ProblemList problems={save.problems} />
    </form>
  );
}
