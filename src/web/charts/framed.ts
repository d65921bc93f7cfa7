import { createContext } from "react";
import { type FramedFigure, framedFigure } from "#contract";

/** The figure this window shows alone, where another site has it in a frame; fixed when the page is loaded. */
export const framed: FramedFigure | null =
  // The list of pages is read outside of a browser too.
  typeof window === "undefined" ? null : framedFigure(window.location.pathname);

/** Where the one figure is put while the rest of its page stays hidden; null on a page of its own. */
export const FrameStage = createContext<HTMLElement | null>(null);
