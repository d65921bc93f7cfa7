import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CompiledIndex } from "#securities";
import {
  changesOf,
  nothingChanged,
  readWhatIf,
  type WhatIf,
  type WhatIfAddress,
  writeWhatIf,
} from "./what-if.ts";

const keyOf = ({ w, scale, mean, without }: WhatIfAddress) => JSON.stringify([w, scale, mean, without]);

/** How long the hand rests before the address is written: a browser refuses too many steps a second. */
const restMs = 300;

/**
 * What is set otherwise, at once in the page and a moment later in the address; an address that changes by
 * itself (the way back) sets it anew.
 */
export function useWhatIf(
  compiled: CompiledIndex,
  address: WhatIfAddress,
  write: (address: WhatIfAddress) => void,
) {
  const { definition } = compiled;
  const [whatIf, setWhatIf] = useState(() => readWhatIf(address, definition));
  const newest = useRef(whatIf);
  const writing = useRef(write);
  useEffect(() => {
    writing.current = write;
  }, [write]);
  const written = useRef(keyOf(address));
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const key = keyOf(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the address
  useEffect(() => {
    if (key === written.current) return;
    // The way back counts for more than a movement whose address is not written yet.
    clearTimeout(waiting.current);
    written.current = key;
    newest.current = readWhatIf(address, definition);
    setWhatIf(newest.current);
  }, [key]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  // The same function at every movement, or all sliders would be drawn anew when one is dragged.
  const set = useCallback(
    (change: (now: WhatIf) => WhatIf) => {
      performance.mark("socle-what-if-asked");
      newest.current = change(newest.current);
      setWhatIf(newest.current);
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        const shown = writeWhatIf(newest.current, definition);
        written.current = keyOf(shown);
        writing.current(shown);
      }, restMs);
    },
    [definition],
  );
  const asItWas = useMemo(() => {
    const found = compiled.run();
    return found.ok ? found.value.weights : new Map<string, number>();
  }, [compiled]);
  const changes = useMemo(() => changesOf(whatIf, definition, asItWas), [whatIf, definition, asItWas]);
  return { whatIf, set, reset: () => set(() => nothingChanged), asItWas, changes };
}
