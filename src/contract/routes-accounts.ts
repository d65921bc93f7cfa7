// Signing in and out, one-time links, accounts and the audit.

import { z } from "zod";
import { roles } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import { AccountShape, SessionShape } from "./shapes.ts";

export const accountsRoutes = {
  session: route({
    operationId: "session",
    method: "GET",
    path: "/api/session",
    summary: "Who is signed in, and what they may do",
    action: "session.read",
    reply: SessionShape,
  }),
  signIn: route({
    operationId: "signIn",
    method: "POST",
    path: "/api/session",
    summary: "Sign in with address and password",
    action: "session.create",
    body: z.object({ email: z.string().max(254), password: z.string().max(1_000) }),
    reply: SessionShape,
  }),
  signOut: route({
    operationId: "signOut",
    method: "DELETE",
    path: "/api/session",
    summary: "Sign out",
    action: "session.delete",
    reply: SessionShape,
  }),
  readLink: route({
    operationId: "readLink",
    method: "POST",
    path: "/api/links/read",
    summary: "What a one-time link is for; uses nothing up",
    action: "link.read",
    body: z.object({ token: z.string().min(20).max(200) }),
    reply: z.object({
      purpose: z.enum(["claim-administrator", "set-password"]),
      name: z.string().nullable(),
      email: z.string().nullable(),
    }),
  }),
  useLink: route({
    operationId: "useLink",
    method: "POST",
    path: "/api/links/use",
    summary: "Claim the administrator's place or set a password with a one-time link",
    action: "link.use",
    body: z.object({
      token: z.string().min(20).max(200),
      name: z.string().trim().min(1).max(200).optional(),
      email: z.string().trim().max(254).optional(),
      password: z.string().max(1_000),
    }),
    reply: SessionShape,
  }),
  listAccounts: route({
    operationId: "listAccounts",
    method: "GET",
    path: "/api/accounts",
    summary: "Accounts and their roles",
    action: "account.read",
    reply: z.array(AccountShape),
  }),
  createAccount: route({
    operationId: "createAccount",
    method: "POST",
    path: "/api/accounts",
    summary: "Make an account; the answer holds the one-time link to hand over",
    action: "account.create",
    body: z.object({
      name: z.string().trim().min(1).max(200),
      email: z.string().trim().max(254),
      role: z.enum(roles),
    }),
    reply: z.object({ account: AccountShape, link: z.string() }),
  }),
  changeAccount: route({
    operationId: "changeAccount",
    method: "PATCH",
    path: "/api/accounts/:id",
    summary: "Change a role, disable or enable an account",
    action: "account.change",
    params: Id,
    body: z.object({ role: z.enum(roles).optional(), disabled: z.boolean().optional() }),
    reply: AccountShape,
  }),
  createAccountLink: route({
    operationId: "createAccountLink",
    method: "POST",
    path: "/api/accounts/:id/link",
    summary: "Make a new one-time link to set a password, in place of earlier ones",
    action: "account.change",
    params: Id,
    reply: z.object({ account: AccountShape, link: z.string() }),
  }),
  listAudit: route({
    operationId: "listAudit",
    method: "GET",
    path: "/api/audit",
    summary: "The audit, newest first",
    action: "audit.read",
    query: z.object({ before: z.coerce.number().int().optional(), limit: count(500, 100) }),
    reply: z.array(
      z.object({
        number: z.int(),
        action: z.string(),
        actor: z.string(),
        resource: z.string(),
        at: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
} as const;
