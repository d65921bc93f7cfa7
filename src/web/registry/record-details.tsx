import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { type CallReply, routes } from "#contract";
import { useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { useFieldName } from "./mapping-editor.tsx";
import { fieldGroups } from "./record-fields.ts";
import style from "./registry.module.css";
import { useTermLabel } from "./use-terms.ts";

type Found = CallReply<typeof routes.evaluation>;

/** Fields the head of the page shows already. */
const shownAbove: ReadonlySet<string> = new Set([
  ...["title", "language", "type", "timing", "nature", "year", "region", "countries", "countryGroups"],
  ...["themes", "donor", "fundingNote", "link", "summary"],
]);

/** What else is known of an evaluation, in groups; what no source says is left out, with its reason where one is given. */
export function RecordDetails({ evaluation }: Pick<Found, "evaluation">) {
  const say = useWords("registry");
  const value = useShown();
  const groups = fieldGroups
    .map(({ group, fields }) => ({
      group,
      facts: fields.flatMap(({ name }): readonly (readonly [string, ReactNode])[] => {
        if (shownAbove.has(name)) return [];
        const shown = value(name, evaluation[name as keyof typeof evaluation]);
        const reason = evaluation.missing[name];
        return shown !== null
          ? [[name, shown]]
          : reason
            ? [[name, <em key={name}>{say(`missing.${reason}`)}</em>]]
            : [];
      }),
    }))
    .filter(({ facts }) => facts.length > 0);
  const others = Object.entries(evaluation.unmapped);
  if (groups.length === 0 && others.length === 0 && evaluation.links.length === 0) return null;
  return (
    <Section title={say("details.title")}>
      {groups.map(({ group, facts }) => (
        <section key={group} aria-label={say(`group.${group}`)}>
          <h3>{say(`group.${group}`)}</h3>
          <dl className={style["changes"]}>
            {facts.map(([name, shown]) => (
              <Fragment key={name}>
                <dt>{say(`field.${name}`)}</dt>
                <dd>{shown}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      {evaluation.links.length > 0 ? (
        <>
          <h3>{say("details.documents", { count: evaluation.links.length })}</h3>
          <ul>
            {evaluation.links.map(({ url, printed, title }) => (
              <li key={printed}>{url ? <a href={url}>{title ?? url}</a> : (title ?? printed)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary>{say("details.unmapped", { count: others.length })}</summary>
          <dl className={style["changes"]}>
            {others.map(([name, text]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        </details>
      ) : null}
    </Section>
  );
}

function useShown(): (field: string, value: unknown) => string | null {
  const say = useWords("registry");
  const term = useWords("terms");
  const format = useFormat();
  const label = useTermLabel();
  return (field, value) => {
    if (value === null || value === undefined || value === "") return null;
    if (Array.isArray(value))
      return value.length === 0
        ? null
        : format.list(
            value.map((one) =>
              field === "reportLanguages" ? term(`language.${one}`) : label(field, String(one)),
            ),
          );
    if (typeof value === "object") return (value as { readonly printed: string }).printed;
    if (field === "status") return say(`status.${value}`);
    if (field === "managementResponse") return say(`response.${value}`);
    if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
    return String(value);
  };
}

/** The project behind a report, the records that look like it, and what can be done with the record. */
export function RecordLinks({ evaluation, duplicates, version }: Found) {
  const say = useWords("registry");
  const name = useFieldName();
  const { may } = useSession();
  const symbols = [
    evaluation.symbol,
    ...evaluation.otherSymbols.filter((one) => !one.isPlaceholder).map((one) => one.symbol),
  ].filter((symbol) => symbol !== null);
  const params = { id: evaluation.id };
  // Newest first: the first decision met on a record is the one that stands.
  const standing = new Map<string, Found["duplicates"][number]>();
  for (const decision of duplicates) {
    const other = decision.first === evaluation.id ? decision.second : decision.first;
    if (!standing.has(other)) standing.set(other, decision);
  }
  const same = [...standing].filter(([, { verdict }]) => verdict === "same");
  return (
    <>
      {same.map(([other, { keep }]) => (
        <p key={other}>
          {say("details.same")}{" "}
          <Link to="/evidence/evaluations/$id" params={{ id: other }}>
            {other}
          </Link>
          {keep === other ? ` · ${say("duplicates.stands", { id: other })}` : null}
        </p>
      ))}
      <p className={style["states"]} data-print="hide">
        {symbols.map((symbol) => (
          <Link key={symbol} to="/evidence/projects/$id" params={{ id: symbol.replaceAll("/", "-") }}>
            {say("details.project", { symbol })}
          </Link>
        ))}
        {evaluation.relations.map((relation) => (
          <Link
            key={`${relation.kind} ${relation.to}`}
            to="/evidence/evaluations/$id"
            params={{ id: relation.to }}
            title={relation.note ?? name("relations")}
          >
            {say(`relation.${relation.kind}`)} {relation.to}
          </Link>
        ))}
        <Link to="/evidence/evaluations/$id/history" params={params}>
          {say("details.history", { count: version })}
        </Link>
        {may(routes.editEvaluations) ? (
          <Link to="/evidence/evaluations/$id/edit" params={params}>
            {say("edit.title")}
          </Link>
        ) : null}
      </p>
    </>
  );
}
