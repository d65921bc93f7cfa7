import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("reviews", "review-acts", "review-coding", "evidence", "terms");

export const codingPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/coding",
    validateSearch: searchOf({ view: addressWord(["codes", "matrix", "figures", "files"]) }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./coding/coding-page.tsx"), "CodingPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/coding/$record",
    validateSearch: searchOf({ coding: addressText, code: addressText, view: addressWord(["codes"]) }),
    // Where no text is held, the report is attached as it is for an appraisal.
    beforeLoad: () =>
      loadWords("reviews", "review-acts", "review-appraisal", "review-coding", "evidence", "terms"),
    component: lazyRouteComponent(() => import("./coding/bench-page.tsx"), "BenchPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/coding/compare/$record",
    beforeLoad,
    component: lazyRouteComponent(() => import("./coding/compare-page.tsx"), "ComparePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/coding/codes/$code",
    validateSearch: searchOf({
      page: addressNumber(),
      record: addressText,
      below: addressWord(["yes", "no"]),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./coding/code-page.tsx"), "CodePage"),
  }),
] as const;
