import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod/mini";
import { addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { addressShare } from "../correct/search-params.ts";
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
    "data",
    "charts",
  );

export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/desk",
    validateSearch: searchOf(
      z.object({
        at: addressWord(workbenches),
        job: addressText,
        below: addressShare,
        before: addressNumber(),
      }),
    ),
    beforeLoad,
    component: lazyRouteComponent(() => import("./desk-page.tsx"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    validateSearch: searchOf(z.object({ after: addressText })),
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
