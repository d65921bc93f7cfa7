import { ok, type Result } from "#kernel";
import type { Actor, Anchor, ExtractionCell, ExtractionRow, ReviewAct, Support } from "#records";
import type { ReviewState } from "#reviews";
import type { Catalogue } from "#store";
import { checkedAnchor } from "./checked-anchor.ts";

/**
 * An act of appraisal, extraction or synthesis with every passage it names looked up: the words of each are those of the
 * report, whatever was sent. Passages typed by hand stay as they are.
 *
 * @returns the act to record, or all that is wrong with its passages
 */
export async function anchoredAct(
  catalogue: Catalogue,
  actor: Actor,
  state: ReviewState,
  act: ReviewAct,
): Promise<Result<ReviewAct>> {
  let first: Result<ReviewAct> | null = null;
  const supports = async (given: readonly Support[]): Promise<Support[]> => {
    const checked: Support[] = [];
    for (const support of given)
      checked.push(
        support.kind === "passage"
          ? { ...support, anchor: (await looked(support.anchor, support.anchor.record)) ?? support.anchor }
          : support,
      );
    return checked;
  };
  const looked = async (anchor: Anchor | null, record: string | null): Promise<Anchor | null> => {
    if (anchor === null) return null;
    const checked = await checkedAnchor(catalogue, actor, state, { ...anchor, record });
    if (checked.ok) return checked.value;
    first =
      first === null || first.ok
        ? checked
        : { ok: false, problems: [...first.problems, ...checked.problems] };
    return anchor;
  };
  const row = async <R extends ExtractionRow>(given: R, record: string): Promise<R> => {
    const cells: Record<string, ExtractionCell> = {};
    for (const [field, cell] of Object.entries(given.cells))
      cells[field] = { ...cell, anchor: await looked(cell.anchor, record) };
    return { ...given, anchor: await looked(given.anchor, record), cells };
  };
  const done = async (): Promise<ReviewAct> => {
    switch (act.kind) {
      case "appraisal.drafted":
      case "appraisal.submitted":
      case "appraisal.reconciled": {
        const answers = [];
        for (const answer of act.answers)
          answers.push({ ...answer, quote: await looked(answer.quote, act.record) });
        return { ...act, answers };
      }
      case "extraction.row-set":
        return row(act, act.record);
      case "extraction.reconciled": {
        const rows = [];
        for (const one of act.rows) rows.push(await row(one, act.record));
        return { ...act, rows };
      }
      case "finding.written": {
        const { finding } = act;
        const [resting, deviant] = [await supports(finding.supports), await supports(finding.deviant)];
        return { ...act, finding: { ...finding, supports: resting, deviant } };
      }
      default:
        return act;
    }
  };
  const whole = await done();
  return first ?? ok(whole);
}
