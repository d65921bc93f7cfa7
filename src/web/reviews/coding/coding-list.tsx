import { Button, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, memo, type RefObject, useState } from "react";
import type { Language } from "#kernel";
import { unavailable } from "../../correct/unavailable.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { nearestColour } from "./code-colours.ts";
import { type Code, pathNames } from "./code-search.ts";
import style from "./coding.module.css";
import type { Act } from "./use-coding-acts.ts";
import type { Coding } from "./use-marks.ts";

export type OnActs = (said: string, ...acts: readonly Act[]) => Promise<boolean>;

/** The codes of a coding, each by its colour and its name. */
export function CodeNames(props: { readonly codes: readonly Code[]; readonly carried: readonly string[] }) {
  return (
    <>
      {props.carried.map((id) => {
        const code = props.codes.find((one) => one.id === id);
        return code ? (
          <span key={id} className={style["codeTag"]}>
            <span className={style["swatch"]} data-colour={nearestColour(code.colour)} />
            {code.name}
          </span>
        ) : null;
      })}
    </>
  );
}

/** The coding that is chosen: its words, its codes changed in place, its memo. */
export function ChosenCoding(props: {
  readonly review: string;
  readonly coding: Coding;
  readonly codes: readonly Code[];
  readonly language: Language | null;
  readonly memo: RefObject<HTMLTextAreaElement | null>;
  readonly hindrance: string | null;
  readonly onActs: OnActs;
  readonly onTake: (code: string) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { coding, codes, hindrance } = props;
  const [text, setText] = useState(coding.memo ?? "");
  const blocked = hindrance === null ? {} : unavailable(hindrance);
  return (
    <section className={style["panel"]} aria-label={say("chosen.title")}>
      <blockquote className={style["quote"]} lang={props.language ?? undefined}>
        {coding.quote.length > 400 ? `${coding.quote.slice(0, 400)} …` : coding.quote}
      </blockquote>
      {coding.spans.length === 0 ? <p className={style["warning"]}>{say("chosen.lost")}</p> : null}
      {coding.moved && coding.spans.length > 0 ? (
        <p className={style["hint"]}>{say("chosen.moved")}</p>
      ) : null}
      <ul className={style["plain"]}>
        {coding.codes.map((id) => {
          const path = pathNames(codes, id);
          const name = path.at(-1) ?? id;
          return (
            <li key={id} className={style["carriedCode"]}>
              <Link to="/reviews/$id/coding/codes/$code" params={{ id: props.review, code: id }}>
                <CodeNames codes={codes} carried={[id]} />
              </Link>
              {coding.codes.length > 1 ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={say("chosen.take", { name })}
                  onClick={() => hindrance === null && props.onTake(id)}
                  {...blocked}
                >
                  {say("chosen.takeShort")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className={style["hint"]}>
        {coding.own ? say("you") : coding.by} · {format.dateTime(coding.at)}
        {coding.proposed
          ? ` · ${say("chosen.proposed", { share: format.percent(coding.proposed.confidence) })}`
          : ""}
        {coding.counts || coding.status === "proposed" ? "" : ` · ${say("chosen.notCounted")}`}
      </p>
      {coding.status === "proposed" ? (
        <div className={style["buttons"]}>
          <Button
            onClick={() => void props.onActs("told.accepted", { kind: "coding.accepted", coding: coding.id })}
            {...blocked}
          >
            {say("accept")}
          </Button>
          <Button
            variant="default"
            onClick={() => void props.onActs("told.rejected", { kind: "coding.rejected", coding: coding.id })}
            {...blocked}
          >
            {say("reject")}
          </Button>
        </div>
      ) : null}
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (hindrance === null)
            void props.onActs("told.memo", {
              kind: "memo.written",
              on: { kind: "coding", id: coding.id },
              text,
            });
        }}
      >
        <Textarea
          ref={props.memo}
          label={say("memo")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          rows={2}
          maxLength={20_000}
        />
        <div className={style["buttons"]}>
          <Button
            type="submit"
            variant="default"
            {...(text === (coding.memo ?? "") ? unavailable(say("why.memoSame")) : blocked)}
          >
            {say("memo.keep")}
          </Button>
          <Button variant="default" onClick={props.onRemove} {...blocked}>
            {say("wish.remove")}
            <kbd className={style["key"]}>d</kbd>
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Every coding of the report in the order of the text, or those of one code; hundreds stand while words are chosen. */
export const CodingList = memo(function CodingList(props: {
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  readonly chosen: string | null;
  readonly code: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { codings, codes, chosen, code } = props;
  const used = codes.filter(({ id }) => codings.some((one) => one.codes.includes(id)));
  const listed = code === undefined ? codings : codings.filter((one) => one.codes.includes(code));
  return (
    <details className={style["panel"]} open>
      <summary>{say("list.title", { count: codings.length })}</summary>
      {codings.length === 0 ? (
        <p className={style["hint"]}>{say("list.empty")}</p>
      ) : (
        <>
          <ul className={style["filters"]} aria-label={say("list.filter")}>
            <li>
              <StateLink
                search={(former) => ({ ...former, code: undefined })}
                replace
                current={code === undefined}
              >
                {say("list.all")}
              </StateLink>
            </li>
            {used.map((one) => (
              <li key={one.id}>
                <StateLink
                  search={(former) => ({ ...former, code: one.id })}
                  replace
                  current={code === one.id}
                >
                  {one.name}
                </StateLink>
              </li>
            ))}
          </ul>
          <ol className={style["codings"]}>
            {listed.map((one) => (
              <li key={one.id} data-proposed={one.status === "proposed" || undefined}>
                <button
                  type="button"
                  aria-current={one.id === chosen || undefined}
                  onClick={() => props.onChoose(one.id)}
                >
                  <CodeNames codes={codes} carried={one.codes} />
                  <span className={style["listed"]}>{one.quote.slice(0, 140)}</span>
                  <span className={style["hint"]}>
                    {[
                      one.page === null ? null : say("page", { page: format.number(one.page) }),
                      one.own ? null : one.by,
                      one.status === "proposed" ? say("list.proposed") : null,
                      one.memo === null ? null : say("list.memo"),
                      one.spans.length === 0 ? say("list.lost") : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
});
