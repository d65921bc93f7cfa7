// A JSON schema in the words of a reader: `{ total: whole number, hits: Hit[] }`.

export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly description?: string;
};

const plain: Readonly<Record<string, string>> = {
  integer: "whole number",
  boolean: "true or false",
  string: "text",
};

/** Ends of 53 bits say nothing to a reader. */
const told = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

export function shapeText(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.replace(/^.*\//, "");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(shapeText))].join(" or ");
  if (schema.allOf) return schema.allOf.map(shapeText).join(" and ");
  if (schema.prefixItems) return `[${schema.prefixItems.map(shapeText).join(", ")}]`;
  if (schema.type === "array") {
    const item = schema.items ? shapeText(schema.items) : "anything";
    return item.includes(" or ") ? `list of (${item})` : `list of ${item}`;
  }
  if (schema.properties)
    return `{ ${fieldTexts(schema)
      .map(([name, text]) => `${name}: ${text}`)
      .join(", ")} }`;
  if (schema.type === "object")
    return typeof schema.additionalProperties === "object"
      ? `map of ${shapeText(schema.additionalProperties)}`
      : "object";
  if (typeof schema.type === "string") return plain[schema.type] ?? schema.type;
  return schema.type ? schema.type.join(" or ") : "anything";
}

/** Fields with their forms; `name?` may be absent. */
export function fieldTexts(schema: JsonSchema): readonly (readonly [name: string, text: string])[] {
  return Object.entries(schema.properties ?? {}).map(([name, form]) => {
    const optional = !schema.required?.includes(name) || form.default !== undefined;
    return [optional ? `${name}?` : name, shapeText(form)];
  });
}

/** Bounds and default of a field, for tables of inputs. */
export function boundsText(schema: JsonSchema): string {
  const bounds = [
    told(schema.minimum) && `at least ${schema.minimum}`,
    told(schema.maximum) && `at most ${schema.maximum}`,
    schema.minLength !== undefined && schema.minLength > 1 && `at least ${schema.minLength} characters`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
    schema.maxItems !== undefined && `at most ${schema.maxItems}`,
    schema.pattern !== undefined && `form ${schema.pattern}`,
    schema.default !== undefined && schema.default !== "" && `default ${JSON.stringify(schema.default)}`,
  ];
  return bounds.filter(Boolean).join("; ");
}
