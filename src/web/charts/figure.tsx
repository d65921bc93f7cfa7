import { Button, Group, Tabs } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, use, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useWords } from "../i18n.ts";
import { EmbedCode } from "./embed-code.tsx";
import type { FigureView } from "./figure-views.ts";
import { FrameStage, framed } from "./framed.ts";
import type { PictureText } from "./picture.tsx";
import { pictureFile, savePng, saveText } from "./picture-file.ts";
import { columnsOfPicture, csvOfTable } from "./table-file.ts";
import "./facts.css";

/**
 * A chart with its equals: the sentence in words, the table, the picture and the table to take away, and
 * the code to show it elsewhere. Which of chart and table is open belongs to the address, so the page holds
 * it.
 *
 * @param name of the downloaded files, without ending
 * @param text what stands in the picture beside the marks; all of it goes into each row of the CSV too
 * @param id names the figure on its page, in lower-case letters, for frames of other sites; it must not
 *   depend on what is shown. Without one the figure cannot be framed.
 * @param map whether the picture is a map, for the word on the tab
 */
export function Figure({
  name,
  id,
  text,
  sentence,
  view,
  onView,
  chart,
  table,
  map = false,
}: {
  name: string;
  id?: string;
  text: PictureText;
  sentence: string;
  view: FigureView;
  onView: (view: FigureView) => void;
  chart: ReactNode;
  table: ReactNode;
  map?: boolean;
}) {
  const say = useWords("charts");
  const label = text.title;
  const stage = use(FrameStage);
  const box = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState(false);
  const picture = () => box.current?.querySelector<SVGSVGElement>("svg.chart-sheet") ?? null;
  const saveSvg = () => {
    const svg = picture();
    if (svg) saveText(pictureFile(svg), `${name}.svg`, "image/svg+xml");
  };
  const saveImage = () => {
    const svg = picture();
    if (svg) void savePng(pictureFile(svg), `${name}.png`).then((isSaved) => setRefused(!isSaved));
  };
  const shown = (
    <figure className="figure" aria-label={label}>
      <p className="figure-sentence">{sentence}</p>
      <Tabs
        value={view}
        onChange={(value) => onView(value === "table" ? "table" : "chart")}
        keepMounted={false}
        variant="outline"
      >
        <Tabs.List aria-label={say("views", { label })} className="chart-tools">
          <Tabs.Tab value="chart">{map ? say("map") : say("chart")}</Tabs.Tab>
          <Tabs.Tab value="table">{say("table")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chart" pt="md">
          <div ref={box}>{chart}</div>
        </Tabs.Panel>
        <Tabs.Panel value="table" pt="md">
          {table}
        </Tabs.Panel>
      </Tabs>
      <Group className="chart-tools" justify="space-between" gap="xs">
        <span className="figure-hint">
          {view === "chart" ? say("keys") : null}{" "}
          <span role="status">{refused ? say("imageRefused") : null}</span>
        </span>
        <Group gap="xs">
          {view === "chart" ? (
            <>
              <Button variant="default" size="xs" onClick={saveSvg}>
                {say("savePicture")}
              </Button>
              <Button variant="default" size="xs" onClick={saveImage}>
                {say("saveImage")}
              </Button>
            </>
          ) : null}
          <SaveTable name={name} table={table} text={text} />
          {id === undefined || stage !== null ? null : <EmbedCode figure={id} label={label} />}
        </Group>
      </Group>
    </figure>
  );
  if (framed === null) return shown;
  return stage !== null && framed.figure === id ? createPortal(shown, stage) : null;
}

/** Takes the table along as CSV: numbers unrounded and with a point, each row with what the picture says of itself. */
function SaveTable({ name, table, text }: { name: string; table: ReactNode; text: PictureText }) {
  const say = useWords("charts");
  const { href } = useLocation();
  const [wanted, setWanted] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = wanted ? box.current?.querySelector("table") : null;
    if (!wanted) return;
    setWanted(false);
    if (!drawn) return;
    const more = columnsOfPicture(text, `${window.location.origin}${href}`, say);
    saveText(csvOfTable(drawn, more), `${name}.csv`, "text/csv;charset=utf-8");
  }, [wanted, name, text, href, say]);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setWanted(true)}>
        {say("saveTable")}
      </Button>
      {wanted ? (
        <div ref={box} hidden>
          {table}
        </div>
      ) : null}
    </>
  );
}
