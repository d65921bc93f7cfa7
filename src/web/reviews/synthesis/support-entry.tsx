import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallReply, routes } from "#contract";
import { useWords } from "../../i18n.ts";
import style from "./synthesis.module.css";

export type Support = CallReply<typeof routes.supportsToFind>["supports"][number];

/** A passage with the report it stands in and the codes it carries; `children` are its buttons. */
export function SupportEntry(props: {
  readonly one: Omit<Support, "support">;
  readonly codes: ReadonlyMap<string, string>;
  readonly children?: ReactNode;
}) {
  const say = useWords("review-synthesis");
  const { one, codes, children } = props;
  return (
    <div className={style["quote"]}>
      <p>{one.withheld ? <em>{say("withheld")}</em> : one.quote || <em>{say("noWords")}</em>}</p>
      <p className={style["hint"]}>
        {one.source ? (
          <Link to="/evidence/reports/$sha256" params={{ sha256: one.source }}>
            {[one.record, one.title].filter(Boolean).join(" ")}
          </Link>
        ) : (
          [one.record, one.title].filter(Boolean).join(" ")
        )}
        {one.page === null ? "" : `, ${say("page", { page: one.page })}`}
        {one.codes.length > 0
          ? ` · ${say("codes")} ${one.codes.map((code) => codes.get(code) ?? code).join(", ")}`
          : ""}
        {one.lost ? <span className={style["warn"]}> · {say(`lost.${one.lost}`)}</span> : null}
      </p>
      {children}
    </div>
  );
}
