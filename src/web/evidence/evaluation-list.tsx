// The same evaluations as a table on wide screens and as cards on narrow ones.

import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { z } from "zod/mini";
import type { EvaluationShape } from "#contract";
import { useWords } from "../i18n.ts";
import { CountryLink } from "../shared/country-link.tsx";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import style from "./evidence.module.css";
import { type TermArea, termKey } from "./term-keys.ts";

export type ShownEvaluation = z.output<typeof EvaluationShape>;

function Word({ area, value }: { readonly area: TermArea; readonly value: string | null }) {
  const term = useWords("terms");
  return value === null ? (
    <span className={list["notStated"]}>{term("notStated")}</span>
  ) : (
    term(termKey(area, value))
  );
}

/** Region and countries as far as they are stated. */
export function Where({ evaluation }: { readonly evaluation: ShownEvaluation }) {
  const { countries, region, countryGroups } = evaluation;
  return (
    <>
      <Word area="region" value={region} />
      {countries.length + countryGroups.length > 0 ? (
        <>
          {" ("}
          {countries.map((area, i) => (
            <Fragment key={area}>
              {i > 0 ? ", " : null}
              <CountryLink area={area} />
            </Fragment>
          ))}
          {countryGroups.length > 0 ? `${countries.length > 0 ? ", " : ""}${countryGroups.join(", ")}` : null}
          {")"}
        </>
      ) : null}
    </>
  );
}

function Oddities({ evaluation }: { readonly evaluation: ShownEvaluation }) {
  const say = useWords("evidence");
  return evaluation.oddities.length > 0 ? (
    <span className={style["odd"]}>{say("oddities", { count: evaluation.oddities.length })}</span>
  ) : null;
}

function TitleLink({ evaluation }: { readonly evaluation: ShownEvaluation }) {
  return (
    <Link
      to="/evidence/evaluations/$id"
      params={{ id: evaluation.id }}
      lang={evaluation.language ?? undefined}
      className={style["tableTitle"]}
    >
      {evaluation.title}
    </Link>
  );
}

export function EvaluationTable({ evaluations }: { readonly evaluations: readonly ShownEvaluation[] }) {
  const say = useWords("evidence");
  const term = useWords("terms");
  return (
    <Table verticalSpacing="sm" horizontalSpacing="sm" highlightOnHover aria-label={say("registry.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say("column.title")}</Table.Th>
          <Table.Th scope="col">{say("column.kind")}</Table.Th>
          <Table.Th scope="col">{say("column.where")}</Table.Th>
          <Table.Th scope="col">{say("column.year")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {evaluations.map((evaluation) => (
          <Table.Tr key={evaluation.id}>
            <Table.Td>
              <TitleLink evaluation={evaluation} />
              <p className={list["meta"]}>
                <span>{evaluation.printedId ?? evaluation.id}</span>
                {evaluation.language ? (
                  <span>
                    <Word area="language" value={evaluation.language} />
                  </span>
                ) : null}
                <OriginMark origin={evaluation.origin} />
                <Oddities evaluation={evaluation} />
              </p>
            </Table.Td>
            <Table.Td>
              <Word area="type" value={evaluation.type} />
              <p className={list["meta"]}>
                <span>
                  <Word area="timing" value={evaluation.timing} />
                </span>
                <span>
                  <Word area="nature" value={evaluation.nature} />
                </span>
              </p>
            </Table.Td>
            <Table.Td>
              <Where evaluation={evaluation} />
            </Table.Td>
            <Table.Td>
              {evaluation.year ?? <span className={list["notStated"]}>{term("notStated")}</span>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function EvaluationCards({ evaluations }: { readonly evaluations: readonly ShownEvaluation[] }) {
  return (
    <ul className={list["plain"]}>
      {evaluations.map((evaluation) => (
        <li key={evaluation.id} className={list["hit"]}>
          <TitleLink evaluation={evaluation} />
          <p className={list["meta"]}>
            <span>{evaluation.printedId ?? evaluation.id}</span>
            {evaluation.year ? <span>{evaluation.year}</span> : null}
            <span>
              <Word area="type" value={evaluation.type} />
            </span>
            <span>
              <Word area="timing" value={evaluation.timing} />
            </span>
            <span>
              <Word area="nature" value={evaluation.nature} />
            </span>
          </p>
          <p className={list["meta"]}>
            <span>
              <Where evaluation={evaluation} />
            </span>
            <OriginMark origin={evaluation.origin} />
            <Oddities evaluation={evaluation} />
          </p>
        </li>
      ))}
    </ul>
  );
}
