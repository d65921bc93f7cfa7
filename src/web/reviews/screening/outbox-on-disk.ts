// A second copy of the outbox that reaches the disk at once. Browsers write their `localStorage` to the disk up
// to a minute later: a phone that ends the browser, or a power cut, would take that minute's decisions along.
// What is restored too much is sent again under its key, which does no harm.

import type { Kept } from "./outbox.ts";

const database = "socle-outbox";
const acts = "acts";
export const outboxPrefix = "socle.outbox ";

/** Null where the browser has no database, or forbids it: the outbox then has its first copy only. */
function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const asked = window.indexedDB.open(database, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(acts);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
      asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

let known: Promise<IDBDatabase | null> | undefined;
const disk = () => {
  known ??= opened();
  return known;
};

async function write(name: string, text: string | null): Promise<void> {
  const held = await disk();
  if (held === null) return;
  try {
    const store = held.transaction(acts, "readwrite", { durability: "strict" }).objectStore(acts);
    if (text === null) store.delete(name);
    else store.put(text, name);
  } catch {
    // The database was closed or is full: the first copy stands.
  }
}

/** A storage whose entries of the outbox are copied to the disk at once. */
export const copiedToDisk = (kept: Kept): Kept => ({
  get length() {
    return kept.length;
  },
  key: (n) => kept.key(n),
  getItem: (name) => kept.getItem(name),
  setItem(name, text) {
    kept.setItem(name, text);
    void write(name, text);
  },
  removeItem(name) {
    kept.removeItem(name);
    void write(name, null);
  },
});

let restored: Promise<void> | undefined;

/** Puts back what the first copy lost, once after a page was opened. */
export function restoreFromDisk(kept: Kept): Promise<void> {
  restored ??= disk().then(
    (held) =>
      new Promise((resolve) => {
        if (held === null) return resolve();
        const asked = held.transaction(acts).objectStore(acts).openCursor();
        asked.onerror = () => resolve();
        asked.onsuccess = () => {
          const entry = asked.result;
          if (entry === null) return resolve();
          try {
            if (typeof entry.key === "string" && entry.key.startsWith(outboxPrefix))
              kept.setItem(entry.key, String(entry.value));
          } catch {
            // No room: it stays on the disk.
          }
          entry.continue();
        };
      }),
  );
  return restored;
}
