// One cell with several authors to their names. Every catalogue parts them in its own way.

const initials = /^(?:\p{Lu}\.?[- ]?){1,5}$/u;
const familyAndInitials = /^[\p{L}'’ -]+ (?:\p{Lu}\.?-?){1,4}$/u;
const noAuthor = /^\[?(?:no author(?:s| name| id)?(?: name)? (?:available|listed)|anonymous|anon\.?)\]?$/i;

/**
 * Names in a text, `Family, Given` where the text tells which is which.
 *
 * Semicolons, bars and line ends part names for certain, then the word "and"; commas only where what stands
 * between them are whole names with initials (`Doe J, Roe AB`) or names and initials in turns (`Doe, J., Roe, A.`).
 *
 * @example
 * authorList("Doe J, Roe AB") // => ["Doe, J", "Roe, AB"]
 * authorList("Doe, Jane; Roe, Ann") // => ["Doe, Jane", "Roe, Ann"]
 */
export function authorList(text: string): readonly string[] {
  const given = text.trim().replace(/,?\s+et al\.?$/i, "");
  if (given === "" || noAuthor.test(given)) return [];
  if (/[;|\n]/.test(given)) return cleaned(given.split(/\s*[;|\n]+\s*/));
  const joined = given.split(/,? (?:and|&|y|et|e) /);
  // "Ministry of Labour and Social Security" is one author: every part must look like a person.
  if (joined.length > 1 && joined.every((part) => isPerson(part) || byCommas(part) !== null))
    return joined.flatMap((part) => byCommas(part) ?? cleaned([part]));
  return byCommas(given) ?? cleaned([given]);
}

const isPerson = (part: string): boolean =>
  /^[^,]+, [^,]+$/.test(part) ||
  familyAndInitials.test(part) ||
  /^\p{Lu}\S* (?:\p{Lu}\S* )?\p{Lu}\S*$/u.test(part);

function byCommas(text: string): readonly string[] | null {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== "");
  // PubMed ends its list of names with a full stop.
  const bare = parts.map((part, i) =>
    i === parts.length - 1 ? part.replace(/(?<=\p{Lu}{1,3})\.$/u, "") : part,
  );
  const isBare = !parts.slice(0, -1).some((part) => part.endsWith("."));
  const names = isBare && bare.every((part) => familyAndInitials.test(part)) ? bare : parts;
  if (names.every((part) => familyAndInitials.test(part))) return cleaned(names);
  if (
    parts.length > 2 &&
    parts.length % 2 === 0 &&
    parts.every((part, i) => i % 2 === 0 || initials.test(part))
  )
    return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : []));
  return null;
}

/** `Doe JA` is a family name with initials. */
const cleaned = (names: readonly string[]): readonly string[] =>
  names
    // Scopus puts its number of the author behind the name.
    .map((name) => name.replace(/\s*\(\d+\)$/, "").trim())
    .filter((name) => name !== "" && !/^(?:et al\.?|others|\.\.\.)$/i.test(name))
    .map((name) => {
      if (name.includes(",") || !familyAndInitials.test(name)) return name;
      const at = name.lastIndexOf(" ");
      return `${name.slice(0, at)}, ${name.slice(at + 1)}`;
    });
