import { expect, it } from "vitest";
import { authorList } from "./author-list.ts";

it.each([
  ["Doe, Jane; Roe, Ann", ["Doe, Jane", "Roe, Ann"]],
  ["Doe J, Roe AB.", ["Doe, J", "Roe, AB"]],
  ["Doe, J., Roe, A.B.", ["Doe, J.", "Roe, A.B."]],
  ["Doe J., Roe A.-B.", ["Doe, J.", "Roe, A.-B."]],
  ["Doe, Jane", ["Doe, Jane"]],
  ["Jane Doe and John Roe", ["Jane Doe", "John Roe"]],
  ["Ministry of Labour and Social Security", ["Ministry of Labour and Social Security"]],
  ["Food and Agriculture Organization", ["Food and Agriculture Organization"]],
  ["Ministerio de Trabajo y Previsión Social", ["Ministerio de Trabajo y Previsión Social"]],
  ["Doe, J., et al.", ["Doe, J."]],
  ["[No author name available]", []],
  ["Anonymous", []],
])("names in a cell: %j", (text, names) => expect(authorList(text)).toEqual(names));
