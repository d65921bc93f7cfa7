import type { Origin } from "#records";
import { useWords } from "../i18n.ts";
import style from "./page.module.css";

/** "invented" or "simulated" beside whatever is; real things carry no mark. */
export function OriginMark({ origin }: { readonly origin: Origin }) {
  const say = useWords("shell");
  return origin === "real" ? null : <span className={style["originMark"]}>{say(`origin.${origin}`)}</span>;
}
