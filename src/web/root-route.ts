// The root of all pages. Kept apart from the router so that the routes of each area can hang on it.

import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { type LanguageInAddress, languageInAddress, searchOf } from "./address.ts";
import { browserLanguage, loadWords, speak } from "./i18n.ts";
import { FirstPending } from "./layout/fallback-pages.tsx";
import { Layout } from "./layout/layout.tsx";

const validateSearch = searchOf(languageInAddress);

export const rootRoute = createRootRoute({
  validateSearch,
  search: { middlewares: [retainSearchParams<LanguageInAddress>(["lang"])] },
  beforeLoad: async ({ search }) => {
    await speak(search.lang ?? browserLanguage());
    await loadWords("shell");
  },
  component: Layout,
  pendingComponent: FirstPending,
  pendingMs: 0,
  pendingMinMs: 0,
});
