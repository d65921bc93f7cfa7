// The elements of a JSON list with their lines; where the whole is broken, those that are whole by themselves.

export type JsonElement = {
  readonly value: unknown;
  readonly line: number;
  readonly text: string;
  /** Why it has no value. */
  readonly why: string | null;
};

/** Where each element of the first list begins and ends, by brackets outside of texts. */
function elementSpans(text: string): readonly (readonly [start: number, end: number])[] | null {
  const from = text.indexOf("[");
  if (from === -1) return null;
  const spans: [number, number][] = [];
  let depth = 0;
  let start = from + 1;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== "") spans.push([start, end]);
    start = end + 1;
  };
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === "\\") i++;
    } else if (char === "{" || char === "[") depth++;
    else if (char === "}" || (char === "]" && depth > 0)) depth--;
    else if (char === "]") {
      close(i);
      return spans;
    } else if (char === "," && depth === 0) close(i);
  }
  close(text.length);
  return spans;
}

/** Null where there is no list. An element that is no JSON has a reason in place of a value. */
export function jsonElements(text: string): readonly JsonElement[] | null {
  const spans = elementSpans(text);
  if (spans === null) return null;
  let line = 1;
  let at = 0;
  return spans.map(([start, end]) => {
    const raw = text.slice(start, end);
    const first = start + (raw.length - raw.trimStart().length);
    for (let i = text.indexOf("\n", at); i !== -1 && i < first; i = text.indexOf("\n", i + 1)) line++;
    at = first;
    try {
      return { value: JSON.parse(raw) as unknown, line, text: raw.trim(), why: null };
    } catch {
      return { value: null, line, text: raw.trim(), why: "it is no valid JSON" };
    }
  });
}
