import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { comparisonState } from "./search-params.ts";

export const indexComparisonPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indexes/compare",
    validateSearch: searchOf(comparisonState),
    beforeLoad: () => loadWords("index-comparison", "charts"),
    component: lazyRouteComponent(() => import("./comparison-page.tsx"), "ComparisonPage"),
  }),
] as const;
