import type { ReactNode } from "react";

/**
 * A place for a table that may be wider than the screen: it scrolls by itself, by keyboard as well. A group and
 * no region, since the part of the page it stands in often bears the same name.
 */
export const Scrolled = (props: {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this holds a table
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
  <div role="group" className={props.className} tabIndex={0} aria-label={props.label}>
    {props.children}
  </div>
);
