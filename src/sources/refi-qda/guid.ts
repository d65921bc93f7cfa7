// Identifiers of REFI-QDA: one form, and made ones where a source has none.

const form = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** In small letters without braces; null where it is none. */
export const normalGuid = (text: string): string | null => form.exec(text.trim())?.[1]?.toLowerCase() ?? null;

/** One 32-bit hash of a text; four of them with other starts make 128 bits. */
function hash(text: string, start: number): number {
  let value = start | 0;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * A GUID that a text alone decides: the same code, report or coding gets the same one in every export, so that
 * other programs meet what they have seen before. Of the form for made ones (version 8 of RFC 9562).
 *
 * @param text an identifier of ours, with what kind of thing it names: `code:c-17`
 * @limits A hash of 122 bits that keeps nothing secret.
 * @example
 * qdaGuid("code:c-17") // => qdaGuid("code:c-17")
 */
export function qdaGuid(text: string): string {
  const hex = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x1b873593]
    .map((start) => hash(text, start).toString(16).padStart(8, "0"))
    .join("");
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
