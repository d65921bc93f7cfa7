// All pages. Each area keeps its routes in a file of its own, with lazily loaded components.

import { type AnyRoute, createRouter } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "./address.ts";
import { framed } from "./charts/framed.ts";
import { correctRoutes } from "./correct/routes.ts";
import { countriesRoutes } from "./countries/routes.ts";
import { dataRoutes } from "./data/routes.ts";
import { deskRoutes } from "./desk/routes.ts";
import { evidenceRoutes } from "./evidence/routes.ts";
import { exploreRoutes } from "./explore/routes.ts";
import { followUpPages } from "./follow-up/routes.ts";
import { homeRoutes } from "./home/routes.ts";
import { indexComparisonPages } from "./index-comparison/routes.ts";
import { indexesRoutes } from "./indexes/routes.ts";
import { indicatorRoutes } from "./indicators/routes.ts";
import { NotFoundPage, PagePending, UnexpectedPage } from "./layout/fallback-pages.tsx";
import { lessonPages } from "./lessons/routes.ts";
import { registryPages } from "./registry/routes.ts";
import { reviewPages } from "./reviews/routes.ts";
import { rootRoute } from "./root-route.ts";
import { standardsRoutes } from "./standards/routes.ts";
import { surveyDeskRoutes } from "./survey-desk/routes.ts";
import { surveyPages } from "./surveys/routes.ts";
import { traceRoutes } from "./trace/routes.ts";

const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...evidenceRoutes,
  ...followUpPages,
  ...registryPages,
  ...lessonPages,
  ...reviewPages,
  ...correctRoutes,
  ...deskRoutes,
  ...countriesRoutes,
  ...indexesRoutes,
  ...indicatorRoutes,
  ...indexComparisonPages,
  ...dataRoutes,
  ...exploreRoutes,
  ...standardsRoutes,
  ...surveyPages,
  ...surveyDeskRoutes,
  ...traceRoutes,
]);

export const router = createRouter({
  routeTree,
  basepath: framed?.base ?? "/",
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultPendingComponent: PagePending,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: UnexpectedPage,
});

// The code of a page is asked for beside its words, not after them. What fails here is tried again where the
// page is shown, and told there.
router.subscribe("onBeforeLoad", ({ toLocation }) => {
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  for (const { routeId } of router.matchRoutes(toLocation)) {
    const route = routes[routeId];
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
