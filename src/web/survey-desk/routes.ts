import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("survey-desk", "surveys");

export const surveyDeskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/desk/studies/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./study-data-page.tsx"), "StudyDataPage"),
  }),
] as const;
