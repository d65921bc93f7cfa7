import type { ReactNode } from "react";
import style from "./screening.module.css";

/** A wide table in a place of its own that scrolls, by keyboard as well. */
export const Scrolling = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
  <section className={style["wide"]} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
