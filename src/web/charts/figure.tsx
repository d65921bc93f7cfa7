import { Button, Group, Tabs } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useWords } from "../i18n.ts";
import type { FigureView } from "./figure-views.ts";
import { pictureFile, saveText } from "./picture-file.ts";
import "./facts.css";

/**
 * A chart with its three equals: the sentence in words, the table, the picture to take away. Which of chart
 * and table is open belongs to the address, so the page holds it.
 *
 * @param name of the downloaded picture, without ending
 * @param map whether the picture is a map, for the word on the tab
 */
export function Figure({
  name,
  label,
  sentence,
  view,
  onView,
  chart,
  table,
  map = false,
}: {
  name: string;
  label: string;
  sentence: string;
  view: FigureView;
  onView: (view: FigureView) => void;
  chart: ReactNode;
  table: ReactNode;
  map?: boolean;
}) {
  const say = useWords("charts");
  const box = useRef<HTMLDivElement>(null);
  const save = () => {
    const svg = box.current?.querySelector("svg");
    if (svg) saveText(pictureFile(svg), `${name}.svg`, "image/svg+xml");
  };
  return (
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
          <Group className="chart-tools" justify="space-between" gap="xs">
            <span className="figure-hint">{say("keys")}</span>
            <Button variant="default" size="xs" onClick={save}>
              {say("savePicture")}
            </Button>
          </Group>
        </Tabs.Panel>
        <Tabs.Panel value="table" pt="md">
          {table}
        </Tabs.Panel>
      </Tabs>
    </figure>
  );
}
