import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { lessonsState } from "./search-params.ts";

const beforeLoad = () => loadWords("lessons", "terms", "cite");

export const lessonPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/lessons",
    validateSearch: searchOf(lessonsState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./lessons-page.tsx"), "LessonsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/lessons/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./lesson-page.tsx"), "LessonPage"),
  }),
] as const;
