// The catalogue of indicators and choices of values. Other use cases of `app` come in by this door.

import { addIndicators } from "./change-indicators.ts";
import { makeSelection, overrideSelection } from "./make-selection.ts";
import { indicator, indicatorData, indicatorLatest, listIndicators } from "./read-indicators.ts";
import { indicatorSeries, listSelections, selection, selectionCell } from "./read-selections.ts";

export { originalOf } from "./chosen-table.ts";
export { indicatorCommands } from "./commands.ts";
export { crossedChoices } from "./crossed-choices.ts";
export { verifySelections } from "./read-selections.ts";
export { indicatorOf } from "./standing-indicators.ts";

/** Use cases behind routes, by the names of the routes. */
export const indicatorUseCases = {
  listIndicators,
  indicatorData,
  indicator,
  indicatorLatest,
  indicatorSeries,
  addIndicators,
  listSelections,
  selection,
  selectionCell,
  makeSelection,
  overrideSelection,
} as const;
