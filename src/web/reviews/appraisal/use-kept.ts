import { useCallback, useState } from "react";

/**
 * What somebody is filling in, kept by the browser until it is sent: a page that is closed loses nothing.
 *
 * @param name of what is filled in, with whose it is
 * @returns the value, how to change it, and how to let it go; null where nothing is kept
 */
export function useKept<T>(name: string) {
  const key = `socle.kept ${name}`;
  const [value, setValue] = useState<T | null>(() => {
    try {
      return JSON.parse(window.localStorage.getItem(key) ?? "null") as T | null;
    } catch {
      return null;
    }
  });
  const change = useCallback(
    (next: T | null) => {
      setValue(next);
      try {
        if (next === null) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // The browser keeps nothing: it holds until the page is left.
      }
    },
    [key],
  );
  return [value, change] as const;
}
