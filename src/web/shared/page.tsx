import { Title } from "@mantine/core";
import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { Language } from "#kernel";
import { HowToCite } from "./how-to-cite.tsx";
import style from "./page.module.css";

// Where the reader was before, so that a first visit leaves the focus alone and a change of filter too.
let formerPath: string | null = null;

/**
 * A page: one question, named in its heading. Sets the document's title; after a change of page moves the
 * focus to the heading, so that a screen reader says where it is. `lead` is the sentence under the heading;
 * `cite: false` for pages nobody would cite.
 */
export function Page(props: {
  readonly title: string;
  /** Of the title, where it is not the page's: the title of a report or evaluation. */
  readonly titleLanguage?: Language | null | undefined;
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  readonly cite?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Where the router has arrived: its location changes as soon as a link is followed, while the page left
  // still stands and would take the focus.
  const pathname = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname });
  useEffect(() => {
    document.title = props.title === "Socle" ? "Socle" : `${props.title} · Socle`;
  }, [props.title]);
  useEffect(() => {
    if (formerPath !== null && formerPath !== pathname) heading.current?.focus({ preventScroll: true });
    formerPath = pathname;
  }, [pathname]);
  return (
    <article className={style["page"]}>
      <header className={style["head"]}>
        {props.kicker ? <p className={style["kicker"]}>{props.kicker}</p> : null}
        <Title
          order={1}
          lang={props.titleLanguage ?? undefined}
          ref={heading}
          tabIndex={-1}
          className={style["heading"]}
        >
          {props.title}
        </Title>
        {props.lead ? <p className={style["lead"]}>{props.lead}</p> : null}
      </header>
      {props.children}
      {props.cite === false ? null : <HowToCite title={props.title} />}
    </article>
  );
}

/** A part of a page with its own heading. */
export function Section(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={style["section"]}>
      <Title order={2}>{props.title}</Title>
      {props.note ? <p className={style["note"]}>{props.note}</p> : null}
      {props.children}
    </section>
  );
}
