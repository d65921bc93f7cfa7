// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { PlacesMap } from "./places-map.tsx";

afterEach(cleanup);
vi.mock("./lazy-map.tsx", () => ({
  LazyMap: ({ areas }: { areas: readonly { area: string; spoken: string; name?: string }[] }) =>
    areas.map(({ area, spoken, name = "" }) => <p key={area}>{`map ${spoken}${name}`}</p>),
}));

const shown = (codes: readonly string[]) =>
  render(
    <PlacesMap
      text={{ title: "Scores", subtitle: "2024", source: "Source: a run.", watermark: null }}
      sentence="Some."
      codes={codes}
      placeOf={(code) => ({
        name: code,
        note: codes.includes(code) ? "0.5" : "no score",
        fill: codes.includes(code) ? 3 : "unknown",
        onOpen: () => {},
      })}
      keys={[]}
    />,
  );

it("gives invented countries alone a tile each, with their values", () => {
  shown(["XAA", "XAB"]);
  expect(screen.getByRole("link", { name: "XAA: 0.5" })).toBeDefined();
  expect(screen.queryByText(/^map/)).toBeNull();
});

it("draws the world as soon as one country is real: every country, none of the invented ones", () => {
  shown(["KEN", "XAA"]);
  expect(screen.getByText("map KEN: 0.5")).toBeDefined();
  expect(screen.getByText("map UGA: no score")).toBeDefined();
  expect(screen.queryByText(/XAA/)).toBeNull();
});
