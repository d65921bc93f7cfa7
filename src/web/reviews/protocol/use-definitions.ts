import { routes } from "#contract";
import type { Protocol } from "#records";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { useWording } from "../appraisal/wording.ts";
import type { Act } from "../use-acts.ts";

type Choice = { readonly value: string; readonly label: string };

/** Instruments and forms to choose from: those that ship, and those defined in the review. */
export type Definitions = {
  readonly instruments: readonly Choice[];
  readonly forms: readonly Choice[];
  /** What must be taken into the review for this protocol to stand: definitions that ship, not used here yet. */
  readonly toTake: (protocol: Protocol) => readonly Act[];
};

export function useDefinitions(id: string): Definitions {
  const say = useWords("reviews");
  const word = useWording();
  const instruments = useApi(routes.reviewInstruments, { params: { id } }).value?.instruments ?? [];
  const forms = useApi(routes.reviewForms, { params: { id } }).value?.forms ?? [];
  const choice = (
    one: (typeof instruments)[number]["instrument"] | (typeof forms)[number]["form"],
  ): Choice => ({
    value: `${one.id} ${one.version}`,
    label: say("stage.definition", { title: word(one.title), version: one.version }),
  });
  return {
    instruments: instruments.map(({ instrument }) => choice(instrument)),
    forms: forms.map(({ form }) => choice(form)),
    toTake: ({ appraisal, extraction }) => [
      ...instruments
        .filter(
          ({ state, instrument }) =>
            state === "ready" &&
            instrument.id === appraisal?.instrument &&
            instrument.version === appraisal.version,
        )
        .map(({ instrument }): Act => ({ kind: "instrument.defined", instrument })),
      ...forms
        .filter(
          ({ state, form }) =>
            state === "ready" && form.id === extraction?.form && form.version === extraction.version,
        )
        .map(({ form }): Act => ({ kind: "form.defined", form })),
    ],
  };
}
