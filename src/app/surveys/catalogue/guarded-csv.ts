// Rows as CSV that no spreadsheet takes for formulas, from rows as CSV as they are.

const quote = '"';
/** What a spreadsheet begins to reckon at; a number with its sign is left as it is. */
const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);

/**
 * The same rows with an apostrophe before each cell that a spreadsheet would take for a formula. Cells are cut as
 * RFC 4180 has them; memory holds a piece and a cell.
 *
 * @param pieces CSV in UTF-8, cut anywhere
 */
export async function* guardedCsv(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let cell = "";
  let quoted = false;
  const closed = () => {
    const text = cell;
    cell = "";
    const isQuoted = text.startsWith(quote);
    return isFormula(isQuoted ? text.slice(1, -1) : text)
      ? isQuoted
        ? `${quote}'${text.slice(1)}`
        : `'${text}`
      : text;
  };
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    let out = "";
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      // A doubled quotation mark closes and opens again.
      if (sign === quote) quoted = !quoted;
      else if (!quoted && (sign === "," || sign === "\n")) {
        cell += text.slice(from, at);
        out += closed() + sign;
        from = at + 1;
      }
    }
    cell += text.slice(from);
    if (out !== "") yield encoder.encode(out);
  }
  cell += decoder.decode();
  if (cell !== "") yield encoder.encode(closed());
}
