import type { ReactNode } from "react";

/** What a chart shows to the eye only; the marks and the sentence say the same to a screen reader. */
export function Silent({
  className,
  fontSize,
  children,
}: {
  className?: string;
  fontSize?: number;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus
    <g aria-hidden="true" className={className} fontSize={fontSize}>
      {children}
    </g>
  );
}
