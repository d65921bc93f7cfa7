// The one place of style values: type scale, space, colours in both schemes. Components and style sheets
// refer to them by name (`var(--rule)`, `gap="md"`) and hold no value of their own.

import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from "@mantine/core";

const accent: MantineColorsTuple = [
  "#e8f3f7",
  "#cfe4ed",
  "#a3cadb",
  "#8cc3da",
  "#4c97b6",
  "#3187a9",
  "#1f7799",
  "#11678a",
  "#0a5673",
  "#04425a",
];

/** The colour of what needs attention: errors, oddities, low confidence. Vermilion, never beside green. */
const warning: MantineColorsTuple = [
  "#fdf0ea",
  "#f9dccf",
  "#f2b8a0",
  "#ff9f7a",
  "#e2703f",
  "#d35a26",
  "#bf4817",
  "#b03d0f",
  "#a3340b",
  "#7f2506",
];

/** Mantine's dark greys, warmed a little and set apart far enough to read. */
const dark: MantineColorsTuple = [
  "#e7e5df",
  "#c9c8c3",
  "#b0b5ba",
  "#8f969c",
  "#444b52",
  "#343a40",
  "#262b30",
  "#171b1f",
  "#121518",
  "#0d0f11",
];

const serif = '"Source Serif 4 Variable", "Noto Serif", Georgia, "Times New Roman", serif';
const sans = '"Inter Variable", "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme: MantineThemeOverride = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { accent, warning, dark },
  black: "#1b1f24",
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "DejaVu Sans Mono", "Liberation Mono", monospace',
  headings: {
    fontFamily: serif,
    fontWeight: "600",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "clamp(1.75rem, 1.35rem + 1.7vw, 2.4rem)", lineHeight: "1.15" },
      h2: { fontSize: "1.5rem", lineHeight: "1.25" },
      h3: { fontSize: "1.2rem", lineHeight: "1.3" },
      h4: { fontSize: "1.05rem", lineHeight: "1.35" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.9rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.6", lg: "1.6", xl: "1.4" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.5rem" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "20px" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
});

/** Okabe and Ito's palette, ordered so that the first few also differ in lightness. */
const categories = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5a6068", "#f0e442"];

/** Seven steps of even lightness in OKLCH, low to high: nearer the paper means less in both schemes. */
const sequenceOnLight = ["#c4f5ff", "#89d8f2", "#53b9e0", "#2997c9", "#1676a9", "#1b5783", "#1d3a57"];
const sequenceOnDark = ["#143554", "#0d507a", "#006e9d", "#008eba", "#33aed2", "#67cde4", "#9ee9f5"];

const numbered = (name: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value, i) => [`--${name}-${i + 1}`, value]));

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    "--serif": serif,
    "--sans": sans,
    "--measure": "42rem",
    "--page-width": "74rem",
    "--gutter": "clamp(1rem, 4vw, 2.5rem)",
    "--touch": "2.75rem",
    "--rule-width": "1px",
    "--section-gap": "3rem",
    ...numbered("category", categories),
  },
  light: {
    "--paper": "#ffffff",
    "--band": "#f7f5f0",
    "--raised": "#ffffff",
    "--ink": "#1b1f24",
    "--ink-soft": "#565d64",
    "--rule": "#dcd9d1",
    "--rule-strong": "#7d8288",
    "--accent-ink": "#0a5673",
    "--accent-tint": "#e8f3f7",
    "--warning-ink": "#a3340b",
    "--warning-tint": "#fdf0ea",
    "--passage": "#eaf4f8",
    "--highlight": "#fbeab1",
    "--highlight-strong": "#f6d563",
    "--no-data": "#efede8",
    "--no-data-hatch": "#b9b6ae",
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b1f24",
    "--mantine-color-dimmed": "#565d64",
    "--mantine-color-error": "#a3340b",
    "--mantine-color-anchor": "#0a5673",
    "--mantine-color-placeholder": "#656c73",
    ...numbered("sequence", sequenceOnLight),
    // Letters on the steps a map shows: each at least 4.5 to 1 against its step.
    "--on-low": "#1b1f24",
    "--on-middle": "#1b1f24",
    "--on-high": "#ffffff",
  },
  dark: {
    "--paper": "#171b1f",
    "--band": "#1e2328",
    "--raised": "#22282d",
    "--ink": "#e7e5df",
    "--ink-soft": "#b0b5ba",
    "--rule": "#343a40",
    "--rule-strong": "#8f969c",
    "--accent-ink": "#8cc3da",
    "--accent-tint": "#17303b",
    "--warning-ink": "#ff9f7a",
    "--warning-tint": "#3a2218",
    "--passage": "#1a2c35",
    "--highlight": "#4d4116",
    "--highlight-strong": "#75611a",
    "--no-data": "#262b30",
    "--no-data-hatch": "#565d64",
    "--mantine-color-body": "#171b1f",
    "--mantine-color-text": "#e7e5df",
    "--mantine-color-dimmed": "#b0b5ba",
    "--mantine-color-error": "#ff9f7a",
    "--mantine-color-anchor": "#8cc3da",
    "--mantine-color-placeholder": "#9ba1a7",
    ...numbered("sequence", sequenceOnDark),
    "--on-low": "#ffffff",
    "--on-middle": "#171b1f",
    "--on-high": "#171b1f",
  },
});
