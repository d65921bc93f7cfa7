import type { Paragraph, Place } from "./text-units.ts";

/** The first paragraph that is seen, where choosing by keyboard begins. */
export function firstInView(frame: HTMLElement | null, paragraphs: readonly Paragraph[]): Place {
  for (const piece of frame?.querySelectorAll<HTMLElement>("[data-from]") ?? []) {
    if (piece.getBoundingClientRect().top < 60) continue;
    const point = Number(piece.dataset["from"]);
    const paragraph = paragraphs.findIndex(({ spans }) =>
      spans.some(([from, to]) => from <= point && point < to),
    );
    if (paragraph >= 0) return { paragraph, at: 0 };
  }
  return { paragraph: 0, at: 0 };
}
