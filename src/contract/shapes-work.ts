// Shapes of accounts, sessions and imports.

import { z } from "zod";
import { roles } from "#records";
import { ProblemShape } from "./shapes-shared.ts";

export const AccountShape = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    createdAt: z.string(),
    disabledAt: z.string().nullable(),
  })
  .meta({ id: "Account" });

export const SessionShape = z
  .object({
    account: AccountShape.nullable(),
    role: z.enum(roles),
    /** Actions the present actor may take, so that a page can say why a control is disabled. */
    may: z.array(z.string()),
  })
  .meta({ id: "Session" });

export const ImportOutcome = z
  .object({
    added: z.int(),
    superseded: z.int(),
    unchanged: z.int(),
    release: z.string().nullable(),
    /** The change of the registry, where it is one that can be taken back. */
    change: z.string().nullable(),
    /** Identifiers of what came in: source, evaluation or release. */
    ids: z.array(z.string()),
    warnings: z.array(ProblemShape),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "ImportOutcome" });
