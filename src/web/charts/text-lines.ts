/**
 * Breaks a text into lines for an SVG picture, which has no line breaking of its own. Widths are estimated
 * from the class of each letter (the fonts are proportional sans), good to about a tenth: leave a margin.
 *
 * @param width of a line, in pixels
 * @param size of the font, in pixels
 * @example
 * textLines("one two three", 50, 12) // => ["one two", "three"]
 */
export function textLines(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Estimated width of a text in a proportional sans font, in pixels. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    if (/[\siIjl.,:;'’|!()]/.test(letter)) units += 0.29;
    else if (/[mwMW@%—]/.test(letter)) units += 0.87;
    else if (/[A-Z0-9&]/.test(letter)) units += 0.64;
    else units += 0.54;
  }
  return units * size;
}

/** A text cut to a width, with an ellipsis where something was cut. */
export function textCut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** Places items side by side, in as many rows as the width asks for. */
export function inRows<T>(
  items: readonly T[],
  width: number,
  widthOf: (item: T) => number,
): readonly { readonly item: T; readonly x: number; readonly row: number }[] {
  let x = 0;
  let row = 0;
  return items.map((item) => {
    const wide = widthOf(item);
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const placed = { item, x, row };
    x += wide;
    return placed;
  });
}
