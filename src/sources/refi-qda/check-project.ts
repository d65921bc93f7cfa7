// What a project must be before it can be written: GUIDs of their form and once each, references to what is
// there, positions inside their texts. All faults at once.

import { codePointsOf, type Problem, problem } from "#kernel";
import {
  allQdaCodes,
  type Guid,
  type QdaCode,
  type QdaCoding,
  type QdaMade,
  type QdaProject,
  type QdaSet,
  type QdaText,
  type QdaValue,
} from "./qda-project.ts";

const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const colourForm = /^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})$/;
export const isColour = (text: string): boolean => colourForm.test(text);
const timeForm = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
export const isDateTime = (text: string): boolean => timeForm.test(text);

const fault = (message: string): Problem =>
  problem("sources.qda-not-writable", `${message} Nothing was written.`);

/** GUIDs met so far; null where a part is checked by itself. */
type Seen = Map<Guid, string>;

function guidFaults(guid: Guid, what: string, seen: Seen): readonly Problem[] {
  if (!guidForm.test(guid))
    return [
      fault(
        `${what} has the identifier "${guid.slice(0, 60)}", which is no GUID in small letters; make one with qdaGuid.`,
      ),
    ];
  const known = seen.get(guid);
  if (known !== undefined) return [fault(`${what} has the GUID ${guid}, which ${known} has already.`)];
  seen.set(guid, what);
  return [];
}

const quoted = (name: string | null): string => (name === null ? "without a name" : `"${name.slice(0, 60)}"`);

export function codeProblems(codes: readonly QdaCode[], given: Seen | null): Problem[] {
  const seen: Seen = given ?? new Map();
  const found: Problem[] = [];
  for (const { code } of allQdaCodes(codes)) {
    const what = `The code ${quoted(code.name)}`;
    found.push(...guidFaults(code.guid, what, seen));
    if (code.colour !== null && !isColour(code.colour))
      found.push(fault(`${what} has the colour "${code.colour.slice(0, 20)}"; the format takes #rrggbb.`));
  }
  return found;
}

export function setProblems(
  sets: readonly QdaSet[],
  codes: readonly QdaCode[],
  given: Seen | null,
): Problem[] {
  const seen: Seen =
    given ?? new Map([...allQdaCodes(codes)].map(({ code }) => [code.guid, `the code ${quoted(code.name)}`]));
  const known = new Set([...allQdaCodes(codes)].map(({ code }) => code.guid));
  return sets.flatMap((set) => [
    ...guidFaults(set.guid, `The set ${quoted(set.name)}`, seen),
    ...set.codes
      .filter((guid) => !known.has(guid))
      .map((guid) => fault(`The set ${quoted(set.name)} holds the code ${guid}, which is not there.`)),
  ]);
}

export function projectProblems(project: QdaProject): readonly Problem[] {
  const seen: Seen = new Map();
  const found: Problem[] = [];
  const add = (guid: Guid, what: string) => found.push(...guidFaults(guid, what, seen));
  for (const user of project.users) add(user.guid, `The user ${quoted(user.name)}`);
  found.push(...codeProblems(project.codes, seen));
  for (const variable of project.variables) add(variable.guid, `The variable ${quoted(variable.name)}`);
  for (const one of project.cases) add(one.guid, `The case ${quoted(one.name)}`);
  for (const text of [...project.texts, ...project.memos]) {
    const what = `The text ${quoted(text.name)}`;
    add(text.guid, what);
    for (const coding of text.codings) add(coding.guid, `A coding of ${what}`);
    for (const selection of text.selections) {
      add(selection.guid, `A selection of ${what}`);
      for (const coding of selection.codings) add(coding.guid, `A coding of ${what}`);
    }
  }
  for (const link of project.links) add(link.guid, `The link ${quoted(link.name)}`);
  found.push(...setProblems(project.sets, project.codes, seen));
  return [
    ...found,
    ...referenceProblems(project, seen),
    ...project.texts.flatMap(textProblems),
    ...project.memos.flatMap(textProblems),
  ];
}

function referenceProblems(project: QdaProject, seen: Seen): readonly Problem[] {
  const found: Problem[] = [];
  const guids = (list: readonly { readonly guid: Guid }[]) => new Set(list.map(({ guid }) => guid));
  const codes = guids([...allQdaCodes(project.codes)].map(({ code }) => code));
  const memos = guids(project.memos);
  const users = guids(project.users);
  const sources = guids(project.texts);
  const variables = new Map(project.variables.map((variable) => [variable.guid, variable]));
  const selections = guids([...project.texts, ...project.memos].flatMap((text) => text.selections));
  const isIn = (known: ReadonlySet<Guid>, list: readonly Guid[], what: string) => {
    for (const guid of list)
      if (!known.has(guid)) found.push(fault(`${what} refers to ${guid}, which is not there.`));
  };
  const made = ({ by, at }: QdaMade, what: string) => {
    if (by !== null) isIn(users, [by], what);
    if (at !== null && !isDateTime(at))
      found.push(fault(`${what} has the time "${at.slice(0, 40)}"; the format takes 2026-11-22T14:00:00Z.`));
  };
  const coding = (one: QdaCoding, what: string) => {
    isIn(codes, [one.code], what);
    isIn(memos, one.notes, what);
    made(one.made, what);
  };
  const values = (list: readonly QdaValue[], what: string) => {
    for (const { variable, value } of list) {
      const known = variables.get(variable);
      if (known === undefined)
        found.push(fault(`${what} has a value of the variable ${variable}, which is not there.`));
      else if (value !== null && !valueForms[known.type].test(value))
        found.push(
          fault(`${what} has "${value.slice(0, 40)}" for ${quoted(known.name)}, which takes ${known.type}.`),
        );
    }
  };
  made(project.made, "The project");
  made(project.changed, "The project");
  isIn(memos, project.notes, "The project");
  for (const { code } of allQdaCodes(project.codes)) isIn(memos, code.notes, `The code ${quoted(code.name)}`);
  for (const text of [...project.texts, ...project.memos]) {
    const what = `The text ${quoted(text.name)}`;
    isIn(memos, text.notes, what);
    values(text.values, what);
    made(text.made, what);
    made(text.changed, what);
    for (const one of text.codings) coding(one, `A coding of ${what}`);
    for (const selection of text.selections) {
      isIn(memos, selection.notes, `A selection of ${what}`);
      made(selection.made, `A selection of ${what}`);
      for (const one of selection.codings) coding(one, `A coding of ${what}`);
    }
  }
  for (const one of project.cases) {
    const what = `The case ${quoted(one.name)}`;
    isIn(codes, one.codes, what);
    isIn(sources, one.sources, what);
    isIn(selections, one.selections, what);
    values(one.values, what);
  }
  for (const set of project.sets) {
    isIn(sources, set.sources, `The set ${quoted(set.name)}`);
    isIn(memos, set.notes, `The set ${quoted(set.name)}`);
  }
  for (const link of project.links) {
    const what = `The link ${quoted(link.name)}`;
    isIn(memos, link.notes, what);
    isIn(
      new Set(seen.keys()),
      [link.origin, link.target].filter((end) => end !== null),
      what,
    );
    if (link.colour !== null && !isColour(link.colour))
      found.push(fault(`${what} has the colour "${link.colour.slice(0, 20)}"; the format takes #rrggbb.`));
  }
  return found;
}

/** How the schema writes the values of each type of variable. */
export const valueForms = {
  Text: /^/,
  Boolean: /^(?:true|false|0|1)$/,
  Integer: /^[+-]?\d+$/,
  Float: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  Date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  DateTime: timeForm,
} as const;

function textProblems(text: QdaText): readonly Problem[] {
  const what = `the text ${quoted(text.name)}`;
  const found: Problem[] = [];
  if (!text.text.isWellFormed())
    found.push(
      fault(`A letter of ${what} is half a character, which no file can hold; read the document anew.`),
    );
  const { length } = codePointsOf(text.text);
  for (const { start, end } of text.selections)
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length))
      found.push(
        fault(`A selection of ${what} goes from ${start} to ${end}; the text has ${length} characters.`),
      );
  return found;
}
