import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/**
 * A link to the present page in another state: a filter on, a passage chosen, another part of the result.
 * `current` marks what is on. The router would mark a link whose state is part of the present one as well
 * (the link that takes a filter away, say), so it is told to look at the whole state.
 */
export function StateLink(props: {
  /** The next state from the present one; what is undefined leaves the address. */
  readonly search: (former: Readonly<Record<string, unknown>>) => object;
  readonly current?: boolean;
  /** Whether the browser's way back skips this step. */
  readonly replace?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <Link
      to="."
      // The type of the state differs from page to page; each page reads its own.
      search={props.search as never}
      replace={props.replace ?? false}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
      activeProps={{}}
      aria-current={props.current ? "true" : undefined}
      className={props.className}
    >
      {props.children}
    </Link>
  );
}
