export const shapeNames = ["circle", "square", "triangle", "diamond"] as const;
export type ShapeName = (typeof shapeNames)[number];

/** A mark told apart by form as well as by colour; a value of exactly zero is hollow. */
export function MarkShape({
  x,
  y,
  shape,
  colour,
  size,
  isZero,
}: {
  x: number;
  y: number;
  shape: ShapeName;
  colour: number;
  size: number;
  isZero: boolean;
}) {
  const className = `${isZero ? "chart-hollow" : "chart-solid"} chart-colour-${colour}`;
  if (shape === "circle") return <circle cx={x} cy={y} r={size} className={className} />;
  const s = size * 0.95;
  const path = {
    square: `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`,
    triangle: `M${x} ${y - s * 1.15}L${x + s * 1.15} ${y + s}H${x - s * 1.15}z`,
    diamond: `M${x} ${y - s * 1.3}L${x + s * 1.3} ${y}L${x} ${y + s * 1.3}L${x - s * 1.3} ${y}z`,
  }[shape];
  return <path d={path} className={className} />;
}
