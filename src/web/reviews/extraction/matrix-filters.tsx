import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import type { CallReply, routes } from "#contract";
import type { ExtractionForm } from "#records";
import { useWords } from "../../i18n.ts";
import { SetFilters } from "../../shared/set-filters.tsx";
import style from "../appraisal/appraisal.module.css";
import { useWording } from "../appraisal/wording.ts";

const route = getRouteApi("/reviews/$id/extraction/matrix");
type Matrix = CallReply<typeof routes.extractionMatrix>;

/** Filters of the matrix by its fields, kept in the address; on a small screen they unfold by a button. */
export function MatrixFilters({ matrix, form }: { readonly matrix: Matrix; readonly form: ExtractionForm }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const navigate = useNavigate();
  const { id } = route.useParams();
  const search = route.useSearch();
  const { where = [], record, q } = search;
  const [words, setWords] = useState(q ?? "");
  const [unfolded, setUnfolded] = useState(false);
  const formId = useId();
  const go = (next: object) =>
    void navigate({
      to: "/reviews/$id/extraction/matrix",
      params: { id },
      search: { ...search, page: undefined, ...next } as never,
    });
  const chosen = (field: string) =>
    where.find((one) => one.startsWith(`${field}:`))?.slice(field.length + 1) ?? "";
  const nameOf = (field: ExtractionForm["fields"][number], key: string) => {
    if (key === "empty") return say("missing.empty");
    const option = field.options.find((one) => one.id === key);
    if (option) return word(option.label);
    return field.kind === "yes-no" && (key === "yes" || key === "no") ? say(key) : say(`missing.${key}`);
  };
  const titled = (value: string) => `${value} ${matrix.titles[value] ?? ""}`.trim();
  const set = [
    ...(q === undefined
      ? []
      : [{ name: say("matrix.words"), value: q, without: { ...search, q: undefined, page: undefined } }]),
    ...(record === undefined
      ? []
      : [
          {
            name: say("col.report"),
            value: titled(record),
            without: { ...search, record: undefined, page: undefined },
          },
        ]),
    ...form.fields
      .filter(({ id: field }) => chosen(field) !== "")
      .map((field) => {
        const others = where.filter((one) => !one.startsWith(`${field.id}:`));
        return {
          name: word(field.label),
          value: nameOf(field, chosen(field.id)),
          without: { ...search, where: others.length > 0 ? others : undefined, page: undefined },
        };
      }),
  ];
  return (
    <>
      <Button
        variant="default"
        className={style["unfold"]}
        aria-expanded={unfolded}
        aria-controls={formId}
        data-print="hide"
        onClick={() => setUnfolded(!unfolded)}
      >
        {say("matrix.filters")}
      </Button>
      <SetFilters filters={set} unfiltered={{}} />
      <form
        id={formId}
        className={style["box"]}
        data-folded={!unfolded}
        aria-label={say("matrix.filters")}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          go({ q: words.trim() || undefined });
        }}
      >
        <div className={style["side"]}>
          <TextInput
            label={say("matrix.words")}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <NativeSelect
            label={say("col.report")}
            value={record ?? ""}
            onChange={(event) => go({ record: event.currentTarget.value || undefined })}
            data={[
              { value: "", label: say("matrix.any") },
              ...Object.keys(matrix.titles).map((value) => ({ value, label: titled(value) })),
            ]}
          />
          {form.fields.map((field) => {
            const counts = matrix.counts[field.id];
            if (!counts) return null;
            const keys = [...new Set([...Object.keys(counts), chosen(field.id)])].filter(Boolean);
            return (
              <NativeSelect
                key={field.id}
                label={word(field.label)}
                value={chosen(field.id)}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  const others = where.filter((one) => !one.startsWith(`${field.id}:`));
                  const next = value === "" ? others : [...others, `${field.id}:${value}`];
                  go({ where: next.length > 0 ? next : undefined });
                }}
                data={[
                  { value: "", label: say("matrix.any") },
                  ...keys.map((key) => ({
                    value: key,
                    label: `${nameOf(field, key)} (${counts[key] ?? 0})`,
                  })),
                ]}
              />
            );
          })}
        </div>
        <p className={style["line"]}>
          <Button type="submit" variant="default" size="compact-md">
            {say("matrix.find")}
          </Button>
        </p>
      </form>
    </>
  );
}
