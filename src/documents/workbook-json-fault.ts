// Where a text stops being JSON: the engine's own message says so only for some faults.

const blanks = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/**
 * Position of the first character that no JSON text can have there; the length of the text where it is cut
 * off; null where it is valid.
 */
export function jsonFault(text: string): number | null {
  let at = 0;
  const open: ("[" | "{")[] = [];
  const skip = (): string | undefined => {
    blanks.lastIndex = at;
    blanks.exec(text);
    at = blanks.lastIndex;
    return text[at];
  };
  const took = (form: RegExp): boolean => {
    form.lastIndex = at;
    if (!form.test(text)) return false;
    at = form.lastIndex;
    return true;
  };
  const key = (): boolean => {
    if (skip() !== '"' || !took(scalar) || skip() !== ":") return false;
    at++;
    return true;
  };
  for (;;) {
    const first = skip();
    if (first === "[" || first === "{") {
      at++;
      const next = skip();
      if (next !== (first === "[" ? "]" : "}")) {
        open.push(first);
        if (first === "{" && !key()) return at;
        continue;
      }
      at++;
    } else if (!took(scalar)) return at;
    // Behind a value: the next one, or the end of what it stands in.
    for (;;) {
      const inside = open.at(-1);
      const next = skip();
      if (inside === undefined) return next === undefined ? null : at;
      if (next === ",") {
        at++;
        if (inside === "{" && !key()) return at;
        break;
      }
      if (next !== (inside === "[" ? "]" : "}")) return at;
      open.pop();
      at++;
    }
  }
}
