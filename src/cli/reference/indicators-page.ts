import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { code, page, table } from "./markdown.ts";

type Catalogue = {
  readonly version: string;
  readonly evidence: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly label: { readonly en: string };
    readonly form: string;
    readonly level: string;
    readonly group: string;
    readonly direction: 1 | -1;
    readonly unit: string;
    readonly evidence: { readonly tag: string; readonly confidence?: string };
  }[];
};

type Definition = {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly en: string };
  readonly reconstruction: boolean;
  readonly evidence?: string;
  readonly nodes: readonly {
    readonly direction?: number;
    readonly role?: string;
    readonly weight?: number;
  }[];
};

const json = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

export function indicatorsPage(root: string): string {
  const catalogue = json<Catalogue>(join(root, "definitions", "indicators.json"));
  const folder = join(root, "definitions", "indexes");
  const definitions = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, ...json<Definition>(join(folder, name)) }));
  const forms = [...new Set(catalogue.indicators.map(({ form }) => form))];
  return page(
    "Indicators and index definitions",
    `Catalogue version ${catalogue.version}. ${catalogue.evidence}`,
    "## Index definitions",
    table(
      ["file", "title", "version", "indicators", "reconstruction", "what it rests on"],
      definitions.map((definition) => [
        code(`definitions/indexes/${definition.name}`),
        definition.title.en,
        definition.version,
        String(definition.nodes.filter(({ direction }) => direction !== undefined).length),
        definition.reconstruction ? "yes" : "no",
        definition.evidence ?? "",
      ]),
    ),
    ...forms.map((form) =>
      [
        `## ${form}`,
        table(
          ["id", "label", "level", "group", "more is", "unit", "known from"],
          catalogue.indicators
            .filter((indicator) => indicator.form === form)
            .map(({ id, label, level, group, direction, unit, evidence }) => [
              code(id),
              label.en,
              level,
              group,
              direction === 1 ? "better" : "worse",
              unit,
              evidence.confidence ? `${evidence.tag} (${evidence.confidence})` : evidence.tag,
            ]),
        ),
      ].join("\n\n"),
    ),
  );
}
