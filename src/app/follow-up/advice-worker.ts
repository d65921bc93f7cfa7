// The thread in which recurring advice is looked for: at 300,000 recommendations a single step takes seconds,
// and nobody else is to wait for it.

import { parentPort } from "node:worker_threads";
import { type AdviceText, recurringAdvice } from "#oversight";
import type { AdviceAnswer, AdviceRequest } from "./advice-thread.ts";

const port = parentPort;
const tell = (message: AdviceAnswer) => port?.postMessage(message);
const betweenTellingMs = 100;
/** Handed over in parts: a message is unpacked in one piece, and the other side has more to do. */
const groupsAtOnce = 500;

const texts: AdviceText[] = [];

port?.on("message", (request: AdviceRequest) => {
  if ("texts" in request) return void texts.push(...request.texts);
  const search = recurringAdvice(texts, request.corrections);
  let told = 0;
  let step = search.next();
  while (!step.done) {
    if (performance.now() - told >= betweenTellingMs) {
      told = performance.now();
      tell(step.value);
    }
    step = search.next();
  }
  const groups = step.value;
  for (let from = 0; from < groups.length; from += groupsAtOnce)
    tell({ groups: groups.slice(from, from + groupsAtOnce) });
  tell({ end: true });
});
