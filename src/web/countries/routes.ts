import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { compareState, countriesState, countryState, oldAgeState } from "./search-params.ts";

const beforeLoad = () => loadWords("countries", "charts", "standards", "terms");

export const countriesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/countries",
    validateSearch: searchOf(countriesState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./countries-page.tsx"), "CountriesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/countries/compare",
    validateSearch: searchOf(compareState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./compare-page.tsx"), "ComparePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/countries/old-age",
    validateSearch: searchOf(oldAgeState),
    beforeLoad: () => loadWords("countries", "charts", "old-age"),
    component: lazyRouteComponent(() => import("./old-age-page.tsx"), "OldAgePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/countries/$code",
    validateSearch: searchOf(countryState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./country-page.tsx"), "CountryPage"),
  }),
] as const;
