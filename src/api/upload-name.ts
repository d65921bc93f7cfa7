/**
 * The name of an uploaded file as it may be kept and shown: its last part, without control characters and
 * the signs that turn the direction of writing (which make `gpj.exe` read as something else), without
 * leading dots, at most 200 characters. Never used as a path.
 */
export function uploadName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const cleaned = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim()
    .replace(/^\.+/, "");
  const points = [...cleaned];
  if (points.length <= 200) return cleaned || "file";
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(cleaned)?.[0] ?? "";
  return points.slice(0, 200 - extension.length).join("") + extension;
}

/**
 * A Content-Disposition header that saves under any name: a plain form for old programs, and the real one
 * in UTF-8.
 * @source RFC 6266 section 4.3; RFC 8187 section 3.2
 */
export function attachment(fileName: string): string {
  const name = uploadName(fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
