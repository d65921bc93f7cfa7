import type { ShapeName } from "../charts/mark-shape.tsx";

/** Colour and form of the marks of up to six countries side by side, in the order in which they were chosen. */
export const countryMarks: readonly { readonly colour: number; readonly shape: ShapeName }[] = [
  { colour: 1, shape: "circle" },
  { colour: 2, shape: "square" },
  { colour: 3, shape: "triangle" },
  { colour: 4, shape: "diamond" },
  { colour: 5, shape: "circle" },
  { colour: 6, shape: "square" },
];
