// A search text cut into tokens, each with its place. Knows signs, not what they ask for.

export type Token = {
  readonly is: "open" | "close" | "minus" | "word" | "phrase" | "and" | "or" | "not" | "near" | "field";
  readonly text: string;
  /** Place of its first character, from 1. */
  readonly at: number;
  /** For `near`: how many words apart. */
  readonly distance?: number;
};

// A bracket inside a word belongs to it: programme(s), 36(a).
const pattern =
  /(?<open>\()|(?<close>\))|"(?<phrase>[^"]*)"?|(?<field>\p{L}+):(?=[^\s:/])|(?<minus>-+(?=[\p{L}\p{N}"(]))|(?<word>[^\s()"]+(?:\([^\s()"]*\)[^\s()"]*)*)/gu;

const nearWord = /^NEAR(?:\/(\d{1,4}))?$/;

/**
 * @param isField whether a word before a colon names a field; other colons belong to their word
 */
export function searchTokens(text: string, isField: (name: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  const reading = new RegExp(pattern);
  for (let match = reading.exec(text); match !== null; match = reading.exec(text)) {
    const at = match.index + 1;
    const { open, close, phrase, field, minus, word } = match.groups ?? {};
    if (open !== undefined) tokens.push({ is: "open", text: open, at });
    else if (close !== undefined) tokens.push({ is: "close", text: close, at });
    else if (phrase !== undefined) tokens.push({ is: "phrase", text: phrase, at });
    else if (minus !== undefined) tokens.push({ is: "minus", text: minus, at });
    else if (field !== undefined && isField(field.toLowerCase()))
      tokens.push({ is: "field", text: field.toLowerCase(), at });
    else if (field !== undefined) {
      // No field: the colon and what follows belong to the word.
      const whole = /[^\s()"]+/uy;
      whole.lastIndex = match.index;
      const found = whole.exec(text)?.[0] ?? field;
      tokens.push({ is: "word", text: found, at });
      reading.lastIndex = match.index + found.length;
    } else if (word !== undefined) tokens.push(wordToken(word, at));
  }
  return tokens;
}

/** Operators are capitals, but for `or`, which the other searches of the web know in small letters too. */
function wordToken(word: string, at: number): Token {
  const near = nearWord.exec(word);
  if (near) return { is: "near", text: word, at, distance: near[1] === undefined ? 10 : Number(near[1]) };
  if (word === "AND") return { is: "and", text: word, at };
  if (word === "NOT") return { is: "not", text: word, at };
  if (/^or$/i.test(word) || word === "OU" || word === "O") return { is: "or", text: word, at };
  return { is: "word", text: word, at };
}
