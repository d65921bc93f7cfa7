import type { ReactNode } from "react";
import style from "./reviews.module.css";

/** A place for a table that may be wider than the page: it scrolls by itself, with the keyboard too. */
export const WideTable = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
  <section className={style["wide"]} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
