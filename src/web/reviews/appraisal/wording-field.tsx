import { Textarea, TextInput } from "@mantine/core";
import { type Language, languages } from "#kernel";
import type { Wording } from "#records";
import { useWords } from "../../i18n.ts";
import { wordingIn } from "./wording.ts";

/**
 * Words of a definition in the language of the review. Changing them takes away the other languages: a
 * translation of what it said before would be wrong.
 */
export function WordingField(props: {
  readonly label: string;
  readonly language: Language;
  readonly value: Wording | null;
  readonly onChange: (words: Wording | null) => void;
  readonly required?: boolean;
  readonly long?: boolean;
}) {
  const say = useWords("review-appraisal");
  const { language, value } = props;
  const text = value === null ? "" : wordingIn(language, value);
  const others = languages.filter((one) => one !== language && value?.[one] !== undefined);
  const field = {
    label: props.label,
    description: others.length > 0 ? say("wording.others", { languages: others.join(", ") }) : undefined,
    value: text,
    required: props.required ?? false,
    lang: language,
  };
  const change = (next: string) => props.onChange(next === "" ? null : { [language]: next });
  return props.long ? (
    <Textarea {...field} autosize onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <TextInput {...field} onChange={(event) => change(event.currentTarget.value)} />
  );
}
