// PostgreSQL stores neither U+0000 nor lone surrogates; both occur in the text of damaged PDF files. Each
// becomes one replacement character U+FFFD, so that code-point offsets still hold.

import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type RootOperationNode,
  type ValueNode,
} from "kysely";

/** A text as the database can keep it, of the same length in code points. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** JSON text of a value, every string in it storable. The order of keys is kept. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storableText(part) : part));

/** JSON text made elsewhere, storable: made anew where an escape in it may stand for what the database refuses. */
export const storableJsonText = (json: string): string =>
  /\\u(?:0000|d[89a-f])/i.test(json) ? storableJson(JSON.parse(json)) : json;

const storable = (value: unknown) => (typeof value === "string" ? storableText(value) : value);

class StorableValues extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...super.transformValue(node), value: storable(node.value) };
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node), values: node.values.map(storable) };
  }
}

/** Makes every text parameter of every statement storable. */
export class StorableText implements KyselyPlugin {
  readonly #values = new StorableValues();
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#values.transformNode(args.node, args.queryId);
  }
  async transformResult(args: PluginTransformResultArgs) {
    return args.result;
  }
}
