// Builds the text of an HTML document while its tree is walked: one stretch per block, offsets kept.

import { type CodePoints, codePointsOf, type Span } from "#kernel";

export class HtmlText {
  readonly #parts: string[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends text and gives its UTF-16 offsets. */
  add(text: string): [start: number, end: number] {
    const start = this.#length;
    this.#parts.push(text);
    this.#length += text.length;
    return [start, this.#length];
  }

  /** Appends a break unless the text is still empty. */
  separate(by: string): void {
    if (this.#length > 0) this.add(by);
  }

  finish(): {
    readonly text: string;
    readonly points: CodePoints;
    readonly span: (pair: readonly [number, number]) => Span;
  } {
    const text = this.#parts.join("");
    const points = codePointsOf(text);
    return { text, points, span: ([start, end]) => [points.toCodePoint(start), points.toCodePoint(end)] };
  }
}
