import type { ReactNode } from "react";
import style from "./wide-table.module.css";

/**
 * A place for a table that may be wider than the screen: it scrolls by itself, by keyboard as well. A group and
 * no region, since the part of the page it stands in often bears the same name.
 */
export const WideTable = (props: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this holds a table
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
  <div role="group" className={style["wide"]} tabIndex={0} aria-label={props.label}>
    {props.children}
  </div>
);
