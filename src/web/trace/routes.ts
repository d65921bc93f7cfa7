import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressText, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

export const traceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/trace",
    validateSearch: searchOf({ id: addressText }),
    beforeLoad: () => loadWords("trace", "charts", "terms"),
    component: lazyRouteComponent(() => import("./trace-page.tsx"), "TracePage"),
  }),
] as const;
