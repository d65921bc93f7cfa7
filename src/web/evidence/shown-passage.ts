import type { z } from "zod/mini";
import type { PassageShape } from "#contract";

/** A passage as the API gives it. */
export type ShownPassage = z.output<typeof PassageShape>;
