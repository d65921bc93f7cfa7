/** How sure a value is, from and to, on the scale of its axis. */
export type Interval = { readonly low: number; readonly high: number };

/** A whisker along one axis, with a cap at each end; nothing where there is no interval. */
export function IntervalMark({
  from,
  to,
  across,
  colour,
  upright = false,
  cap = 4,
}: {
  /** Positions of the ends on the drawing. */
  from: number;
  to: number;
  /** Position on the other axis. */
  across: number;
  colour: number;
  upright?: boolean;
  cap?: number;
}) {
  const path = upright
    ? `M${across - cap} ${from}h${2 * cap}M${across - cap} ${to}h${2 * cap}M${across} ${from}V${to}`
    : `M${from} ${across - cap}v${2 * cap}M${to} ${across - cap}v${2 * cap}M${from} ${across}H${to}`;
  return <path d={path} className={`chart-interval chart-colour-${colour}`} />;
}
