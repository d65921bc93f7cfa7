import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import type { StudyAnswer, StudyFile } from "./answers.ts";
import style from "./surveys.module.css";

/** How the sample of each file was drawn, in words and stage by stage; weighted totals beside known ones. */
export function StudyDesigns({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  if (found.files.length === 0) return null;
  return (
    <Section title={say("design.heading")} note={say("design.note")}>
      {found.files.map((file) => (
        <FileDesign key={file.name} file={file} />
      ))}
    </Section>
  );
}

function FileDesign({ file }: { readonly file: StudyFile }) {
  const say = useWords("surveys");
  const format = useFormat();
  const { design, facts } = file;
  const stages = Math.max(design.clusters.length, design.strata.length, 1);
  const column = (name: string | null | undefined) =>
    name === null || name === undefined ? "–" : <span className={style["name"]}>{name}</span>;
  const rows = [
    say(`rows.${file.unit}`, { count: file.rows }),
    file.parent === null ? null : say("design.within", { file: file.parent.file }),
  ].filter((part) => part !== null);
  const said = `${rows.join(", ")}.`;
  return (
    <div className={style["group"]}>
      <h3>{file.name}</h3>
      <p className={style["quote"]}>
        {facts === null
          ? `${said} ${say("design.unknown")}`
          : [
              said,
              say("design.words", {
                stages: say("design.stages", { count: stages }),
                units: format.number(facts.units),
                strata: say("design.strata", { count: facts.strata }),
              }),
              say("design.weights", {
                sum: format.number(facts.weights.sum, 0),
                least: format.figure(facts.weights.least),
                most: format.figure(facts.weights.most),
              }),
              say("design.freedom", { freedom: format.number(facts.degreesOfFreedom, 0) }),
              facts.singleUnitStrata > 0
                ? `${say("design.single", { count: facts.singleUnitStrata })} ${say(`single.${design.singleUnit}`)}`
                : null,
              design.replicates ? say("design.replicates") : null,
            ]
              .filter(Boolean)
              .join(" ")}
      </p>
      <FactTable
        caption={say("design.caption", { file: file.name })}
        columns={[
          { id: "stage", label: say("column.stage") },
          { id: "strata", label: say("column.strata") },
          { id: "units", label: say("column.units") },
          { id: "fpc", label: say("column.fpc") },
          { id: "weights", label: say("column.weights") },
        ]}
        rows={Array.from({ length: stages }, (_, i) => ({
          id: `${i}`,
          cells: {
            stage: { show: format.number(i + 1) },
            strata: { show: column(design.strata[i]) },
            units: {
              show:
                design.clusters[i] === undefined ? say("design.rowsThemselves") : column(design.clusters[i]),
            },
            fpc: { show: column(design.fpc[i]) },
            weights: {
              show:
                i > 0 || design.weights === null
                  ? "–"
                  : typeof design.weights === "number"
                    ? format.number(design.weights)
                    : column(design.weights),
            },
          },
        }))}
      />
      {file.totals.length === 0 ? null : <KnownTotals file={file} />}
    </div>
  );
}

/** What the weights make of the sample, beside what is known from elsewhere. */
function KnownTotals({ file }: { readonly file: StudyFile }) {
  const say = useWords("surveys");
  const format = useFormat();
  const withheld = <em>{say("withheld")}</em>;
  return (
    <FactTable
      caption={say("totals.caption", { file: file.name })}
      columns={[
        { id: "label", label: say("column.group") },
        { id: "cases", label: say("column.unweighted"), numeric: true },
        { id: "weighted", label: say("column.weighted"), numeric: true },
        { id: "error", label: say("column.standardError"), numeric: true },
        { id: "known", label: say("column.known"), numeric: true },
        { id: "difference", label: say("column.difference"), numeric: true },
        { id: "source", label: say("column.source"), wide: true },
      ]}
      rows={file.totals.map((total) => ({
        id: total.label,
        cells: {
          label: { show: total.label },
          cases: { show: total.cases === null ? withheld : format.number(total.cases) },
          weighted: { show: total.weighted === null ? withheld : format.number(total.weighted, 0) },
          error: { show: total.standardError === null ? "–" : format.number(total.standardError, 0) },
          known: { show: format.number(total.known, 0) },
          difference: {
            show:
              total.weighted === null || total.known === 0
                ? "–"
                : signed(
                    format.percent(Math.abs(total.weighted / total.known - 1), 1),
                    total.weighted - total.known,
                  ),
          },
          source: { show: total.source },
        },
      }))}
    />
  );
}

const signed = (text: string, value: number) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${text}`;
