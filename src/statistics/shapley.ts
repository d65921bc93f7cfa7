// How much each of several causes contributed to a change, when their effects cannot simply be added. Exact
// over all coalitions of a few causes; a cause made of many parts is divided within its own share.

/** Cause `i` takes part where bit `i` is set. */
export type Coalition = number;

/** What several things at once are worth under a coalition, one figure for each thing. */
export type Worth = (coalition: Coalition) => ArrayLike<number>;

/**
 * The Shapley shares of each player in the change from the empty coalition to the whole one.
 *
 * Meaning: the mean, over all orders in which the players can come in, of what changes when the player comes.
 * The shares of all players sum to the whole change; a player that never changes anything has the share 0;
 * two players that can stand for one another have the same.
 *
 * Formula: `share_i = Σ_S s!·(k−s−1)!/k! · (worth(S ∪ i) − worth(S))` over all coalitions without `i`. The
 * sum is taken over whole multiples and divided once at the end: where worths are whole numbers below a
 * thousand million, as ranks are, nothing is rounded before that division.
 *
 * Cost: 2^players calls of `worth`, each kept; meant for 12 players at the most.
 *
 * @param players number of players
 * @param worth asked once for each coalition; all answers have one length
 * @returns for each player a share for each figure of `worth`
 * @limits Shares of a change say which causes go with it in this sum, not what brought it about in the world.
 * @source Shapley (1953), A value for n-person games, in Contributions to the Theory of Games II
 * @example
 * shapleyShares(2, (coalition) => [[0], [1], [3], [10]][coalition]).map(([share]) => share)
 * // => [4, 6]
 */
export function shapleyShares(players: number, worth: Worth): readonly Float64Array[] {
  const known = Array.from({ length: 2 ** players }, (_, coalition) => worth(coalition));
  const figures = known[0]!.length;
  const whole = factorial(players);
  return Array.from({ length: players }, (_, player) => {
    const share = new Float64Array(figures);
    for (let coalition = 0; coalition < known.length; coalition++) {
      if (coalition & (1 << player)) continue;
      const times = ordersOf(players, bitsOf(coalition));
      const [without, together] = [known[coalition]!, known[coalition | (1 << player)]!];
      for (let i = 0; i < figures; i++) share[i]! += times * (together[i]! - without[i]!);
    }
    return share.map((sum) => sum / whole);
  });
}

/** Which sets of the parts of a player are to be asked for. */
export type PartPlan = {
  readonly parts: number;
  /** Orders drawn by chance, each with its reverse after it; `null`: all sets, exactly. */
  readonly orders: readonly (readonly number[])[] | null;
  /** Bit `j` is part `j`. */
  readonly sets: readonly bigint[];
};

/** As many parts are divided exactly; that many have 64 sets. */
export const exactParts = 6;

/**
 * The sets that a division into parts needs: all of them up to six parts, else those on the way through
 * some orders drawn by chance. Each order comes with its reverse, which cancels much of the chance.
 *
 * @param parts number of parts
 * @param pairs pairs of orders to draw where there are more than six parts; at least 2
 * @param random uniform in [0, 1)
 * @returns the orders, `null` where all sets are asked for, and the sets
 * @limits With more than six parts shares are found by chance and have errors.
 * @source Castro, Gómez and Tejada (2009), Polynomial calculation of the Shapley value based on sampling,
 *   Computers and Operations Research 36(5)
 * @example
 * planParts(2, 2, () => 0).sets // => [0n, 1n, 2n, 3n]
 */
export function planParts(parts: number, pairs: number, random: () => number): PartPlan {
  if (parts <= exactParts)
    return { parts, orders: null, sets: Array.from({ length: 2 ** parts }, (_, set) => BigInt(set)) };
  const orders: (readonly number[])[] = [];
  for (let pair = 0; pair < Math.max(2, pairs); pair++) {
    const order = Array.from({ length: parts }, (_, i) => i);
    for (let i = parts - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    orders.push(order, order.toReversed());
  }
  const sets = new Set(orders.flatMap((order) => [0n, ...setsOnTheWay(order)]));
  return { parts, orders, sets: [...sets] };
}

/**
 * The share of one player divided among its parts, the other players coming and going as wholes.
 *
 * Meaning: the parts of a player come in one directly after the other; their shares sum to the share
 * that `shapleyShares` gives the player, exactly also where orders were drawn by chance.
 *
 * @param players number of players
 * @param player the one that is divided
 * @param plan as `planParts` gives it
 * @param worth under a coalition of the others (the bit of `player` is never set) and a set of its parts
 * @returns for each part a share for each figure; `errors` are the standard errors of shares found by chance
 * @source Owen (1977), Values of games with a priori unions; Castro, Gómez and Tejada (2009), Polynomial
 *   calculation of the Shapley value based on sampling, Computers and Operations Research 36(5)
 * @limits The division depends on which players are divided together; parts of two players are not compared.
 * @example
 * shapleyWithin(1, 0, planParts(2, 2, () => 0), (_, parts) => [Number(parts)]).shares.map(([share]) => share)
 * // => [1, 2]
 */
export function shapleyWithin(
  players: number,
  player: number,
  plan: PartPlan,
  worth: (coalition: Coalition, parts: bigint) => ArrayLike<number>,
): { readonly shares: readonly Float64Array[]; readonly errors: readonly Float64Array[] | null } {
  const figures = worth(0, 0n).length;
  const whole = factorial(players);
  const others: { readonly coalition: Coalition; readonly times: number }[] = [];
  for (let coalition = 0; coalition < 2 ** players; coalition++)
    if (!(coalition & (1 << player))) others.push({ coalition, times: ordersOf(players, bitsOf(coalition)) });

  const { orders, parts } = plan;
  if (orders === null) {
    const inner = others.map(({ coalition }) => shapleyShares(parts, (set) => worth(coalition, BigInt(set))));
    const shares = Array.from({ length: parts }, (_, part) =>
      new Float64Array(figures).map(
        (_, i) => others.reduce((sum, { times }, at) => sum + times * inner[at]![part]![i]!, 0) / whole,
      ),
    );
    return { shares, errors: null };
  }

  const pairs = orders.length / 2;
  const sums = Array.from({ length: parts }, () => new Float64Array(figures));
  const squares = Array.from({ length: parts }, () => new Float64Array(figures));
  for (let pair = 0; pair < pairs; pair++) {
    const ofPair = Array.from({ length: parts }, () => new Float64Array(figures));
    for (const order of [orders[2 * pair]!, orders[2 * pair + 1]!])
      for (const { coalition, times } of others) {
        let before = worth(coalition, 0n);
        for (const [step, set] of setsOnTheWay(order).entries()) {
          const after = worth(coalition, set);
          const share = ofPair[order[step]!]!;
          for (let i = 0; i < figures; i++) share[i]! += times * (after[i]! - before[i]!);
          before = after;
        }
      }
    for (let part = 0; part < parts; part++)
      for (let i = 0; i < figures; i++) {
        sums[part]![i]! += ofPair[part]![i]!;
        squares[part]![i]! += ofPair[part]![i]! ** 2;
      }
  }
  const scale = 2 * whole;
  return {
    shares: sums.map((sum) => sum.map((value) => value / (scale * pairs))),
    errors: squares.map((square, part) =>
      square.map((value, i) => {
        const variance = Math.max(0, value - sums[part]![i]! ** 2 / pairs) / (pairs - 1);
        return Math.sqrt(variance / pairs) / scale;
      }),
    ),
  };
}

function setsOnTheWay(order: readonly number[]): readonly bigint[] {
  let set = 0n;
  return order.map((part) => {
    set |= 1n << BigInt(part);
    return set;
  });
}

/** Orders of all players in which a player comes directly after the given number of others. */
const ordersOf = (players: number, before: number): number =>
  factorial(before) * factorial(players - before - 1);

function bitsOf(coalition: Coalition): number {
  let bits = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) bits += 1;
  return bits;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}
