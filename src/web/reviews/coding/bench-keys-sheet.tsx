import { Button } from "@mantine/core";
import { useWords } from "../../i18n.ts";
import { benchWishes, keyOfWish } from "./bench-keys.ts";
import style from "./coding.module.css";

const textKeys = ["paragraph", "sentence", "word", "extend", "enter", "escape"] as const;
const treeKeys = ["arrows", "apply", "move", "new"] as const;

/** All keys of the bench, by where they hold. */
export function BenchKeys({ onClose }: { readonly onClose: () => void }) {
  const say = useWords("review-coding");
  const lines = (title: string, all: readonly (readonly [string, string])[]) => (
    <div>
      <h3>{title}</h3>
      <dl className={style["keys"]}>
        {all.map(([key, does]) => (
          <div key={key + does}>
            <dt>
              <kbd className={style["key"]}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <section className={style["sheet"]} aria-label={say("wish.keys")}>
      <div className={style["keyColumns"]}>
        {lines(
          say("keys.anywhere"),
          benchWishes.map((wish) => [keyOfWish[wish], say(`wish.${wish}`)]),
        )}
        {lines(
          say("keys.text"),
          textKeys.map((one) => [say(`keys.text.${one}.key`), say(`keys.text.${one}`)]),
        )}
        {lines(
          say("keys.tree"),
          treeKeys.map((one) => [say(`keys.tree.${one}.key`), say(`keys.tree.${one}`)]),
        )}
      </div>
      <Button variant="default" onClick={onClose}>
        {say("close")}
      </Button>
    </section>
  );
}
