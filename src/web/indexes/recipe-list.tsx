import type { z } from "zod/mini";
import type { RecipeShape } from "#contract";
import { useWords } from "../i18n.ts";
import { ShortHash } from "../shared/short-hash.tsx";
import "../charts/facts.css";

/** How a derived number was made: method, definition, inputs, seed, version of the code. */
export function RecipeList({ recipe }: { recipe: z.output<typeof RecipeShape> }) {
  const say = useWords("charts");
  return (
    <dl className="fact-list">
      <dt>{say("recipe.method")}</dt>
      <dd className="fact-code">{recipe.method}</dd>
      {recipe.definition ? (
        <>
          <dt>{say("recipe.definition")}</dt>
          <dd>
            {recipe.definition.id}, {say("recipe.version", { version: recipe.definition.version })}
            <br />
            <ShortHash hash={recipe.definition.sha256} />
          </dd>
        </>
      ) : null}
      <dt>{say("recipe.inputs")}</dt>
      <dd>
        {recipe.inputs.map((hash) => (
          <div key={hash}>
            <ShortHash hash={hash} />
          </div>
        ))}
      </dd>
      {recipe.seed === null ? null : (
        <>
          <dt>{say("recipe.seed")}</dt>
          <dd>{recipe.seed}</dd>
        </>
      )}
      <dt>{say("recipe.code")}</dt>
      <dd className="fact-code">{recipe.codeVersion}</dd>
    </dl>
  );
}
