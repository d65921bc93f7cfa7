import { Fragment } from "react";
import { areaName } from "#kernel";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./registry.module.css";
import { useTermLabel } from "./use-terms.ts";

export type FieldChange = { readonly field: string; readonly before?: unknown; readonly after?: unknown };

/** What changed in a record, field by field: what stood, and what stands. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const say = useWords("registry");
  return (
    <dl className={style["changes"]}>
      {changes.map(({ field, before, after }) => (
        <Fragment key={field}>
          <dt>{say(`field.${field}`)}</dt>
          <dd>
            <span className="visually-hidden">{say("was")} </span>
            <del>
              <Value field={field} value={before} />
            </del>{" "}
            <span aria-hidden="true">→</span> <span className="visually-hidden">{say("is")} </span>
            <ins>
              <Value field={field} value={after} />
            </ins>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const label = useTermLabel();
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0))
    return <em className={style["nothing"]}>{term("notStated")}</em>;
  if (field === "countries" && Array.isArray(value))
    return format.list(value.map((code) => areaName(String(code), language)));
  if (Array.isArray(value))
    return format.list(
      value.map((one) => (typeof one === "string" ? label(field, one) : JSON.stringify(one))),
    );
  if (typeof value === "object") {
    const { printed } = value as { readonly printed?: unknown };
    return typeof printed === "string" ? printed : JSON.stringify(value);
  }
  return typeof value === "string" ? label(field, value) : String(value);
}
