import { sql } from "kysely";
import type { Sha256 } from "#kernel";
import type { Database } from "./database.ts";

/** Whether any record speaks of a stored file. Reads the list of releases, which is short. */
export async function isReferredFile(db: Database, sha256: Sha256): Promise<boolean> {
  const { rows } = await sql<{ referred: boolean }>`
    select exists (select from sources where sha256 = ${sha256})
      or exists (select from table_drafts where sha256 = ${sha256})
      or exists (select from reading_job_files join reading_jobs on id = job
        where sha256 = ${sha256} and reading_jobs.state <> 'closed')
      or exists (select from index_definitions where sha256 = ${sha256})
      or exists (select from index_runs where result_sha256 = ${sha256})
      or exists (select from index_uncertainties where result_sha256 = ${sha256})
      or exists (select from study_editions, json_array_elements(record -> 'files') as file
        where ${sha256} in (file ->> 'data', file ->> 'source'))
      or exists (select from study_versions, json_array_elements(record -> 'questionnaires') as form
        where form ->> 'sha256' = ${sha256})
      or exists (select from study_protections where protection = ${sha256})
      or exists (select from releases, json_array_elements_text(files) as file where file = ${sha256}) as referred`.execute(
    db,
  );
  return rows[0]?.referred ?? false;
}
