// What a rule is asked and what it answers. Labels come in the order in which the records were read.

/** How far the promise "recall of at least the target, with the confidence asked" reaches. */
export type Guarantee =
  /** Whatever the order and wherever relevant records stand in it: the chance is that of the rule's own random draws. */
  | "any-order"
  /** None: measured coverage is shown, and fails for some orders. */
  | "none";

export type StoppingInput = {
  /** Records in the stack, read and unread. */
  readonly total: number;
  /** 1 relevant, 0 not, in the order of reading. */
  readonly labelsInOrder: ArrayLike<number>;
  /** Recall to be reached, for example 0.95. */
  readonly target: number;
  /** For example 0.95: of a hundred reviews that stop, at least 95 have reached the target. */
  readonly confidence: number;
  /** 1 where the record was drawn at random from all that were unread then, 0 where it stood next in the order; none were drawn unless said otherwise. */
  readonly drawnAtRandom?: ArrayLike<number>;
  /** For the control list: its entries gone through, those read by rank before included. Records of the list that the order has meanwhile reached are no longer marked in `drawnAtRandom`. */
  readonly listEntries?: number;
  /** For rules with a sample at the start: what was found in it. Its records come in `labelsInOrder` where the order reaches them, marked in `drawnAtRandom`. */
  readonly sample?: { readonly records: number; readonly relevant: number };
};

export type StoppingVerdict = {
  readonly rule: string;
  readonly stop: boolean;
  /** Where the next record is to come from; null after a stop. */
  readonly next: "ranked" | "random" | null;
  readonly read: number;
  readonly found: number;
  /** What the rule compares with 1 − confidence; null where it has no such figure. */
  readonly p: number | null;
  readonly recall: {
    /** Best estimate; null while nothing relevant is known. */
    readonly estimate: number | null;
    /** Lowest recall not excluded with the confidence asked; null where the rule has no grounds for one. */
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Records still to be read under the rule if no more relevant ones come: the price of the promise. */
  readonly recordsLeft: number;
  readonly guarantee: Guarantee;
  readonly words: string;
};

export type StoppingRun = {
  /** Records read at the stop, from the order and at random. */
  readonly read: number;
  readonly readAtRandom: number;
  readonly found: number;
  readonly relevant: number;
  /** 1 where there is nothing relevant. */
  readonly recall: number;
  readonly workSaved: number;
};

export type RunOptions = {
  readonly target: number;
  readonly confidence: number;
  /** Any integer, 1 unless said otherwise; for rules that draw at random. */
  readonly seed?: number;
};

export type StoppingRule = {
  readonly name: string;
  readonly guarantee: Guarantee;
  /** Whether the guarantee asks that the ranker learns the label of a record drawn at random only when its own order reaches that record. */
  readonly withheld: boolean;
  /** What it does and what it promises, in one or two sentences. */
  readonly about: string;
  /** The state of a review under the rule. */
  readonly check: (input: StoppingInput) => StoppingVerdict;
  /** Where it would stop in an order whose labels are all known. */
  readonly simulate: (labelsInOrder: ArrayLike<number>, options: RunOptions) => StoppingRun;
};

/**
 * The most relevant records the stack can hold if those found reach the target. The small allowance keeps
 * 38 found at 0.95 at 40, whatever the rounding of the quotient.
 */
export const mostAtTarget = (found: number, target: number): number => Math.floor(found / target + 1e-9);

/** Missing records of which one fewer would still reach the target: the smallest number that must be excluded. */
export const tooManyMissing = (found: number, target: number): number =>
  mostAtTarget(found, target) - found + 1;

export const foundIn = (labels: ArrayLike<number>, end = labels.length): number => {
  let found = 0;
  for (let i = 0; i < end; i++) if (labels[i] === 1) found++;
  return found;
};

export function runOf(labels: ArrayLike<number>, read: number, found: number, readAtRandom = 0): StoppingRun {
  const relevant = foundIn(labels);
  return {
    read,
    readAtRandom,
    found,
    relevant,
    recall: relevant === 0 ? 1 : found / relevant,
    workSaved: labels.length === 0 ? 0 : 1 - read / labels.length,
  };
}

/** The last tenth of the records read, fifty at least: what is taken for the precision that comes next. */
export const tailLength = (read: number): number => Math.min(read, Math.max(50, Math.ceil(read / 10)));

/** Recall if the unread records are relevant as often as those of the tail. */
export function recallByTail(labels: ArrayLike<number>, total: number): number | null {
  const read = labels.length;
  const found = foundIn(labels);
  if (found === 0) return null;
  const tail = tailLength(read);
  const missing = ((found - foundIn(labels, read - tail)) / tail) * (total - read);
  return found / (found + missing);
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
export const records = (count: number): string => (count === 1 ? "1 record" : `${count} records`);
