import { NativeSelect } from "@mantine/core";
import { type Origin, origins } from "#records";
import { useWords } from "../i18n.ts";

/** What kind of world a file speaks of. */
export function OriginField(props: { readonly value: Origin; readonly onChange: (origin: Origin) => void }) {
  const say = useWords("desk");
  return (
    <NativeSelect
      label={say("field.origin")}
      description={say("field.originHint")}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Origin)}
      data={origins.map((origin) => ({ value: origin, label: say(`origin.${origin}`) }))}
    />
  );
}
