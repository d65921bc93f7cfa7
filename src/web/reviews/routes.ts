import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { appraisalPages } from "./appraisal-routes.ts";
import { codingPages } from "./coding-routes.ts";
import { reportPages } from "./report-routes.ts";
import { screeningPages } from "./screening/routes.ts";
import { synthesisPages } from "./synthesis-routes.ts";

const beforeLoad = () => loadWords("reviews", "terms");

export const reviewPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews",
    beforeLoad,
    component: lazyRouteComponent(() => import("./reviews-page.tsx"), "ReviewsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id",
    beforeLoad: () => loadWords("reviews", "review-overview", "terms"),
    component: lazyRouteComponent(() => import("./overview-page.tsx"), "OverviewPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/protocol",
    validateSearch: searchOf({ edit: addressWord(["yes"]), version: addressNumber() }),
    beforeLoad: () => loadWords("reviews", "review-acts", "review-screening", "terms"),
    component: lazyRouteComponent(() => import("./protocol-page.tsx"), "ProtocolPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/records",
    validateSearch: searchOf({
      q: addressText,
      page: addressNumber(),
      record: addressText,
      show: addressWord(["all", "duplicates", "no-abstract"]),
      view: addressWord(["list", "matrix", "searches", "look-alikes"]),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./records-page.tsx"), "RecordsPage"),
  }),
  ...screeningPages,
  ...synthesisPages,
  ...appraisalPages,
  ...codingPages,
  ...reportPages,
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/log",
    validateSearch: searchOf({ after: addressNumber(0) }),
    beforeLoad: () => loadWords("reviews", "review-acts", "terms"),
    component: lazyRouteComponent(() => import("./log-page.tsx"), "LogPage"),
  }),
] as const;
