import type { ReactNode } from "react";
import style from "./report.module.css";

/** A place that scrolls by itself, by keyboard as well. A group and no region: a report has many of them. */
export function Sheet(props: {
  readonly label: string;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and there are none
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={style["sheet"]} aria-label={props.label} tabIndex={0} id={props.id}>
      {props.children}
    </div>
  );
}
