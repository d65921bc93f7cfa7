// The text of a source: inside the project file, or in the archive, where programs put it and where they say they
// did, which is not always the same place.

import type { QdaArchive } from "./qda-archive.ts";

export type FoundText = {
  readonly text: string;
  /** Whether it stood where the project says. */
  readonly isInPlace: boolean;
};

const scheme = /^(?:internal|relative|absolute|file):\/*/i;

const unescapedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Slashes forward, no scheme, no steps; never a way out, for only names in the archive are compared. */
const cleanPath = (path: string): string =>
  unescapedPath(path.trim())
    .replace(scheme, "")
    .replaceAll("\\", "/")
    .split("/")
    .filter((step) => step !== "" && step !== "." && step !== "..")
    .join("/");

const lastOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Bytes to text: UTF-8 unless a mark says otherwise. One mark belongs to the encoding, a second to the text. */
export function decodedSource(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Finds texts of an archive by what a project says about them. */
export function textFinder({
  texts,
  folder,
}: QdaArchive): (path: string | null, guid: string | null) => FoundText | null {
  const exact = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const name of texts.keys()) {
    exact.set(name.toLowerCase(), name);
    const last = lastOf(name).toLowerCase();
    byName.set(last, [...(byName.get(last) ?? []), name]);
  }
  const read = (name: string, isInPlace: boolean): FoundText => ({
    text: decodedSource(texts.get(name)!),
    isInPlace,
  });
  return (path, guid) => {
    if (path !== null) {
      const clean = cleanPath(path);
      for (const place of [`${folder}sources/${clean}`, `${folder}${clean}`])
        if (texts.has(place) && (place.startsWith(`${folder}sources/`) || clean.startsWith("sources/")))
          return read(place, true);
      const lower = clean.toLowerCase();
      const found =
        exact.get(`${folder}sources/${lower}`.toLowerCase()) ??
        exact.get(`${folder}${lower}`.toLowerCase()) ??
        only(byName.get(lastOf(lower)));
      // "Sources/" with a capital is what many programs write: no fault worth a word.
      if (found !== undefined)
        return read(found, found.toLowerCase() === `${folder}sources/${lower}`.toLowerCase());
    }
    const own = guid === null ? undefined : only(byName.get(`${guid}.txt`));
    return own === undefined ? null : read(own, path === null);
  };
}

/** Two files of one name say nothing about which is meant. */
const only = (names: readonly string[] | undefined): string | undefined =>
  names?.length === 1 ? names[0] : undefined;
