import type { ReactNode } from "react";
import style from "./synthesis.module.css";

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
export const Wide = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
  <section className={style["wide"]} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
