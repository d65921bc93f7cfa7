// Walks the blocks of a report in reading order and gathers passages: what each block is depends on what
// was announced before it. The rules themselves stand in files of their own.

import type { Block, Table } from "#documents";
import type { PassageKind } from "#records";
import { announcerOf, announcersWithItems, followedByList, itemKindOf, passesBy } from "./announcers.ts";
import { formField } from "./form-fields.ts";
import { Gathering } from "./gathering.ts";
import { itemKinds } from "./kind-words.data.ts";
import { kindAnnounced } from "./lead-in.ts";
import { namedItem } from "./named-item.ts";
import type { Passage } from "./passage.ts";
import { proseKind } from "./prose-kind.ts";
import { kindsNamed, type Section } from "./sections.ts";

type Slice = (start: number, end: number) => string;

/** Names and fields stand among the first characters of a block. */
const longestStart = 240;

export class ReportWalk {
  readonly #blocks: readonly Block[];
  readonly #sections: readonly Section[];
  readonly #tables: readonly Table[];
  readonly #slice: Slice;
  readonly #withItems: ReadonlyMap<Section, "listed" | "numbered">;
  readonly #gathering: Gathering;
  /** Kind of the items that the last sentence announced, and that sentence. */
  #announced: PassageKind | null = null;
  #leadIn = "";
  /** Number of the paragraph in force. */
  #numbered: string | null = null;
  /** Label of the last recommendation that named itself: a response without label answers it. */
  #recommended: string | null = null;
  /** Inside a field of a form that holds no passage, such as “Time frame”. */
  #inOtherField = false;
  #fieldLevel = 0;

  constructor(
    blocks: readonly Block[],
    sections: readonly Section[],
    tables: readonly Table[],
    slice: Slice,
  ) {
    this.#blocks = blocks;
    this.#sections = sections;
    this.#tables = tables;
    this.#slice = slice;
    this.#withItems = announcersWithItems(blocks, sections);
    this.#gathering = new Gathering(slice);
  }

  /** The passages of all blocks that are no tables. */
  passages(): readonly Passage[] {
    for (const [i, block] of this.#blocks.entries()) {
      if (passesBy(block)) continue;
      const section = this.#sections[i]!;
      if (block.kind === "table") this.#table(block);
      else if (this.#name(block, section) || this.#field(block, section)) continue;
      else if (block.kind === "heading") this.#heading(block);
      else if (this.#gathering.takes(block) || this.#inOtherField) continue;
      else if (block.kind === "list-item") this.#listItem(block, section, i);
      else this.#paragraph(block, section, i);
    }
    this.#gathering.close();
    return this.#gathering.passages;
  }

  /** The table of actions in a response form ends the response. */
  #table(block: Block): void {
    const start = block.spans[0]?.[0];
    const table = this.#tables.find(({ spans }) => spans[0]?.[0] === start);
    const head = table?.rows[0]?.cells[0]?.text ?? "";
    if (formField(head)?.kind !== null) return;
    this.#gathering.close();
    this.#announced = null;
    this.#inOtherField = true;
    this.#fieldLevel = 0;
  }

  /** “Recommendation 3: …” */
  #name(block: Block, section: Section): boolean {
    const named = namedItem(this.#startOf(block), section.kinds);
    if (named === null || (block.kind === "heading" && !itemKinds.has(named.kind) && named.length === 0))
      return false;
    this.#gathering.open(block, section, {
      kind: named.kind,
      label: named.label,
      printedLabel: named.printed,
      skip: named.length,
      confidence: 0.95,
      reason: `It names itself “${named.printed}”.`,
    });
    this.#announced = null;
    this.#inOtherField = false;
    if (named.kind === "recommendation") this.#recommended = named.label;
    return true;
  }

  /** “Management response – accept”, “Key actions:” */
  #field(block: Block, section: Section): boolean {
    const field = formField(this.#startOf(block));
    // “7. Management response” is a chapter, not a field.
    if (field === null || (block.kind === "heading" && block.number !== undefined)) return false;
    this.#gathering.close();
    this.#inOtherField = field.kind === null;
    this.#fieldLevel = block.kind === "heading" ? (block.level ?? 1) : 0;
    this.#announced = null;
    const isResponse = field.kind === "management-response";
    if (field.kind !== null && (!isResponse || this.#recommended !== null))
      this.#gathering.open(block, section, {
        kind: field.kind,
        label: isResponse ? this.#recommended : null,
        printedLabel: null,
        skip: field.length,
        confidence: isResponse ? 0.93 : 0.9,
        reason: isResponse
          ? `The field “Management response” under recommendation ${this.#recommended}.`
          : "The field of a template that describes it.",
      });
    return true;
  }

  #heading(block: Block): void {
    // “Responsible” and “Unit(s)” over two lines of a table's head are one field.
    const isRestOfField = this.#inOtherField && block.level === this.#fieldLevel && isLooseWord(block);
    if (!isRestOfField) this.#inOtherField = false;
    this.#gathering.close();
    this.#announced = null;
    this.#numbered = null;
  }

  #listItem(block: Block, section: Section, position: number): void {
    const announced = this.#announced;
    const kind = announced ?? itemKindOf(section);
    if (kind === null) {
      this.#gathering.continueLast(block, position);
      return;
    }
    this.#gathering.add(block, section, {
      kind,
      label: block.label ?? block.number ?? null,
      printedLabel: block.printedLabel ?? null,
      paragraph: this.#numbered,
      confidence: announced !== null ? 0.98 : block.label === undefined ? 0.9 : 0.93,
      reason:
        announced !== null
          ? `Item of the list announced by “${shortened(this.#leadIn)}”.`
          : `Item of a list under the heading “${section.heading}”.`,
    });
  }

  #paragraph(block: Block, section: Section, position: number): void {
    this.#announced = null;
    this.#numbered = block.number ?? (this.#gathering.isLeadIn(block) ? this.#numbered : null);
    if (followedByList(this.#blocks, position)) {
      this.#announced = kindAnnounced(block.text);
      this.#leadIn = block.text;
      if (this.#announced !== null || itemKindOf(section) !== null) return;
    }
    const owner = announcerOf(section);
    const items = owner === null ? undefined : this.#withItems.get(owner);
    const kind = section.kinds[0];
    if (items === "numbered" && block.number !== undefined && kind !== undefined && itemKinds.has(kind)) {
      this.#gathering.add(block, section, {
        kind,
        label: block.number,
        printedLabel: block.printedLabel ?? null,
        paragraph: block.number,
        confidence: 0.85,
        reason: `Numbered paragraph under the heading “${section.heading}”.`,
      });
      return;
    }
    const prose = isProse(block) ? proseKind(block.text, section, items !== undefined) : null;
    if (prose !== null)
      this.#gathering.add(block, section, {
        ...prose,
        label: null,
        printedLabel: null,
        paragraph: block.number ?? null,
        position,
      });
  }

  #startOf(block: Block): string {
    const span = block.spans[0];
    return span === undefined ? "" : this.#slice(span[0], Math.min(span[1], span[0] + longestStart));
  }
}

const longestLooseWord = 20;
const isLooseWord = (block: Block) =>
  block.number === undefined && block.text.length <= longestLooseWord && kindsNamed(block.text).length === 0;

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text);

/** Long enough to say something; captions, dates and addresses are shorter. */
const shortestProse = 60;
/** Words of the shortest sentence that counts, shorter than which a sentence says nothing by itself. */
const fewestWords = 3;
const caption =
  /^[\W_]*(?:figure|table|box|tableau|figura|tabla|cuadro|tabela|quadro|source|note|fuente|fonte)\b\s*[\dIVX:.]/iu;
/** A short paragraph is running text too when it is a sentence; captions, form fields and torn ends are not. */
const isSentence = (text: string) =>
  !/^[\s"“«(]*\p{Ll}/u.test(text) &&
  /\p{Ll}[.!?…]["”’»)\s]*$/u.test(text) &&
  text.trim().split(/\s+/).length >= fewestWords;

const isProse = (block: Block) =>
  block.kind === "paragraph" &&
  (block.text.length >= shortestProse || isSentence(block.text)) &&
  !caption.test(block.text);
