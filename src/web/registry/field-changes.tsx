import { Fragment } from "react";
import { areaName } from "#kernel";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./registry.module.css";
import { useTermLabel } from "./use-terms.ts";

export type FieldChange = { readonly field: string; readonly before?: unknown; readonly after?: unknown };

const languageFields: readonly string[] = ["language", "reportLanguages"];

/** What changed in a record, field by field: what stood, and what stands. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const say = useWords("registry");
  return (
    <dl className={style["changes"]}>
      {changes.map(({ field, before, after }) => (
        <Fragment key={field}>
          <dt>{say(`field.${field}`)}</dt>
          <dd>
            {hasNothing(before) ? null : (
              <>
                <span className="visually-hidden">{say("was")} </span>
                <del>
                  <Value field={field} value={before} />
                </del>{" "}
                <span aria-hidden="true">→</span> <span className="visually-hidden">{say("is")} </span>
              </>
            )}
            <ins>
              <Value field={field} value={after} />
            </ins>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

const hasNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const label = useTermLabel();
  const say = useWords("registry");
  if (hasNothing(value)) return <em className={style["nothing"]}>{term("notStated")}</em>;
  if (field === "countries" && Array.isArray(value))
    return format.list(value.map((code) => areaName(String(code), language)));
  if (field === "missing")
    return format.list(
      Object.entries(value as object).map(
        ([name, reason]) => `${say(`field.${name}`)}: ${say(`missing.${reason}`)}`,
      ),
    );
  const one = (part: unknown): string => {
    if (typeof part === "string") {
      if (languageFields.includes(field)) return term(`language.${part}`);
      if (field === "managementResponse") return say(`response.${part}`);
      if (field === "origin") return say(`origin.${part}`);
      return /^\d{4}-\d{2}-\d{2}$/.test(part) ? format.date(part) : label(field, part);
    }
    if (typeof part !== "object" || part === null) return String(part);
    const said = ["message", "printed", "symbol", "url", "to"].map((name) => part[name as keyof typeof part]);
    return (
      said.find((text) => typeof text === "string") ??
      Object.entries(part)
        .map(([name, text]) => `${name}: ${one(text)}`)
        .join("; ")
    );
  };
  return Array.isArray(value) ? format.list(value.map(one)) : one(value);
}
