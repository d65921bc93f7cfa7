import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressList, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("reviews", "review-synthesis", "terms");

export const synthesisPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/synthesis",
    validateSearch: searchOf({
      view: addressWord(["themes", "answers"]),
      edit: addressText,
      theme: addressText,
      record: addressText,
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./synthesis/synthesis-page.tsx"), "SynthesisPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/synthesis/contributions",
    validateSearch: searchOf({ view: addressWord(["fields"]) }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./synthesis/contributions-page.tsx"), "ContributionsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/map",
    validateSearch: searchOf({
      rows: addressText,
      columns: addressText,
      where: addressList(),
      row: addressText,
      column: addressText,
      empty: addressWord(["hide"]),
      release: addressText,
      indicator: addressText,
      need: addressText,
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./synthesis/map-page.tsx"), "MapPage"),
  }),
] as const;
