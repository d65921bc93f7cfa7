// The types of questions of XLSForm, in older and newer spellings.

import type { VariableKind } from "#records";

type Frame = "group" | "repeat" | "loop";

/** What a row of the sheet `survey` is. */
export type FormType =
  | { readonly is: "begin"; readonly of: Frame }
  | { readonly is: "end"; readonly of: Frame }
  | {
      readonly is: "select";
      readonly several: boolean;
      readonly list: string | null;
      readonly orOther: boolean;
    }
  | { readonly is: "question"; readonly kind: VariableKind | null }
  /** Shown, and not answered. */
  | { readonly is: "silent" };

/** Kinds of answers. A place, a device, a telephone lead to a person; dates are kept, never tabulated. */
const kinds: Readonly<Record<string, VariableKind | null>> = {
  integer: "numeric",
  int: "numeric",
  decimal: "numeric",
  range: "numeric",
  percentage: "numeric",
  text: "text",
  string: "text",
  date: "text",
  time: "text",
  datetime: "text",
  today: "text",
  start: "text",
  end: "text",
  start_geopoint: "identifier",
  geopoint: "identifier",
  location: "identifier",
  gps: "identifier",
  geotrace: "identifier",
  geoshape: "identifier",
  barcode: "identifier",
  deviceid: "identifier",
  device_id: "identifier",
  imei: "identifier",
  simserial: "identifier",
  sim_id: "identifier",
  subscriberid: "identifier",
  subscriber_id: "identifier",
  phonenumber: "identifier",
  phone_number: "identifier",
  username: "identifier",
  email: "identifier",
  image: "text",
  photo: "text",
  audio: "text",
  video: "text",
  file: "text",
  background_audio: "text",
  audit: "text",
  acknowledge: null,
  trigger: null,
  calculate: null,
  hidden: null,
};
const silent: readonly string[] = ["note", "xml_external", "csv_external", "entities"];

export const knownTypes: readonly string[] = [
  ...Object.keys(kinds),
  ...silent,
  "select_one",
  "select_multiple",
  "begin_group",
  "end_group",
  "begin_repeat",
  "end_repeat",
];

/** `null` where the type is not known. */
export function formType(printed: string): FormType | null {
  const type = printed.trim().replace(/\s+/g, " ");
  const frame = /^(begin|end)[ _]?(group|repeat|loop|lgroup|looped group)\b/i.exec(type);
  if (frame !== null) {
    const of = frame[2]!.toLowerCase();
    return {
      is: frame[1]!.toLowerCase() === "begin" ? "begin" : "end",
      of: of === "group" || of === "loop" ? of : "repeat",
    };
  }
  const select =
    /^(?:add )?(select[ _]one(?:_external)?|select[ _]?1|select[ _]multiple|select all that apply|rank)(?:_from_file)?(?:[ _]prompt)?(?: from)?(?: (\S+))?(?: (or[ _](?:specify[ _])?other))?$/i.exec(
      type,
    );
  if (select !== null) {
    const isFile = /_from_file/i.test(type);
    return {
      is: "select",
      several: !/one|1/i.test(select[1]!),
      list: isFile ? null : (select[2] ?? ""),
      orOther: select[3] !== undefined,
    };
  }
  const name = type
    .toLowerCase()
    .replace(/^(?:q |add |uri:)(?=\w)/, "")
    .replace(/ prompt$| question$/, "")
    .replace(/[ -]/g, "_");
  if (silent.includes(name)) return { is: "silent" };
  return Object.hasOwn(kinds, name) ? { is: "question", kind: kinds[name]! } : null;
}
