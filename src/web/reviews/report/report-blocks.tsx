import type { ReactNode } from "react";
import { type ReportBlock, type ReportSection, reportSections } from "#records";
import { useWords } from "../../i18n.ts";
import style from "./report.module.css";
import { ReportPicture } from "./report-picture.tsx";
import { ReportTable, ReportWords } from "./report-table.tsx";

const isSection = (id: string): id is ReportSection => (reportSections as readonly string[]).includes(id);

function Block({ block }: { readonly block: ReportBlock }) {
  const say = useWords("review-report");
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 2 ? "h2" : "h3";
      return (
        <Heading id={block.id} tabIndex={-1}>
          {block.text}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p className={block.by === "author" ? style["author"] : style["made"]}>
          <ReportWords content={block.content} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
            <li key={n}>
              <ReportWords content={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <ReportTable table={block.table} id={block.id} />;
    case "figure":
      return (
        <figure className={style["figure"]} id={block.id}>
          <ReportPicture picture={block.picture} />
          <figcaption>{block.caption}</figcaption>
          <details>
            <summary>{say("asTable")}</summary>
            <ReportTable table={block.table} />
          </details>
        </figure>
      );
  }
}

/** The blocks of a report; `before` puts something under the heading of a section of prose. */
export function ReportBlocks(props: {
  readonly blocks: readonly ReportBlock[];
  readonly before: (section: ReportSection) => ReactNode;
}) {
  return props.blocks.map((block, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks stand in the order of the document
    <div key={n}>
      <Block block={block} />
      {block.kind === "heading" && block.level === 2 && isSection(block.id) ? props.before(block.id) : null}
    </div>
  ));
}
