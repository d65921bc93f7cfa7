// Walks the blocks of a report in reading order and gathers passages: what each block is depends on what
// was announced before it. The rules themselves stand in files of their own.

import type { Block, ReadDocument } from "#documents";
import type { Language } from "#kernel";
import type { PassageKind } from "#records";
import { announcerOf, codedKinds, followedByList, itemKindOf, kindsNamedIn, passesBy } from "./announcers.ts";
import { verdictIn } from "./field-values.ts";
import { folded, foldedInPlace } from "./folded.ts";
import { type FieldSegment, fieldsIn } from "./form-fields.ts";
import { FormReading } from "./form-reading.ts";
import { Gathering, type Placed } from "./gathering.ts";
import { isInventoryTable } from "./inventory-table.ts";
import { itemPlan } from "./item-plan.ts";
import type { Role } from "./item-role.ts";
import { itemKinds, ownVoice } from "./kind-words.data.ts";
import { kindsNamed } from "./kinds-named.ts";
import { kindAnnounced } from "./lead-in.ts";
import { namedItem } from "./named-item.ts";
import { remarkFields } from "./passage-notes.ts";
import { proseKind } from "./prose-kind.ts";
import { isStatement } from "./prose-shape.ts";
import { rawText, type Slice } from "./raw-text.ts";
import { type Answers, recurringAnswers, startOfAnswer } from "./recurring-answers.ts";
import type { Section, SectionedBlocks } from "./sections.ts";
import { readTable, type TableReading } from "./table-passages.ts";
import { toldInTurn } from "./told-in-turn.ts";

/** Names stand among the first characters of a block. */
const longestStart = 240;

export class ReportWalk {
  readonly #blocks: readonly Block[];
  readonly #sections: readonly Section[];
  readonly #slice: Slice;
  readonly #language: Language | null;
  readonly #tables: ReadonlyMap<number, TableReading>;
  readonly #roles: ReadonlyMap<number, Role>;
  readonly #answers: Answers;
  readonly #namedIn: ReadonlyMap<Section, ReadonlySet<PassageKind>>;
  /** Kinds whose items a chapter names by initials (“R1”): they mean the same elsewhere in the report. */
  readonly #coded: readonly PassageKind[];
  readonly #gathering: Gathering;
  readonly #form: FormReading;
  /** Kind of the items that the last sentence announced, and that sentence. */
  #announced: PassageKind | null = null;
  #leadIn = "";
  /** Number of the paragraph in force. */
  #numbered: string | null = null;

  constructor(document: ReadDocument, { blocks, sections }: SectionedBlocks, slice: Slice) {
    this.#blocks = blocks;
    this.#sections = sections;
    this.#slice = slice;
    this.#language = document.language;
    this.#tables = tablesRead(document, { blocks, sections }, slice);
    this.#answers = recurringAnswers(blocks, sections);
    this.#roles = itemPlan({
      blocks,
      sections,
      answers: this.#answers,
      language: document.language,
      tablesWithItems: new Set(
        [...this.#tables].flatMap(([at, { drafts }]) => (drafts.length > 0 ? [at] : [])),
      ),
    });
    this.#namedIn = kindsNamedIn(blocks, sections);
    this.#coded = codedKinds(blocks, sections);
    this.#gathering = new Gathering(slice);
    this.#form = new FormReading(this.#gathering, slice);
  }

  /** The passages of all blocks, each with the section it stands in. */
  passages(): readonly Placed[] {
    for (const [i, block] of this.#blocks.entries()) {
      if (passesBy(block)) continue;
      const section = this.#sections[i]!;
      if (section.isForeign) {
        this.#gathering.close();
        this.#form.end();
        this.#announced = null;
        continue;
      }
      const role = this.#roles.get(i);
      if (block.kind === "table")
        this.#form.table(this.#tables.get(i), () => {
          this.#announced = null;
        });
      else if (this.#name(block, section, i) || this.#field(block, section, i)) continue;
      else if (block.kind === "heading") {
        // Numbered actions in plain text look like headings.
        if (block.number === undefined || !this.#form.isInActions || !this.#form.takes(block))
          this.#heading(block, section, role);
      } else if (role?.is === "item") this.#item(block, section, role);
      else if (this.#form.takes(block)) continue;
      else if (role?.is === "aside") this.#aside(block);
      else if (this.#gathering.takes(block, role?.is === "part")) continue;
      else if (role !== undefined) continue;
      else if (block.kind === "list-item") this.#listItem(block, section, i);
      else this.#paragraph(block, section, i);
    }
    return this.#gathering.finished();
  }

  /** “Recommendation 3: …” */
  #name(block: Block, section: Section, position: number): boolean {
    const named = namedItem(this.#startOf(block), [...section.kinds, ...this.#coded]);
    if (named === null || (block.kind === "heading" && !itemKinds.has(named.kind) && named.length === 0))
      return false;
    const raw = rawText(block.spans, this.#slice);
    const fields = fieldsIn(raw.text, true).filter(({ start }) => start > named.length);
    const isAnswer =
      named.kind === "recommendation" && this.#isAnswered(raw.text.slice(named.length), position);
    const draft = this.#gathering.open(block, section, {
      kind: isAnswer ? "management-response" : named.kind,
      label: named.label,
      printedLabel: named.printed,
      skip: named.length,
      ...cut(fields),
      // A box inside another chapter (“Good practice: …”) is one paragraph.
      ...(named.label === null && block.kind === "heading" && !section.parent?.kinds.includes(named.kind)
        ? { longest: 1 }
        : {}),
      confidence: 0.95,
      reason: `It names itself “${named.printed}”.`,
    });
    if (named.kind === "recommendation" && !isAnswer) {
      const spans = raw.spansOf(0, nameEnd(raw.text, named.printed));
      draft.notes.recommendation = {
        ...(named.label === null ? {} : { number: { printed: named.printed, spans, value: named.label } }),
        ...(named.remark === null ? {} : remarkFields(raw, ...named.remark)),
      };
    }
    this.#announced = null;
    this.#form.begin(draft);
    this.#form.read(raw, fields, block, section);
    return true;
  }

  /** “Recommendation 3. Accepted. …”, in one paragraph or below the name. */
  #isAnswered(said: string, position: number): boolean {
    if (said.trim() !== "") return answersAtOnce(said);
    const next = this.#blocks.slice(position + 1).find((block) => !passesBy(block));
    return next?.kind === "paragraph" && answersAtOnce(next.text);
  }

  /** “Management response – accept”, “Key actions:”, “Priority: High” */
  #field(block: Block, section: Section, position: number): boolean {
    const role = this.#roles.get(position);
    // “7. Management response” is a chapter, not a field.
    if (block.kind === "heading" && block.number !== undefined) return false;
    const raw = rawText(block.spans, this.#slice);
    const fields = this.#answerOf(position, raw.text) ?? fieldsIn(raw.text, this.#form.isInItem);
    const first = fields[0];
    if (first === undefined) return false;
    if (
      block.kind === "heading" &&
      kindsNamed(block.text).includes("management-response") &&
      !this.#form.isInItem
    )
      return false;
    if (first.start > 3 && !/^[\s*_•▪■◦►▶➤–-]*$/u.test(raw.text.slice(0, first.start))) {
      // The fields stand behind the item's own words.
      if (
        block.kind === "heading" ||
        role?.is === "item" ||
        !this.#gathering.takes(block, true, endOfWords(fields))
      )
        return false;
    } else this.#gathering.close();
    this.#announced = null;
    this.#form.read(raw, fields, block, section);
    return true;
  }

  /** An answer below a recommendation, whatever its name: a field that fills its block. */
  #answerOf(position: number, text: string): readonly FieldSegment[] | null {
    const form = this.#answers.get(position);
    if (form === undefined || !this.#form.answersNext) return null;
    return [{ id: "response", start: 0, from: startOfAnswer(text, form), to: text.length }];
  }

  #heading(block: Block, section: Section, role: Role | undefined): void {
    this.#form.heading(block);
    if (role?.is === "item") {
      this.#item(block, section, role);
      return;
    }
    // “Recommendation 1” over a heading that says it.
    const current = this.#gathering.current;
    if (
      current !== null &&
      current.spans.length === 0 &&
      role?.is === "part" &&
      this.#gathering.takes(block, true)
    )
      return;
    this.#gathering.close();
    this.#announced = null;
    this.#numbered = null;
  }

  #item(block: Block, section: Section, role: Extract<Role, { is: "item" }>): void {
    const raw = rawText(block.spans, this.#slice);
    const turns = block.kind === "paragraph" ? toldInTurn(raw.text) : [];
    if (turns.length > 0 && role.label === undefined) {
      this.#announced = null;
      for (const { from, to } of turns)
        this.#gathering.add(block, section, {
          kind: role.kind,
          label: null,
          printedLabel: null,
          paragraph: this.#numbered,
          confidence: 0.6,
          reason: `${role.reason} The paragraph tells ${turns.length} in turn.`,
          skip: from,
          end: to,
        });
      return;
    }
    const fields = fieldsIn(raw.text, true).filter(({ start }) => start > 3);
    const finding = {
      kind: role.kind,
      label: role.label ?? block.label ?? block.number ?? null,
      printedLabel: block.printedLabel ?? null,
      paragraph: block.kind === "paragraph" ? (block.number ?? null) : this.#numbered,
      confidence: role.confidence,
      reason: role.reason,
      ...cut(fields),
    };
    const draft = role.takes
      ? this.#gathering.open(block, section, finding)
      : this.#gathering.add(block, section, finding);
    this.#announced = null;
    if (draft === null) return;
    const number = this.#form.numberBefore(block);
    if (draft.kind === "recommendation" && number !== null && draft.label !== null)
      draft.notes.recommendation = { number: { ...number, value: draft.label } };
    this.#form.begin(draft);
    this.#form.read(raw, fields, block, section);
  }

  /** What leads to items, or stands between them without belonging to one. */
  #aside(block: Block): void {
    this.#gathering.close();
    if (block.kind === "paragraph")
      this.#numbered = block.number ?? (/:\s*$/.test(block.text) ? this.#numbered : null);
  }

  #listItem(block: Block, section: Section, position: number): void {
    if (this.#announced !== null) {
      this.#gathering.add(block, section, {
        kind: this.#announced,
        label: block.label ?? block.number ?? null,
        printedLabel: block.printedLabel ?? null,
        paragraph: this.#numbered,
        confidence: 0.98,
        reason: `Item of the list announced by “${shortened(this.#leadIn)}”.`,
      });
      return;
    }
    if (this.#gathering.continueLast(block, position)) return;
    const own = section.own ? section.kinds[0] : undefined;
    const before = this.#blocks.slice(0, position).findLast((other) => !passesBy(other));
    // Bullets right under “Key findings” are the findings.
    if (own !== undefined && stated.has(own) && (before?.kind === "heading" || before?.kind === "list-item"))
      if (block.text.split(/\s+/).length >= 5)
        this.#gathering.add(block, section, {
          kind: own,
          label: block.label ?? block.number ?? null,
          printedLabel: block.printedLabel ?? null,
          paragraph: null,
          confidence: 0.8,
          reason: `Item of a list under the heading “${section.heading}”.`,
        });
  }

  #paragraph(block: Block, section: Section, position: number): void {
    const wasAnnounced = this.#announced;
    this.#announced = null;
    if (wasAnnounced !== null && block.number !== undefined && this.#isNext(position)) {
      this.#gathering.add(block, section, {
        kind: wasAnnounced,
        label: block.number,
        printedLabel: block.printedLabel ?? null,
        paragraph: null,
        confidence: 0.9,
        reason: `Item of the list announced by “${shortened(this.#leadIn)}”.`,
      });
      this.#announced = wasAnnounced;
      return;
    }
    this.#numbered = block.number ?? (/:["”’»)\]*\s]*$/.test(block.text) ? this.#numbered : null);
    if (followedByList(this.#blocks, position) || this.#isBeforeNumbers(position)) {
      this.#announced = this.#announcedBy(block.text, section);
      this.#leadIn = block.text;
      if (this.#announced !== null) return;
    }
    if (itemKindOf(section) !== null && section.kinds.every((kind) => itemKinds.has(kind))) return;
    const owner = announcerOf(section);
    const named = owner === null ? undefined : this.#namedIn.get(owner);
    const prose = isStatement(block) ? proseKind(block.text, section, named) : null;
    if (prose !== null)
      this.#gathering.add(block, section, {
        ...prose,
        label: null,
        printedLabel: null,
        paragraph: block.number ?? null,
        position,
      });
  }

  /** What a context or a chapter on method lists as recommendations or lessons, others gave. */
  #announcedBy(text: string, section: Section): PassageKind | null {
    const kind = kindAnnounced(text);
    const isOthers =
      (kind === "recommendation" || kind === "lesson-learned") &&
      section.kinds.some((own) => own === "background" || own === "method");
    // “Union leaders recommended the following:” is what others want.
    const isWish = kind === "recommendation" && !section.inSummary && !ownVoice.test(folded(text));
    return isOthers || isWish ? null : kind;
  }

  /** A paragraph that leads to “1. …”. */
  #isBeforeNumbers(position: number): boolean {
    const next = this.#blocks.slice(position + 1).find((block) => !passesBy(block));
    return (
      next?.kind === "paragraph" &&
      next.number === "1" &&
      /:["”’»)\]*\s]*$/.test(this.#blocks[position]!.text)
    );
  }

  /** Numbered on from the paragraph before, or the first. */
  #isNext(position: number): boolean {
    const before = this.#blocks.slice(0, position).findLast((block) => !passesBy(block));
    const number = Number(this.#blocks[position]!.number);
    return number === 1 || Number(before?.number) === number - 1;
  }

  #startOf(block: Block): string {
    const span = block.spans[0];
    return span === undefined ? "" : this.#slice(span[0], Math.min(span[1], span[0] + longestStart));
  }
}

/** Several fields behind an item's words are a sheet of their own; a single one ends its sentence, but for the response. */
const endOfWords = (fields: readonly FieldSegment[]) =>
  fields.length >= 2 || fields[0]?.id === "response" ? fields[0]!.start : undefined;
const cut = (fields: readonly FieldSegment[]) => {
  const end = endOfWords(fields);
  return end === undefined ? {} : { end };
};

/** “Recommendation 3. Accepted. …” answers the recommendation. */
const answersAtOnce = (text: string) => {
  const start = foldedInPlace(text.slice(0, 60));
  const verdict = verdictIn(start);
  if (verdict === null || verdict.start > 3 || !/^(?:\p{Lu}|\s*$)/u.test(text)) return false;
  // “Accept photographs as proof”, “Aceptar el certificado”: what is to be accepted makes it advice.
  const order = ordersTo.exec(start.slice(verdict.start));
  return order === null || /^\s*(?:$|[.,;:–—(/-])/.test(start.slice(verdict.start + order[0].length));
};
const ordersTo =
  /^(?:accept|agree|concur|endorse|approve|reject|decline|accepter|approuver|souscrire|rejeter|refuser|aceptar|rechazar|aceitar|rejeitar|recusar|concordar)\b/;

/** Kinds of running text that lists state as well. */
const stated: ReadonlySet<PassageKind> = new Set(["finding", "conclusion", "limitation"]);

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text);

/** Where a printed name ends in the raw text, whose white space may differ. */
function nameEnd(raw: string, printed: string): number {
  let at = /^[\s*_►▶#•-]*/u.exec(raw)![0].length;
  for (const letter of printed.replace(/\s/g, "")) {
    while (at < raw.length && raw[at] !== letter) at++;
    at++;
  }
  return at;
}

/** What every table says, by the position of its block; lists of reports and tables of others say nothing. */
function tablesRead(
  document: ReadDocument,
  { blocks, sections }: SectionedBlocks,
  slice: Slice,
): ReadonlyMap<number, TableReading> {
  const read = new Map<number, TableReading>();
  const byStart = new Map(document.tables.map((table) => [table.spans[0]?.[0], table]));
  for (const [i, block] of blocks.entries()) {
    const section = sections[i]!;
    const table = block.kind === "table" ? byStart.get(block.spans[0]?.[0]) : undefined;
    if (table === undefined || section.isForeign || isInventoryTable(table)) continue;
    read.set(i, readTable(table, { document, section, slice }));
  }
  return read;
}
