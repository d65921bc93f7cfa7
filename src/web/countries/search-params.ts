import { addressForm, addressList, addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const mapSubjects = ["evaluations", "c102"] as const;
export type MapSubject = (typeof mapSubjects)[number];

export const countriesState = {
  show: addressWord(mapSubjects),
  view: addressWord(figureViews),
  sort: addressText,
  q: addressText,
};

const areaCode = addressForm(/^[A-Z]{3}$/);
/** What a country is held against. */
export const comparedWith = ["all", "region", "income-group", "chosen"] as const;

const setInAddress = {
  with: addressWord(comparedWith),
  /** Countries chosen for comparison. */
  others: addressList(areaCode),
} as const;

export const countryState = {
  ...setInAddress,
  /** Index whose indicators are shown. */
  index: addressText,
  /** Views of the forms, of the years, of what drives, of coverage, of women and men, of the series. */
  view: addressWord(figureViews),
  time: addressWord(figureViews),
  drivers: addressWord(figureViews),
  coverage: addressWord(figureViews),
  sex: addressWord(figureViews),
  series: addressWord(figureViews),
  /** View of the map, and the order of its table. */
  map: addressWord(figureViews),
  sort: addressText,
  release: addressText,
  indicator: addressText,
  from: addressNumber(1),
  to: addressNumber(1),
};

export const compareState = {
  areas: addressList(areaCode),
  index: addressText,
  view: addressWord(figureViews),
  parts: addressWord(figureViews),
  indicators: addressWord(figureViews),
  time: addressWord(figureViews),
};

export const oldAgeState = {
  /** Country whose way from raw value to rank is shown. */
  area: addressText,
  release: addressText,
  period: addressText,
  view: addressWord(figureViews),
  sort: addressText,
};
