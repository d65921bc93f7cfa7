import type { ProblemCatalogue } from "#kernel";

/** What each problem of the store means and what to do; the reference page is generated from here. */
export const storeProblems = {
  "store.parquet-unreadable": {
    meaning: "A Parquet file that was given cannot be read: it is damaged, cut off or of an unusual kind.",
    remedy: "Write it again with the program that made it, or give the table as CSV.",
  },
  "store.folder-in-use": {
    meaning: "Another process holds the data folder; two would damage the embedded catalogue.",
    remedy:
      "Send the work to the server that holds it, wait until it has finished, stop it, or choose another folder with SOCLE_HOME.",
  },
  "store.folder-unusable": {
    meaning: "The data folder cannot be made or written to.",
    remedy: "Give the user that runs Socle the right to it, make room, or choose another with SOCLE_HOME.",
  },
  "store.catalogue-unreadable": {
    meaning: "The embedded catalogue in the data folder cannot be opened.",
    remedy: "Restore a backup into an empty folder.",
  },
  "store.catalogue-newer": {
    meaning: "The catalogue or the backup was written by a newer version of Socle.",
    remedy: "Use that version or a later one.",
  },
  "store.migration-failed": {
    meaning: "The catalogue could not be brought to the form this version needs; it is unchanged.",
    remedy:
      "Read the reason; on PostgreSQL check the rights of the database user and the extensions pg_trgm and unaccent.",
  },
  "store.database-unreachable": {
    meaning: "The PostgreSQL server named by DATABASE_URL does not answer.",
    remedy:
      "Check the address, the server and the user; without DATABASE_URL the embedded catalogue is used.",
  },
  "store.database-unsuitable": {
    meaning: "The PostgreSQL server is too old, or the database is not in UTF8.",
    remedy: "Use PostgreSQL 15 or later and a database in UTF8.",
  },
  "store.search-not-understood": {
    meaning: "A search text has a sign or a field that leads nowhere; the message says where.",
    remedy: "Follow the message, or put what you look for in quotation marks.",
  },
  "store.search-too-long": {
    meaning: "A search text is longer than the search engine is asked to carry.",
    remedy: "Shorten it to at most 1,000 characters and 64 words or phrases.",
  },
  "store.file-damaged": {
    meaning: "A stored file no longer holds the bytes it is named after.",
    remedy: "List such files with socle verify, and restore them from a backup.",
  },
  "store.disk-full": {
    meaning: "There is no room left on the disk of the data folder.",
    remedy: "Make room, then try again; nothing was changed by halves.",
  },
  "store.not-writable": {
    meaning: "The data folder may not be written to.",
    remedy: "Give the user that runs Socle the right to write in it, or choose another with SOCLE_HOME.",
  },
  "store.backup-not-written": {
    meaning: "The backup file could not be written.",
    remedy: "Choose a folder that exists, may be written to and has room enough.",
  },
  "store.backup-unusable": {
    meaning: "A file is not a whole and undamaged backup; nothing was changed.",
    remedy: "Check the copy against its SHA-256, or use another backup.",
  },
  "store.output-exists": {
    meaning: "A download was to be written where a file stands already.",
    remedy: "Choose another name, or move that file away.",
  },
  "store.output-not-written": {
    meaning: "A download could not be written to the path given.",
    remedy: "Choose a folder that exists, may be written to and has room enough.",
  },
  "store.change-undone": {
    meaning: "A change of the registry that was to be taken back has been taken back already.",
    remedy: "Take back the change that took it back, if it is to stand again.",
  },
  "store.change-overtaken": {
    meaning: "Records of a change that was to be taken back have been changed since; nothing was changed.",
    remedy: "Take the later changes back first, newest first, or correct the records one by one.",
  },
  "store.records-moved": {
    meaning: "Records were changed by somebody else again and again while a change of them was made ready.",
    remedy: "Try again in a moment; nothing was changed.",
  },
  "store.row-absent": {
    meaning: "A row was asked of a file that has no such row, or is no table.",
    remedy: "Ask with the row that stands with the figure.",
  },
  "store.restore-not-empty": {
    meaning: "The target of a restore already holds data.",
    remedy: "Restore into a new folder, and into an empty database.",
  },
} as const satisfies ProblemCatalogue;
