// The fields of forms while the blocks of a report go by: which item they belong to, and what they open.

import type { Block } from "#documents";
import type { FieldId } from "./field-names.data.ts";
import {
  actionOf,
  actionsOf,
  printedAt,
  recommendationField,
  responseField,
  valueAt,
} from "./field-reading.ts";
import type { FieldSegment } from "./form-fields.ts";
import type { Draft, Gathering } from "./gathering.ts";
import { kindsNamed } from "./kinds-named.ts";
import type { Printed } from "./passage-fields.ts";
import { noted } from "./passage-notes.ts";
import { type RawText, rawText, type Slice } from "./raw-text.ts";
import type { Section } from "./sections.ts";
import type { TableReading } from "./table-passages.ts";
import { addTemplateField } from "./table-templates.ts";

export class FormReading {
  readonly #gathering: Gathering;
  readonly #slice: Slice;
  /** The item that fields speak about, and the recommendation that a response answers. */
  #item: Draft | null = null;
  #recommendation: Draft | null = null;
  /** The field in force, whose value may follow in the next blocks. */
  #field: FieldId | null = null;
  #level = 0;

  constructor(gathering: Gathering, slice: Slice) {
    this.#gathering = gathering;
    this.#slice = slice;
  }

  /** Under an item everyday words with a colon name fields. */
  get isInItem(): boolean {
    return this.#item !== null;
  }

  /** A recommendation stands before: what follows may answer it. */
  get answersNext(): boolean {
    return this.#recommendation !== null;
  }

  get isInActions(): boolean {
    return this.#field === "actions";
  }

  /** An item begins: fields from here on are its own. */
  begin(draft: Draft): void {
    this.#item = draft;
    this.#field = null;
    if (draft.kind === "recommendation") this.#recommendation = draft;
  }

  end(): void {
    this.#item = null;
    this.#field = null;
  }

  heading(block: Block): void {
    // “Responsible” and “Unit(s)” over two lines of a table's head are one field.
    const isRestOfField = this.#field !== null && block.level === this.#level && isLooseWord(block);
    if (isRestOfField) return;
    this.#field = null;
    if (!isLooseWord(block)) this.#item = null;
  }

  /** Reads the fields of a block, the first of which may open a passage. */
  read(raw: RawText, fields: readonly FieldSegment[], block: Block, section: Section): void {
    for (const field of fields) {
      this.#field = field.id;
      this.#level = block.kind === "heading" ? (block.level ?? 1) : 0;
      if (field.id === "response") this.#openResponse(raw, block, section, field);
      else if (field.id === "lesson" || field.id === "practice") this.#openTemplate(block, section, field);
      else this.#value(field.id, raw, field.from, field.to, raw.text.slice(field.start, field.from));
    }
  }

  /** Gives the block to the field in force; what follows a field is no part of the item before it. */
  takes(block: Block): boolean {
    if (this.#field === null || this.#gathering.current !== null) return false;
    const raw = rawText(block.spans, this.#slice);
    if (this.#field === "actions") {
      const number = this.numberBefore(block);
      const action = actionOf(raw, number === null ? {} : { number });
      if (action !== null) this.#item?.notes.actions.push(action);
    } else this.#value(this.#field, raw, 0, raw.text.length, "");
    return true;
  }

  /** Adds what a table says: passages of its own, or more about the item before it. */
  table(reading: TableReading | undefined, close: () => void): void {
    if (reading === undefined || !reading.isForm) return;
    const first = reading.drafts[0];
    if (first !== undefined) {
      const label = this.#gathering.dropHeadingOf(first.kind);
      for (const [i, draft] of reading.drafts.entries()) {
        const labelled =
          i === 0 && draft.label === null && label !== null
            ? { ...draft, label, printedLabel: label }
            : draft;
        this.#gathering.put(labelled);
        this.begin(labelled);
      }
    }
    const item = this.#item ?? this.#recommendation;
    if (item !== null) {
      const target =
        item.kind === "recommendation" || this.#recommendation === null ? item : this.#recommendation;
      target.notes.recommendation = noted(target.notes.recommendation, reading.recommendation);
      item.notes.actions.push(...reading.actions);
    }
    this.#gathering.close();
    close();
    if (first !== undefined) return;
    // The rest of the form is no passage.
    this.#field = "form";
    this.#level = 0;
  }

  /** The printed number of a block, which stands before its spans. */
  numberBefore(block: Block): Printed | null {
    const printed = block.printedLabel ?? block.number;
    const start = block.spans[0]?.[0];
    if (printed === undefined || start === undefined) return null;
    const first = Math.max(0, start - longestNumber);
    const before = this.#slice(first, start);
    const at = before.lastIndexOf(printed);
    // Numbers that the program wrote by itself (lists of word processors) are printed nowhere.
    return {
      printed,
      spans:
        at < 0
          ? []
          : [
              [
                first + [...before.slice(0, at)].length,
                first + [...before.slice(0, at + printed.length)].length,
              ],
            ],
    };
  }

  #openResponse(raw: RawText, block: Block, section: Section, field: FieldSegment): void {
    const name = raw.text
      .slice(field.start, field.from)
      .replace(/\s+/g, " ")
      .replace(/^[\s*_•–-]+|[\s:*_.–—-]+$/g, "");
    const label = this.#recommendation?.label ?? null;
    if (this.#recommendation === null) return;
    const draft = this.#gathering.open(block, section, {
      kind: "management-response",
      label,
      printedLabel: null,
      skip: field.from,
      ...(field.to < raw.text.length ? { end: field.to } : {}),
      confidence: 0.93,
      reason:
        name === ""
          ? `It answers the recommendation${label === null ? "" : ` ${label}`} above it.`
          : `The field “${name}” under recommendation${label === null ? "" : ` ${label}`}.`,
    });
    this.#item = draft;
    this.#field = null;
  }

  #openTemplate(block: Block, section: Section, field: FieldSegment): void {
    const kind = field.id === "lesson" ? "lesson-learned" : "good-practice";
    const label = this.#gathering.dropHeadingOf(kind);
    const draft = this.#gathering.open(block, section, {
      kind,
      label,
      printedLabel: label,
      skip: field.from,
      confidence: 0.9,
      reason: "The field of a template that describes it.",
    });
    this.#item = draft;
    this.#field = null;
  }

  #value(id: FieldId, raw: RawText, from: number, to: number, name: string): void {
    const item = this.#item;
    const printed = isText(id) ? printedAt(raw, from, to) : valueAt(raw, from, to);
    if (item === null || printed === null) return;
    if (id === "actions") {
      item.notes.actions.push(...actionsOf(rawText(printed.spans, this.#slice), {}));
      return;
    }
    addTemplateField(item.notes, id, rawText(printed.spans, this.#slice));
    if (item.kind === "management-response")
      item.notes.response = noted(item.notes.response, responseField(id, printed));
    else item.notes.recommendation = noted(item.notes.recommendation, recommendationField(id, printed, name));
  }
}

const values: ReadonlySet<FieldId> = new Set([
  "addressees",
  "priority",
  "time-frame",
  "resources",
  "linked",
  "status",
]);
const isText = (id: FieldId) => !values.has(id);
/** Numbers, blanks and line ends before a block's text. */
const longestNumber = 16;
const longestLooseWord = 20;
const isLooseWord = (block: Block) =>
  block.number === undefined && block.text.length <= longestLooseWord && kindsNamed(block.text).length === 0;
