// What columns of tables of references are called, in the four languages and in the exports of catalogues and
// screening programs. Compared without case, accents, blanks and punctuation.

/** What a column can hold. */
export type ColumnRole =
  | "title"
  | "abstract"
  | "authors"
  | "year"
  | "month"
  | "day"
  | "date"
  | "doi"
  | "url"
  | "keywords"
  | "key"
  | "pmid"
  | "container"
  | "publisher"
  | "place"
  | "series"
  | "volume"
  | "number"
  | "pages"
  | "firstPage"
  | "lastPage"
  | "language"
  | "type"
  | "notes"
  | "label";

/** Of two columns for one role the one whose name stands earlier counts; the other is kept under its name. */
export const columnNames: Readonly<Record<ColumnRole, readonly string[]>> = {
  title: [
    ...["title", "article title", "document title", "primary title", "report title"],
    ...[
      "item title",
      "reference title",
      "ti",
      "titre",
      "titre de l'article",
      "titulo",
      "título del artículo",
    ],
    ...["título do artigo", "titulo del documento", "title (english)", "scientific title", "name"],
  ],
  abstract: [
    ...["abstract", "abstract note", "abstracttext", "summary", "notes abstract", "ab", "résumé", "resumen"],
    ...["resumo", "description", "descripción", "descrição"],
  ],
  authors: [
    ...[
      "author full names",
      "authors",
      "author",
      "authors/editors",
      "author(s)",
      "author names",
      "au",
      "creators",
    ],
    ...["auteurs", "auteur", "auteur(s)", "autores", "autor", "autor(es)", "autoría", "autoria"],
  ],
  year: [
    ...["year", "publication year", "published year", "pub year", "py", "year of publication", "année"],
    ...["année de publication", "año", "año de publicación", "ano", "ano de publicação", "anno"],
  ],
  month: ["month", "published month", "mois", "mes", "mês"],
  day: ["day", "jour", "día", "dia"],
  date: [
    ...["date", "publication date", "published", "date published", "date de publication", "fecha"],
    ...["fecha de publicación", "data", "data de publicação"],
  ],
  doi: ["doi", "digital object identifier", "doi link", "doi url", "di"],
  url: [
    ...[
      "url",
      "link",
      "urls",
      "full text link",
      "fulltext url",
      "web address",
      "article url",
      "lien",
      "enlace",
    ],
    ...["ligação", "adresse", "dirección", "endereço", "href"],
  ],
  keywords: [
    ...[
      "author keywords",
      "keywords",
      "keyword",
      "keyword(s)",
      "key words",
      "index keywords",
      "keywords plus",
    ],
    ...["manual tags", "automatic tags", "mesh terms", "mesh", "subjects", "subject terms", "mots-clés"],
    ...["mots clés", "palabras clave", "palavras-chave", "descriptores", "descritores"],
  ],
  key: [
    ...[
      "record id",
      "recordid",
      "reference id",
      "key",
      "id",
      "own id",
      "study id",
      "citation key",
      "covidence #",
    ],
    ...["covidence id", "ut (unique wos id)", "ut unique wos id", "eid", "identifier", "identifiant"],
    ...[
      "identificador",
      "openalex id",
      "openalex_id",
      "item id",
      "accession number",
      "unique id",
      "ref id",
      "no",
    ],
  ],
  pmid: ["pmid", "pubmed id", "pubmed_id", "pubmedid"],
  container: [
    ...["journal", "source title", "journal/book", "source", "journal title", "publication name", "so"],
    ...["secondary title", "container title", "publication title", "book title", "revue", "revista"],
    ...["periódico", "publication"],
  ],
  publisher: [
    ...["publisher", "institution", "organisation", "organization", "éditeur", "editorial", "editora"],
    ...["institución", "instituição"],
  ],
  place: [
    "place",
    "location",
    "place published",
    "publisher location",
    "publisher city",
    "lieu",
    "lugar",
    "local",
  ],
  series: ["series", "series title", "book series title", "collection", "serie", "série"],
  volume: ["volume", "vol", "vl", "volumen"],
  number: ["issue", "number", "report number", "numéro", "número"],
  pages: ["pages", "page", "page range", "pagination", "páginas", "article number", "art. no."],
  firstPage: ["page start", "start page", "first page", "bp"],
  lastPage: ["page end", "end page", "last page", "ep"],
  language: ["language", "language of original document", "la", "langue", "idioma", "língua", "lengua"],
  type: [
    ...[
      "document type",
      "item type",
      "type",
      "publication type",
      "reference type",
      "type of reference",
      "genre",
    ],
    ...["type de document", "tipo de documento", "tipo"],
  ],
  notes: [
    "notes",
    "note",
    "extra",
    "remarks",
    "comments",
    "remarques",
    "notas",
    "observaciones",
    "observações",
  ],
  label: [
    ...["label_included", "included", "label", "final_label", "asreview_label", "asreview prior", "include"],
    ...["decision", "screening decision", "label_abstract", "label_abstract_screening", "abstract_screening"],
    ...["final_included", "full text decision", "title and abstract decision", "status", "relevant"],
    ...["décision", "decisión", "decisão", "incluido", "incluído", "inclus"],
  ],
};

/** Columns of Web of Science's table with short tags, by their names. */
export const shortTags: Readonly<Record<string, ColumnRole>> = {
  TI: "title",
  AB: "abstract",
  AF: "authors",
  AU: "authors",
  PY: "year",
  DI: "doi",
  DE: "keywords",
  ID: "keywords",
  UT: "key",
  PM: "pmid",
  SO: "container",
  PU: "publisher",
  PI: "place",
  SE: "series",
  VL: "volume",
  IS: "number",
  BP: "firstPage",
  EP: "lastPage",
  LA: "language",
  DT: "type",
};

/** What cells of a column of decisions say. */
export const includedWords: ReadonlySet<string> = new Set(
  "1 1.0 yes y true include included relevant keep accepted oui sí si sim inclus inclure incluido incluir incluído inclusion".split(
    " ",
  ),
);
export const excludedWords: ReadonlySet<string> = new Set(
  "0 0.0 no n false exclude excluded irrelevant reject rejected non não nao exclu exclure excluido excluir excluído exclusion".split(
    " ",
  ),
);
