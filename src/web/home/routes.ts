import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    beforeLoad: () => loadWords("home"),
    component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
  }),
] as const;
