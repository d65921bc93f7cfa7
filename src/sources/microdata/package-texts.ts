// Texts of a file whose encoding is stated, wrongly stated, or not at all.

import { type Problem, problem } from "#kernel";

export type PackageTexts = {
  /** Without blanks and zeros at the end. */
  text(bytes: Uint8Array): string;
  /** What is to be told about the encoding when all is read. */
  notes(file: string): readonly Problem[];
};

const decoderOf = (label: string): TextDecoder | null => {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
};

/** Names that programs write and the decoders of the language do not know. */
const known: Readonly<Record<string, string>> = { ms932: "shift_jis", cp932: "shift_jis", ms949: "euc-kr" };

/** A stated name of an encoding as the decoders know it. */
function nameOf(stated: string): string {
  const name = stated.trim().toLowerCase();
  const page = /^(?:cp|ms|ibm)?[-_]?(125[0-8]|874)$/.exec(name)?.[1];
  if (page !== undefined) return `windows-${page}`;
  return known[name] ?? (name === "us-ascii" ? "utf-8" : name);
}

/** @param stated as the file says; null where it says nothing */
export function packageTexts(stated: string | null): PackageTexts {
  const named = stated === null ? null : decoderOf(nameOf(stated));
  const strict = new TextDecoder("utf-8", { fatal: true });
  const western = new TextDecoder("windows-1252");
  let guessed: "utf-8" | "windows-1252" | null = null;
  let lost = 0;
  let example = "";
  const decoded = (bytes: Uint8Array): string => {
    if (named !== null && (named.encoding !== "utf-8" || stated?.toLowerCase() !== "us-ascii")) {
      const text = named.decode(bytes);
      if (text.includes("\ufffd")) {
        lost += 1;
        if (example === "") example = text.trim();
      }
      return text;
    }
    // Texts of one file may be of both kinds; each says by itself whether it is UTF-8.
    try {
      const text = strict.decode(bytes);
      guessed ??= "utf-8";
      return text;
    } catch {
      guessed = "windows-1252";
      return western.decode(bytes);
    }
  };
  return {
    text(bytes) {
      let end = bytes.length;
      while (end > 0 && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end -= 1;
      let plain = true;
      for (let at = 0; at < end && plain; at++) plain = bytes[at]! < 128;
      const own = bytes.subarray(0, end);
      if (plain) return end < 200 ? String.fromCharCode(...own) : western.decode(own);
      return decoded(own);
    },
    notes(file) {
      if (lost > 0)
        return [
          problem(
            "packages.letters-lost",
            `${file}: ${lost === 1 ? "1 text holds" : `${lost} texts hold`} bytes that are no letters in the stated encoding ${stated} (the first is "${example.slice(0, 40)}"). They stand as "\ufffd"; correct them in the program that made the file.`,
            { file },
          ),
        ];
      if (guessed === null) return [];
      return [
        problem(
          "packages.encoding-guessed",
          `${file} does not say in which encoding its texts are${stated === null ? "" : ` in a way that is known (${stated.slice(0, 40)})`}; ${guessed === "utf-8" ? "they are valid UTF-8 and were read so" : "they were read as Windows-1252 (Western European)"}. Look at some words with accents; where they are wrong, save the file again in UTF-8.`,
          { file },
        ),
      ];
    },
  };
}

/** One copy in memory of each of the first many texts, not one a row; the empty one is none. */
export function onceEach(): (text: string) => string | null {
  const seen = new Map<string, string>();
  return (text) => {
    if (text === "") return null;
    const known = seen.get(text);
    if (known === undefined && seen.size < 100_000) seen.set(text, text);
    return known ?? text;
  };
}
