/** The two ways to read a figure; which one is open stands in the address. */
export const figureViews = ["chart", "table"] as const;
export type FigureView = (typeof figureViews)[number];
