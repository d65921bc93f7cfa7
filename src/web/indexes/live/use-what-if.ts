import { useEffect, useMemo, useRef, useState } from "react";
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
  const written = useRef(keyOf(address));
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const key = keyOf(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the address
  useEffect(() => {
    if (key === written.current) return;
    written.current = key;
    setWhatIf(readWhatIf(address, definition));
  }, [key]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const set = (next: WhatIf) => {
    performance.mark("socle-what-if-asked");
    setWhatIf(next);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      const shown = writeWhatIf(next, definition);
      written.current = keyOf(shown);
      write(shown);
    }, restMs);
  };
  const asItWas = useMemo(() => {
    const found = compiled.run();
    return found.ok ? found.value.weights : new Map<string, number>();
  }, [compiled]);
  const changes = useMemo(() => changesOf(whatIf, definition, asItWas), [whatIf, definition, asItWas]);
  return { whatIf, set, reset: () => set(nothingChanged), asItWas, changes };
}
