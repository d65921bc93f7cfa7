import { AsyncLocalStorage } from "node:async_hooks";
import type { Catalogue } from "./store.ts";

/** Whether the code that asks runs inside `Store.transaction`, however deep in calls. */
export type TransactionScope = {
  run<T>(work: () => Promise<T>): Promise<T>;
  refuseInside(what: string): void;
};

/**
 * The embedded catalogue has one connection: work inside a transaction that also uses the catalogue
 * outside of it would wait for itself for ever; on PostgreSQL it would read and write beside the
 * transaction. Both are defects of the caller and are refused at once, the same on both engines.
 */
export function transactionScope(): TransactionScope {
  const scope = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async run(work) {
      const state = { open: true };
      try {
        return await scope.run(state, work);
      } finally {
        state.open = false;
      }
    },
    refuseInside(what) {
      if (scope.getStore()?.open)
        throw new Error(
          `${what} was called inside a transaction of the same store. Use the catalogue that the transaction hands over.`,
        );
    },
  };
}

/** The same catalogue, each method of which first asks `check`. */
export function checkedCatalogue(catalogue: Catalogue, check: (method: string) => void): Catalogue {
  const section = (name: string, methods: object) =>
    Object.fromEntries(
      Object.entries(methods).map(([method, call]: [string, (...args: unknown[]) => unknown]) => [
        method,
        async (...args: unknown[]) => {
          check(`catalogue.${name}.${method}`);
          return call(...args);
        },
      ]),
    );
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, methods]) => [name, section(name, methods)]),
  ) as unknown as Catalogue;
}
