// Groups of countries as a person writes them, a line each, and as a definition has them.

/**
 * The groups of a definition as lines. What is no such table is shown as it stands.
 *
 * @example
 * groupLines({ income: { low: ["ETH", "MWI"] } }) // => "income / low: ETH MWI"
 */
export function groupLines(json: unknown): string {
  if (json === undefined || json === null) return "";
  if (typeof json === "string") return json;
  const isTable = (one: unknown): one is Readonly<Record<string, unknown>> =>
    typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isTable(json) || !Object.values(json).every(isTable)) return JSON.stringify(json);
  return Object.entries(json as Readonly<Record<string, Readonly<Record<string, unknown>>>>)
    .flatMap(([attribute, groups]) =>
      Object.entries(groups).map(
        ([group, areas]) =>
          `${attribute} / ${group}: ${Array.isArray(areas) ? areas.join(" ") : JSON.stringify(areas)}`,
      ),
    )
    .join("\n");
}

/**
 * Lines as a definition has them; text that cannot be read so stays text, which the definition's reader
 * refuses in words.
 *
 * @example
 * groupsOfLines("income / low: eth, MWI") // => { income: { low: ["ETH", "MWI"] } }
 */
export function groupsOfLines(text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return undefined;
  const attributes = new Map<string, Map<string, readonly string[]>>();
  for (const line of lines) {
    const found = /^([^/:]+)\/([^:]+):(.*)$/.exec(line);
    if (!found) return text;
    const [attribute, group, areas] = [found[1]!.trim(), found[2]!.trim(), codes(found[3]!)];
    const groups = attributes.get(attribute) ?? new Map<string, readonly string[]>();
    attributes.set(attribute, groups.set(group, [...(groups.get(group) ?? []), ...areas]));
  }
  return Object.fromEntries([...attributes].map(([name, groups]) => [name, Object.fromEntries(groups)]));
}

const codes = (text: string): readonly string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== "");
