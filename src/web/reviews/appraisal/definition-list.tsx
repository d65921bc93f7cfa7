import type { ReactNode } from "react";
import type { Protocol, Wording } from "#records";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import type { Review } from "../review-frame.tsx";
import type { Act } from "../use-acts.ts";
import style from "./appraisal.module.css";
import { ChooseDefinition } from "./choose-definition.tsx";
import { useWording } from "./wording.ts";

/** What instruments and extraction forms have in common. */
export type Definition = {
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  readonly note: Wording | null;
  readonly source: string | null;
};

export type Defined<D extends Definition> = {
  readonly definition: D;
  /** Offered to every review, or taken into this one. */
  readonly state: "ready" | "taken";
  readonly used: boolean;
  /** Whether the protocol names it. */
  readonly stands: boolean;
};

const nameOf = ({ id, version }: Definition): string => `${id} ${version}`;

/** Definitions to choose from, to look at, to change under a new version, and to make. */
export function DefinitionList<D extends Definition>(props: {
  readonly review: Review;
  readonly all: readonly Defined<D>[];
  readonly mayDefine: boolean;
  /** The name and version that is built on, or "new". */
  readonly edit: string | undefined;
  readonly words: {
    readonly make: string;
    readonly used: string;
    readonly people: string;
    readonly use: string;
    readonly change: string;
    readonly changeNew: string;
    readonly read: string;
  };
  readonly facts: (definition: D) => string;
  readonly define: (definition: D) => Act;
  readonly amend: (protocol: Protocol, definition: D, people: 1 | 2) => Protocol;
  readonly build: (from: Defined<D> | null) => ReactNode;
  readonly content: (definition: D) => ReactNode;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { all, mayDefine, edit, words } = props;
  if (edit !== undefined && mayDefine)
    return props.build(all.find(({ definition }) => nameOf(definition) === edit) ?? null);
  return (
    <>
      {mayDefine ? (
        <p>
          <StateLink search={() => ({ edit: "new" })}>{words.make}</StateLink>
        </p>
      ) : null}
      {all.map(({ definition, state, used, stands }) => (
        <Section key={nameOf(definition)} title={word(definition.title)} note={word(definition.note)}>
          <p>
            {props.facts(definition)} {say(stands ? "defined.stands" : `defined.${state}`)}{" "}
            {used ? words.used : null} <code className={style["hint"]}>{definition.id}</code>
          </p>
          {definition.source ? <p className={style["hint"]}>{definition.source}</p> : null}
          {mayDefine && !stands ? (
            <ChooseDefinition
              review={props.review}
              name={nameOf(definition)}
              define={props.define(definition)}
              isTaken={state === "taken"}
              people={2}
              labels={{ people: words.people, button: words.use }}
              amend={(protocol, people) => props.amend(protocol, definition, people)}
            />
          ) : null}
          {mayDefine ? (
            <p>
              <StateLink search={() => ({ edit: nameOf(definition) })}>
                {used || state === "ready" ? words.changeNew : words.change}
              </StateLink>
            </p>
          ) : null}
          <details>
            <summary>{words.read}</summary>
            {props.content(definition)}
          </details>
        </Section>
      ))}
    </>
  );
}
