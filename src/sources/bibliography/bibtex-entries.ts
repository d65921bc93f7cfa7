// A BibTeX text to entries with their fields as they stand there. A broken entry costs at most the field in
// which it breaks: reading goes on at the next field, at the latest at the next entry.

import type { SkippedLine } from "./reading.ts";

export type BibtexField = { readonly name: string; readonly raw: string };
export type BibtexEntry = {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly BibtexField[];
  readonly line: number;
  /** What is broken about it; null where it is whole. */
  readonly fault: string | null;
};

const entryStart = /(?:^|\n)[ \t]*@[ \t]*([A-Za-z]+)\s*([{(])/g;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

type Cursor = { at: number; readonly text: string; readonly end: number };

const skipBlanks = (cursor: Cursor, also = ""): void => {
  while (
    cursor.at < cursor.end &&
    (/\s/.test(cursor.text[cursor.at]!) || also.includes(cursor.text[cursor.at]!))
  )
    cursor.at++;
};

/** Position behind the closing mark of a value that begins at `from`, or null where it never closes. */
function closingOf(text: string, from: number, end: number, close: "}" | '"'): number | null {
  let depth = 0;
  for (let i = from; i < end; i++) {
    const char = text[i];
    if (char === "\\") i++;
    else if (char === close && depth === 0) return i;
    else if (char === "{") depth++;
    else if (char === "}") depth--;
    if (depth < 0) return null;
  }
  return null;
}

/** One value: parts in braces, in quotes or bare, joined by `#`; null where it is broken. */
function valueAt(cursor: Cursor, strings: ReadonlyMap<string, string>): string | null {
  const { text, end } = cursor;
  let value = "";
  for (;;) {
    skipBlanks(cursor);
    const char = text[cursor.at];
    if (char === "{" || char === '"') {
      const close = closingOf(text, cursor.at + 1, end, char === "{" ? "}" : '"');
      if (close === null) return null;
      const inner = text.slice(cursor.at + 1, close);
      // A brace too many: the value only closes where the entry does, with other fields inside.
      if (fieldOnNextLine.test(inner)) return null;
      value += inner;
      cursor.at = close + 1;
    } else {
      const bare = /^[^\s,#{}"()=@]+/.exec(text.slice(cursor.at, cursor.at + 200))?.[0];
      if (bare === undefined) return null;
      const month = months.indexOf(bare.toLowerCase());
      value += strings.get(bare.toLowerCase()) ?? (month === -1 ? bare : String(month + 1));
      cursor.at += bare.length;
    }
    skipBlanks(cursor);
    if (text[cursor.at] !== "#") return value;
    cursor.at++;
  }
}

/** The end of a value and the beginning of the next field, as programs write them: one field a line. */
const fieldOnNextLine = /[}"],[ \t]*\n[ \t]*[A-Za-z][\w:.+/-]*[ \t]*=[ \t]*["{]/;

const fieldStart = /([A-Za-z][\w:.+/-]*)\s*=\s*(?=["{\w])/g;

/** What can be told of a value that never closes: up to the next field on its line or on one below, else to the line's end. */
function brokenValue(cursor: Cursor): string {
  const { text, end } = cursor;
  const stop = text.indexOf("\n", cursor.at);
  const lineEnd = stop === -1 || stop > end ? end : stop;
  const line = text.slice(cursor.at, lineEnd);
  const next = /,\s*[A-Za-z][\w:.+/-]*\s*=\s*["{\w]/.exec(line);
  const below = next === null ? fieldOnNextLine.exec(text.slice(cursor.at, end)) : null;
  const length = next?.index ?? (below === null ? line.length : below.index + 1);
  const value = text.slice(cursor.at, cursor.at + length);
  cursor.at += length;
  return value.replace(/^\s*["{]+/, "").replace(/["},\s]+$/, "");
}

function entryAt(
  text: string,
  from: number,
  end: number,
  closer: string,
  strings: ReadonlyMap<string, string>,
): { key: string; fields: BibtexField[]; fault: string | null; at: number } {
  const cursor: Cursor = { at: from, text, end };
  const key = /^[^\s,={}"]*/.exec(text.slice(from, from + 500).trimStart())?.[0] ?? "";
  skipBlanks(cursor);
  cursor.at += key.length;
  const fields: BibtexField[] = [];
  let fault: string | null = null;
  for (;;) {
    skipBlanks(cursor, ",");
    if (cursor.at >= end) return { key, fields, fault: fault ?? "its closing brace is missing", at: end };
    if (text[cursor.at] === closer) return { key, fields, fault, at: cursor.at + 1 };
    fieldStart.lastIndex = cursor.at;
    const name = fieldStart.exec(text);
    if (name === null || name.index >= end) {
      const close = text.lastIndexOf(closer, end);
      return {
        key,
        fields,
        fault: fault ?? "something stands in it that is no field",
        at: Math.max(close + 1, cursor.at + 1),
      };
    }
    if (name.index > cursor.at) fault ??= "something stands in it that is no field";
    // A closing brace on the way ends the entry: what follows is another matter.
    const closed = text.slice(cursor.at, name.index).indexOf(closer);
    if (closed !== -1) return { key, fields, fault, at: cursor.at + closed + 1 };
    cursor.at = name.index + name[0].length;
    const start = cursor.at;
    const value = valueAt(cursor, strings);
    if (value !== null) fields.push({ name: name[1]!.toLowerCase(), raw: value });
    else {
      fault = `the value of ${name[1]} is not closed`;
      cursor.at = start;
      fields.push({ name: name[1]!.toLowerCase(), raw: brokenValue(cursor) });
    }
  }
}

/** All entries of a text, and the lines that belong to none. */
export function bibtexEntries(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly skipped: readonly SkippedLine[];
} {
  const strings = new Map<string, string>();
  const entries: BibtexEntry[] = [];
  const skipped: SkippedLine[] = [];
  const starts = [...text.matchAll(entryStart)].map((match) => ({
    at: match.index + match[0].indexOf("@"),
    body: match.index + match[0].length,
    type: match[1]!.toLowerCase(),
    closer: match[2] === "{" ? "}" : ")",
  }));
  let line = 1;
  let counted = 0;
  const lineOf = (at: number): number => {
    for (let i = text.indexOf("\n", counted); i !== -1 && i < at; i = text.indexOf("\n", i + 1)) line++;
    counted = at;
    return line;
  };
  const skip = (from: number, to: number, why: string): void => {
    let at = from;
    for (const piece of text.slice(from, to).split("\n")) {
      if (piece.trim() !== "") skipped.push({ line: lineOf(at), text: piece.trim().slice(0, 200), why });
      at += piece.length + 1;
    }
  };
  let behind = 0;
  for (const [i, { at, body, type, closer }] of starts.entries()) {
    // What looks like the start of an entry inside a whole value is part of it.
    if (at < behind) continue;
    skip(behind, at, "it stands between two references");
    const next = starts[i + 1]?.at ?? text.length;
    if (type === "comment" || type === "preamble") {
      const close = closingOf(text, body, text.length, "}");
      behind = close === null ? next : close + 1;
      skip(at, behind, type === "comment" ? "it is a comment" : "it is a preamble for TeX");
      continue;
    }
    const whole = entryAt(text, body, text.length, closer, strings);
    // An entry that only closes behind the start of the next one has lost its own brace.
    const isWhole = whole.fault === null || whole.at <= next;
    const found = isWhole ? whole : entryAt(text, body, next, closer, strings);
    const atLine = lineOf(at);
    behind = found.at;
    if (type === "string") {
      const definition = /^\s*([^\s=]+)\s*=/.exec(text.slice(body, found.at));
      const cursor: Cursor = { at: body + (definition?.[0].length ?? 0), text, end: found.at };
      const value = definition === null ? null : valueAt(cursor, strings);
      if (value !== null) strings.set(definition![1]!.toLowerCase(), value);
      else
        skipped.push({
          line: atLine,
          text: text.slice(at, found.at).slice(0, 200),
          why: "it defines no word",
        });
    } else entries.push({ type, key: found.key, fields: found.fields, line: atLine, fault: found.fault });
  }
  skip(behind, text.length, "it stands between two references");
  return { entries, skipped };
}
