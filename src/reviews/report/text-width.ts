// How long a text is when it is drawn, without a drawing surface: near enough to break lines, a little wide
// rather than narrow.

const narrow = /[ijl.,:;'’|!()[\]ftrI]/u;
const wide = /[mwMWÆŒ%@—–]/u;
const capital = /\p{Lu}/u;

/** Width in pixels at a size of type, for a sans serif. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text)
    ems += narrow.test(letter) ? 0.32 : wide.test(letter) ? 0.92 : capital.test(letter) ? 0.72 : 0.565;
  return ems * size * (bold ? 1.06 : 1);
}

/** The text in lines of at most a width, broken at blanks; a longer word stands alone on its line. */
export function linesOf(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
