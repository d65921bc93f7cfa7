import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";

/**
 * The passage after or before the present one: `j` and arrow down go on, `k` and arrow up back; from none
 * to the first. Null when the key means nothing here.
 */
export function nextPassage(
  passages: readonly { readonly id: string }[],
  selected: string | null,
  key: string,
): string | null {
  const step = key === "j" || key === "ArrowDown" ? 1 : key === "k" || key === "ArrowUp" ? -1 : 0;
  if (step === 0 || passages.length === 0) return null;
  const at = passages.findIndex((passage) => passage.id === selected);
  const next = at < 0 ? 0 : Math.min(passages.length - 1, Math.max(0, at + step));
  return passages[next]!.id;
}

/**
 * Moves through the passages by keyboard. `j` and `k` work anywhere on the page but in a field; the arrows
 * only inside the list of passages, since elsewhere they scroll.
 *
 * @returns what chooses a passage: it goes into the address, and the page follows the address
 */
export function usePassageKeys(
  passages: readonly { readonly id: string }[],
  selected: string | null,
): (passage: string) => void {
  const navigate = useNavigate();
  const choose = useCallback(
    (passage: string) => {
      void navigate({
        to: ".",
        search: ((former: object) => ({ ...former, passage, view: undefined })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable]")) return;
      const inList = target.closest("[data-passage-list]") !== null;
      if (event.key.startsWith("Arrow") && !inList) return;
      const next = nextPassage(passages, selected, event.key);
      if (next === null) return;
      event.preventDefault();
      choose(next);
      if (inList) document.getElementById(`passage-${next}`)?.querySelector<HTMLElement>("a")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [passages, selected, choose]);
  return choose;
}
