import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressNumber, addressShare, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { workbenches } from "./workbenches.ts";

const beforeLoad = () =>
  loadWords(
    "desk",
    "correct",
    "rereading",
    "search",
    "follow-up",
    "review-overview",
    "terms",
    "releases",
    "survey-desk",
    "surveys",
    "data",
    "charts",
  );

export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/desk",
    validateSearch: searchOf({
      at: addressWord(workbenches),
      job: addressText,
      below: addressShare,
      before: addressNumber(),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./desk-page.tsx"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    validateSearch: searchOf({ after: addressText }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/claim",
    beforeLoad,
    component: lazyRouteComponent(() => import("./claim-page.tsx"), "ClaimPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/access",
    beforeLoad,
    component: lazyRouteComponent(() => import("./access-page.tsx"), "AccessPage"),
  }),
] as const;
