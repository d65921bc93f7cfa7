import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { countriesState, countryState } from "./search-params.ts";

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
    path: "/countries/$code",
    validateSearch: searchOf(countryState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./country-page.tsx"), "CountryPage"),
  }),
] as const;
