// What a person set for screening on this computer: keys, whether they are on, whether terms are marked.

import { useCallback, useState } from "react";
import { type KeySet, keySetOf } from "./screening-keys.ts";

export type ScreeningSettings = {
  readonly keys: KeySet;
  readonly keysOn: boolean;
  readonly marks: boolean;
  /** After how many others a postponed record comes back; null: last. */
  readonly later: number | null;
};

function settingsOf(text: string | null): ScreeningSettings {
  let kept: Readonly<Record<string, unknown>> = {};
  try {
    kept = JSON.parse(text ?? "{}") as typeof kept;
  } catch {
    // Unreadable: the usual ones.
  }
  const later = kept["later"];
  return {
    keys: keySetOf(kept["keys"]),
    keysOn: kept["keysOn"] !== false,
    marks: kept["marks"] !== false,
    later: typeof later === "number" && later > 0 ? later : later === null ? null : 10,
  };
}

/** @param account whose settings they are */
export function useScreeningSettings(account: string) {
  const name = `socle.screening ${account}`;
  const [settings, setSettings] = useState(() => settingsOf(window.localStorage.getItem(name)));
  const change = useCallback(
    (part: Partial<ScreeningSettings>) =>
      setSettings((former) => {
        const next = { ...former, ...part };
        try {
          window.localStorage.setItem(name, JSON.stringify(next));
        } catch {
          // The browser keeps nothing: they hold until the page is left.
        }
        return next;
      }),
    [name],
  );
  return [settings, change] as const;
}
