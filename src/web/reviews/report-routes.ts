import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("reviews", "review-report", "terms");

export const reportPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/flow",
    validateSearch: searchOf({ at: addressText }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./report/flow-page.tsx"), "FlowPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/report",
    validateSearch: searchOf({
      edition: addressNumber(),
      compare: addressNumber(),
      write: addressWord(["yes"]),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./report/report-page.tsx"), "ReportPage"),
  }),
] as const;
