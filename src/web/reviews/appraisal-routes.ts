import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addressList, addressNumber, addressText, addressWord, searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";

const beforeLoad = () => loadWords("reviews", "review-appraisal", "evidence", "terms");
const view = addressWord(["text", "work"]);

/** Appraisal and extraction. */
export const appraisalPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/appraisal",
    validateSearch: searchOf({ show: addressWord(["mine", "to-reconcile", "appraised", "excluded"]) }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./appraisal/appraisal-page.tsx"), "AppraisalPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/appraisal/instruments",
    validateSearch: searchOf({ edit: addressText }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./appraisal/instruments-page.tsx"), "InstrumentsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/appraisal/$record",
    validateSearch: searchOf({ view }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./appraisal/appraise-page.tsx"), "AppraisePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/extraction",
    validateSearch: searchOf({ show: addressWord(["mine", "to-reconcile", "extracted"]) }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./extraction/extraction-page.tsx"), "ExtractionPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/extraction/form",
    validateSearch: searchOf({ edit: addressText }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./extraction/forms-page.tsx"), "FormsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/extraction/matrix",
    validateSearch: searchOf({
      where: addressList(),
      record: addressText,
      q: addressText,
      page: addressNumber(2),
    }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./extraction/matrix-page.tsx"), "MatrixPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/extraction/$record",
    validateSearch: searchOf({ view, row: addressText }),
    beforeLoad,
    component: lazyRouteComponent(() => import("./extraction/extract-page.tsx"), "ExtractPage"),
  }),
] as const;
