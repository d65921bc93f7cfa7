import { useLocation } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./page.module.css";

/** The line every page ends with: title, version, date and address, ready to copy. */
export function HowToCite({ title }: { readonly title: string }) {
  const say = useWords("shell");
  const format = useFormat();
  const { href } = useLocation();
  const version = useApi(routes.health, {}).value?.version;
  const today = format.date(new Date().toISOString());
  const address = `${window.location.origin}${href}`;
  // Without its version a citation would be wrong; it comes with the first answer of the server.
  if (version === undefined) return null;
  return (
    <aside className={style["cite"]} aria-label={say("cite.label")}>
      <strong>{say("cite.label")}</strong> {say("cite.text", { title, version, address, date: today })}
    </aside>
  );
}
