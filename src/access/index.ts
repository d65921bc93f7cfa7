// Who may do what: the table of actions and the policy function. Pure; knows no request and no store.

export type { ActionRule, Allowed } from "./action-rule.ts";
export {
  type Action,
  actions,
  roleDescriptions,
  rolesKeptByManagers,
} from "./actions.data.ts";
export { actionsOf, type Decision, may, type Resource } from "./may.ts";
export { permission } from "./permission.ts";
export { type AccessProblemCode, accessProblems } from "./problems.ts";
