import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import style from "./search-field.module.css";

/**
 * One field and one button. The text typed is the form's own until it is sent; `value` is the one of the
 * address. `children` stands under the field (suggestions), and is given what is typed at present.
 */
export function SearchField(props: {
  readonly label: string;
  readonly button: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly big?: boolean;
  readonly onSearch: (text: string) => void;
  readonly children?: (typed: string) => ReactNode;
}) {
  const [typed, setTyped] = useState(props.value);
  useEffect(() => setTyped(props.value), [props.value]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onSearch(typed.trim());
  };
  return (
    <search data-print="hide">
      <form onSubmit={send} className={style["form"]}>
        <TextInput
          type="search"
          label={props.label}
          size={props.big ? "lg" : "md"}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          className={style["field"]}
          autoComplete="off"
        />
        <Button type="submit" size={props.big ? "lg" : "md"}>
          {props.button}
        </Button>
      </form>
      {props.children?.(typed)}
    </search>
  );
}
