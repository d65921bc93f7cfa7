import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { registryState } from "../evidence/search-params.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("registry", "terms");
const paged = { page: addressNumber() };

export const registryPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/evaluations/$id/edit",
    beforeLoad,
    component: lazyRouteComponent(() => import("./edit-page.tsx"), "EditPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/evaluations/$id/history",
    beforeLoad,
    component: lazyRouteComponent(() => import("./history-page.tsx"), "HistoryPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/changes",
    validateSearch: searchOf(paged),
    beforeLoad,
    component: lazyRouteComponent(() => import("./changes-page.tsx"), "ChangesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/changes/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./changes-page.tsx"), "ChangePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/duplicates",
    validateSearch: searchOf(paged),
    beforeLoad,
    component: lazyRouteComponent(() => import("./duplicates-page.tsx"), "DuplicatesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/projects",
    validateSearch: searchOf({ ...paged, several: addressWord(["yes"]) }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./projects-pages.tsx"), "ProjectsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/projects/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./projects-pages.tsx"), "ProjectPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/vocabularies",
    beforeLoad,
    component: lazyRouteComponent(() => import("./vocabularies-pages.tsx"), "VocabulariesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/vocabularies/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./vocabularies-pages.tsx"), "VocabularyPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/import-table",
    validateSearch: searchOf({
      ...paged,
      table: addressText,
      source: addressText,
      state: addressWord(["new", "changed", "unchanged", "refused", "odd"]),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./import-table-page.tsx"), "ImportTablePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/bulk",
    validateSearch: searchOf(registryState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./bulk-page.tsx"), "BulkPage"),
  }),
] as const;
