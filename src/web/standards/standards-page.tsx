import { Group, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { type ConventionShape, routes } from "#contract";
import { formIds } from "#securities";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { UnverifiedMark } from "../charts/marks-of-doubt.tsx";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { Page } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import "../charts/facts.css";

const address = getRouteApi("/standards");

type Convention = z.output<typeof ConventionShape>;

/** All Conventions, to be narrowed by words, form of security and status. */
export function StandardsPage() {
  const say = useWords("standards");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const conventions = useApi(routes.listConventions, {});
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const statuses = [...new Set((conventions.value ?? []).map((c) => c.status))].sort();
  return (
    <Page title={say("title")} lead={say("lead")}>
      <p className="fact-notice">{sayChart("unverified.notice")}</p>
      <Group align="end" gap="md" data-print="hide">
        <TextInput
          type="search"
          label={say("filter.text")}
          value={state.q ?? ""}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={say("filter.security")}
          value={state.security ?? ""}
          onChange={(event) => change({ security: event.currentTarget.value || undefined })}
          data={[
            { value: "", label: say("filter.all") },
            ...formIds.map((id) => ({ value: id as string, label: formName(id, language) })),
          ]}
        />
        <NativeSelect
          label={say("filter.status")}
          value={state.status ?? ""}
          onChange={(event) => change({ status: event.currentTarget.value || undefined })}
          data={[
            { value: "", label: say("filter.all") },
            ...statuses.map((id) => ({ value: id, label: codeText(sayChart, "standard", id) })),
          ]}
        />
      </Group>
      <Answered answer={conventions} lines={12}>
        {(value) => {
          const found = value.filter((one) => fits(one, state));
          return value.length === 0 ? (
            <EmptyState what={say("empty")} how={say("emptyHow")} />
          ) : found.length === 0 ? (
            <EmptyState what={say("noneFits")} how={say("noneFitsHow")} />
          ) : (
            <>
              <p role="status">{say("found", { count: found.length, of: value.length })}</p>
              <ConventionTable conventions={found} sort={state.sort} onSort={(sort) => change({ sort })} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

/** Lists write form identifiers with a hyphen or an underscore. */
const formKey = (id: string) => id.replaceAll("_", "-");

function fits(
  one: Convention,
  state: {
    readonly q?: string | undefined;
    readonly security?: string | undefined;
    readonly status?: string | undefined;
  },
): boolean {
  const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${one.code} ${one.number} ${one.title} ${one.adopted}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (state.security === undefined || one.securities.some((s) => formKey(s) === state.security)) &&
    (state.status === undefined || one.status === state.status)
  );
}

function ConventionTable({
  conventions,
  sort,
  onSort,
}: {
  conventions: readonly Convention[];
  sort: string | undefined;
  onSort: (sort: string) => void;
}) {
  const say = useWords("standards");
  const sayChart = useWords("charts");
  return (
    <FactTable
      caption={say("caption")}
      columns={[
        { id: "code", label: say("column.code"), sortable: true },
        { id: "title", label: say("column.title"), sortable: true, wide: true },
        { id: "adopted", label: say("column.adopted"), numeric: true, sortable: true },
        { id: "status", label: say("column.status"), sortable: true },
        { id: "known", label: say("column.known"), numeric: true, sortable: true },
      ]}
      rows={conventions.map((one) => {
        const status = codeText(sayChart, "standard", one.status);
        return {
          id: one.code,
          cells: {
            code: {
              show: (
                <Link to="/standards/$code" params={{ code: one.code }}>
                  {one.code}
                </Link>
              ),
              by: one.code,
            },
            title: { show: <span lang="en">{one.title}</span>, by: one.title },
            adopted: { show: one.adopted, by: one.adopted },
            status: {
              show: (
                <>
                  {status} {one.verified ? null : <UnverifiedMark />}
                </>
              ),
              by: status,
            },
            known: { show: one.known === 0 ? <em>{say("noneKnown")}</em> : one.known, by: one.known },
          },
        };
      })}
      sort={sort ?? "code"}
      onSort={onSort}
    />
  );
}
