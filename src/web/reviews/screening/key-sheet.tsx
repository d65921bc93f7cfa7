import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../i18n.ts";
import style from "./screening.module.css";
import { type KeySet, type ScreeningWish, screeningWishes, unfitKey, usualKeys } from "./screening-keys.ts";

/** All keys, each of which may be changed; they can be turned off as a whole. */
export function KeySheet(props: {
  readonly keys: KeySet;
  readonly on: boolean;
  readonly onKeys: (keys: KeySet) => void;
  readonly onOn: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const say = useWords("review-screening");
  const [wrong, setWrong] = useState<{ readonly wish: ScreeningWish; readonly why: string } | null>(null);
  const change = (wish: ScreeningWish, key: string) => {
    const why = unfitKey(props.keys, wish, key);
    setWrong(why === null ? null : { wish, why: say(`unfit.${why}`, { key }) });
    if (why === null) props.onKeys({ ...props.keys, [wish]: key });
  };
  return (
    <section className={style["sheet"]} aria-label={say("keys.title")}>
      <h2>{say("keys.title")}</h2>
      <p>{say("keys.note")}</p>
      <Checkbox
        label={say("keys.on")}
        checked={props.on}
        onChange={(event) => props.onOn(event.currentTarget.checked)}
      />
      <div className={style["keys"]}>
        {screeningWishes.map((wish) => (
          <TextInput
            key={`${wish} ${props.keys[wish]}`}
            label={say(`wish.${wish}`)}
            defaultValue={props.keys[wish]}
            maxLength={2}
            error={wrong?.wish === wish ? wrong.why : undefined}
            onBlur={(event) => {
              if (event.currentTarget.value !== props.keys[wish]) change(wish, event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.currentTarget.blur();
            }}
          />
        ))}
      </div>
      <p>
        <kbd className={style["key"]}>1</kbd>–<kbd className={style["key"]}>9</kbd> {say("keys.numbers")}
      </p>
      <div className={style["buttons"]}>
        <Button variant="default" onClick={() => props.onKeys(usualKeys)}>
          {say("keys.reset")}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {say("keys.close")}
        </Button>
      </div>
    </section>
  );
}
