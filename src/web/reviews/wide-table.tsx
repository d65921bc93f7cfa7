import type { ReactNode } from "react";
import reviews from "./reviews.module.css";

/**
 * A place for a table that may be wider than the page: it scrolls by itself, with the keyboard too. `className`
 * where the table has a look of its own.
 */
export const WideTable = (props: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
  <section className={props.className ?? reviews["wide"]} tabIndex={0} aria-label={props.label}>
    {props.children}
  </section>
);
