import type { Protocol } from "#records";

export type ProtocolChange = {
  /** Where: `background`, `criteria I2`, `stages full-text` … */
  readonly field: string;
  /** Null where it was added, or taken away. */
  readonly before: string | null;
  readonly after: string | null;
};

type Part = ReadonlyMap<string, string>;

const keyed = <T>(items: readonly T[], key: (item: T) => string, name: string): readonly [string, string][] =>
  items.map((item) => [`${name} ${key(item)}`, JSON.stringify(item)]);

/** A protocol as named parts, so that two versions can be laid side by side. */
function partsOf(protocol: Protocol): Part {
  const { questions, criteria, sources, stages, ...rest } = protocol;
  return new Map([
    ...Object.entries(rest).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : value === null ? "" : JSON.stringify(value),
    ]),
    ...keyed(questions, ({ id }) => id, "questions"),
    ...keyed(criteria, ({ id }) => id, "criteria"),
    ...keyed(sources, ({ id }) => id, "sources"),
    ...keyed(stages, ({ stage }) => stage, "stages"),
  ]);
}

/**
 * What an amendment changed, part by part: questions, criteria, sources and stages by their identifiers,
 * everything else by its name. Nothing for the first version.
 */
export function protocolChanges(before: Protocol, after: Protocol): readonly ProtocolChange[] {
  const old = partsOf(before);
  const fresh = partsOf(after);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, fresh.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
