import { questionAngles, securityDimensions } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import type { VariableHit } from "./answers.ts";
import type { SurveysState } from "./search-params.ts";
import style from "./surveys.module.css";
import { useStudyWords } from "./use-study-words.ts";

/** How many questions stand at each dimension and angle; each number is a filter. */
export function PlacesGrid({
  hits,
  state,
}: {
  readonly hits: readonly VariableHit[];
  readonly state: SurveysState;
}) {
  const say = useWords("surveys");
  const format = useFormat();
  const words = useStudyWords();
  const count = (dimension: string, angle: string) =>
    hits.filter(({ variable: { place } }) => place?.dimension === dimension && place.angle === angle).length;
  const dimensions = securityDimensions.filter((dimension) =>
    questionAngles.some((angle) => count(dimension, angle) > 0),
  );
  if (dimensions.length === 0) return null;
  return (
    <details open={!state.q}>
      <summary>{say("grid.open")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={style["scroll"]} tabIndex={0} aria-label={say("grid.caption")}>
        <table className={style["places"]}>
          <caption>{say("grid.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("filter.dimension")}</th>
              {questionAngles.map((angle) => (
                <th key={angle} scope="col">
                  {say(`angle.${angle}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dimensions.map((dimension) => (
              <tr key={dimension}>
                <th scope="row">{words.dimension(dimension)}</th>
                {questionAngles.map((angle) => {
                  const questions = count(dimension, angle);
                  const isOn = state.dimension === dimension && state.angle === angle;
                  return (
                    <td key={angle}>
                      {questions === 0 ? (
                        "–"
                      ) : (
                        <StateLink
                          current={isOn}
                          search={() => ({
                            ...state,
                            dimension: isOn ? undefined : dimension,
                            angle: isOn ? undefined : angle,
                            page: undefined,
                          })}
                        >
                          {format.number(questions)}
                          <span className="visually-hidden">
                            {" "}
                            {words.dimension(dimension)}, {say(`angle.${angle}`)}
                          </span>
                        </StateLink>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
