import { changeKinds, releaseStates } from "#records";
import { addressForm, addressList, addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const releasesState = {
  series: addressText,
  state: addressWord(releaseStates),
  asOf: addressForm(/^\d{4}-\d{2}-\d{2}$/),
};

export const changesState = {
  from: addressText,
  kind: addressWord(changeKinds),
  indicator: addressText,
  page: addressNumber(1),
};

export const releaseState = {
  indicator: addressText,
  area: addressList(addressForm(/^[A-Z]{3}$|^\d{3}$/)),
  from: addressNumber(1),
  to: addressNumber(1),
  view: addressWord(figureViews),
  sort: addressText,
};
