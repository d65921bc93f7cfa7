import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useWords } from "../i18n.ts";
import style from "./layout.module.css";

export function SchemeSwitch() {
  const say = useWords("shell");
  const { setColorScheme } = useMantineColorScheme();
  const present = useComputedColorScheme("light");
  const other = present === "light" ? "dark" : "light";
  return (
    <button type="button" className={style["scheme"]} onClick={() => setColorScheme(other)}>
      <span className={style["schemeMark"]} aria-hidden="true" />
      {say(other === "dark" ? "scheme.dark" : "scheme.light")}
    </button>
  );
}
