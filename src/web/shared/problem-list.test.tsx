// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadWords, speak } from "../i18n.ts";
import { ProblemList, type ProblemShown } from "./problem-list.tsx";

beforeAll(() => {
  window.matchMedia = ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia;
});
afterEach(cleanup);

const show = (problems: readonly ProblemShown[]) =>
  render(
    <MantineProvider>
      <ProblemList problems={problems} />
    </MantineProvider>,
  );
const row = (n: number): ProblemShown => ({
  code: "agencies.not-a-number",
  message: `Row ${n}: "x" is not a number.`,
  at: { row: n, column: "value" },
});

describe("the list of problems", () => {
  it("shows every problem with its place", async () => {
    await loadWords("shell");
    await speak("en");
    show([row(2), row(7)]);
    expect(screen.getByRole("alert").textContent).toContain("2 problems");
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      'Row 2: "x" is not a number.row 2, column value',
      'Row 7: "x" is not a number.row 7, column value',
    ]);
  });

  it("heads the server's English sentence by a line in the reader's language", async () => {
    await speak("fr");
    show([row(2)]);
    expect(screen.getByRole("alert").textContent).toContain("Les chiffres n’ont pas été importés");
    expect(screen.getByText(/is not a number/).getAttribute("lang")).toBe("en");
    expect(screen.getByText("rangée 2, colonne value")).toBeTruthy();
  });

  it("gives the sentence itself in the reader's language where there is one", async () => {
    await speak("es");
    show([{ code: "contract.unreachable", message: "The server does not answer." }]);
    expect(screen.getByText(/El servidor no responde/).getAttribute("lang")).toBe("es");
  });

  it("holds a very long list back until it is asked for", async () => {
    await speak("en");
    show(Array.from({ length: 120 }, (_, i) => row(i + 2)));
    expect(screen.getAllByRole("listitem")).toHaveLength(50);
    await userEvent.click(screen.getByRole("button", { name: "Show all 120 problems" }));
    expect(screen.getAllByRole("listitem")).toHaveLength(120);
  });
});
