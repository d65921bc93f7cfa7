// Pages with their tags: everything drawn belongs to an element of the structure or is marked as decoration,
// so that a screen reader hears headings, lists and tables as such.

import { sha256Of } from "../../../canonical-json.ts";
import { PdfFile, pdfNumber, pdfText } from "./pdf-file.ts";
import { type Face, faces, fontOf } from "./true-type.ts";

export const pageSize = { width: 595.28, height: 841.89, margin: 56 } as const;
export const textWidth = pageSize.width - 2 * pageSize.margin;

export type Element = {
  readonly object: number;
  readonly type: string;
  readonly parent: number;
  /** Entries such as /Alt and /A. */
  readonly entries: string;
  readonly kids: string[];
};

type Page = {
  readonly object: number;
  readonly content: string[];
  /** Element of each marked stretch, by its number on the page. */
  readonly owners: number[];
  readonly notes: number[];
};

type LinkAsked = {
  readonly page: number;
  readonly note: number;
  readonly href: string;
  readonly box: string;
};

export class TaggedPages {
  readonly #file = new PdfFile();
  readonly #pages: Page[] = [];
  readonly #elements: Element[] = [];
  readonly #fonts = new Map<Face, { readonly object: number; readonly used: Map<number, string> }>();
  readonly #links: LinkAsked[] = [];
  readonly #places = new Map<string, { readonly page: number; readonly y: number }>();
  readonly #noteOwners: number[] = [];
  readonly #headings: { readonly level: number; readonly text: string; readonly id: string }[] = [];
  readonly #root = this.#file.reserve();
  readonly #tree = this.#file.reserve();
  readonly #pageTree = this.#file.reserve();
  /** Distance of the next line from the lower edge. */
  y = 0;

  readonly document: Element;

  constructor() {
    this.document = this.element("Document", null);
    this.newPage();
  }

  element(type: string, parent: Element | null, entries = ""): Element {
    const made: Element = {
      object: this.#file.reserve(),
      type,
      parent: parent?.object ?? this.#tree,
      entries,
      kids: [],
    };
    this.#elements.push(made);
    parent?.kids.push(`${made.object} 0 R`);
    return made;
  }

  newPage(): void {
    this.#pages.push({ object: this.#file.reserve(), content: [], owners: [], notes: [] });
    this.y = pageSize.height - pageSize.margin;
  }

  /** Begins a new page where there is less room than this. */
  ensure(height: number): void {
    if (this.y - height < pageSize.margin) this.newPage();
  }

  get #page(): Page {
    return this.#pages.at(-1) as Page;
  }

  widthOf(text: string, face: Face, size: number): number {
    const font = fontOf(face);
    let sum = 0;
    for (const letter of text) sum += font.widthOf(this.#glyph(font, letter));
    return (sum * size) / 1000;
  }

  #glyph(font: ReturnType<typeof fontOf>, letter: string): number {
    // A letter that the font lacks is a question mark: an empty box would be forbidden, and unread.
    return font.glyphOf(letter.codePointAt(0) ?? 63) || font.glyphOf(63);
  }

  /** Draws marked content that belongs to an element. */
  #marked(owner: Element, tag: string, draw: string, language?: string): void {
    const page = this.#page;
    const number = page.owners.length;
    page.owners.push(owner.object);
    owner.kids.push(`<</Type/MCR/Pg ${page.object} 0 R/MCID ${number}>>`);
    page.content.push(
      `/${tag} <</MCID ${number}${language === undefined ? "" : `/Lang(${language.replace(/[^\w-]/g, "")})`}>> BDC\n${draw}EMC\n`,
    );
  }

  #textOperators(text: string, x: number, y: number, face: Face, size: number): string {
    const font = fontOf(face);
    const entry = this.#fonts.get(face) ?? { object: this.#file.reserve(), used: new Map<number, string>() };
    this.#fonts.set(face, entry);
    let hex = "";
    for (const letter of text) {
      const glyph = this.#glyph(font, letter);
      if (!entry.used.has(glyph)) entry.used.set(glyph, letter);
      hex += glyph.toString(16).padStart(4, "0");
    }
    return `BT /${face} ${pdfNumber(size)} Tf 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm <${hex}> Tj ET\n`;
  }

  text(
    owner: Element,
    text: string,
    at: { readonly x: number; readonly y: number; readonly face: Face; readonly size: number },
    language?: string,
  ): void {
    this.#marked(
      owner,
      language === undefined ? owner.type : "Span",
      this.#textOperators(text, at.x, at.y, at.face, at.size),
      language,
    );
  }

  /** A link over the text just drawn, as an element of its own. */
  link(owner: Element, href: string, box: readonly [number, number, number, number], says: string): void {
    const note = this.#file.reserve();
    this.#page.notes.push(note);
    owner.kids.push(`<</Type/OBJR/Obj ${note} 0 R/Pg ${this.#page.object} 0 R>>`);
    this.#noteOwners.push(owner.object);
    this.#links.push({
      page: this.#pages.length - 1,
      note,
      href,
      box: `[${box.map(pdfNumber).join(" ")}]/Contents ${pdfText(says)}`,
    });
  }

  /** Lines and areas that carry no meaning. */
  decoration(operators: string): void {
    this.#page.content.push(`/Artifact BMC\n${operators}EMC\n`);
  }

  /** A drawing that is one element with its words. */
  drawing(owner: Element, operators: string, texts: readonly Drawn[]): void {
    this.#marked(
      owner,
      "Figure",
      operators +
        texts.map(({ text, x, y, face, size }) => this.#textOperators(text, x, y, face, size)).join(""),
    );
  }

  /** Where links to a name lead. */
  place(id: string): void {
    this.#places.set(id, { page: this.#pages.length - 1, y: this.y + 14 });
  }

  heading(level: number, text: string, id: string): void {
    this.#headings.push({ level, text, id });
  }

  finish(about: { readonly title: string; readonly subject: string; readonly language: string }): Uint8Array {
    const file = this.#file;
    for (const [n, page] of this.#pages.entries()) {
      const number = String(n + 1);
      page.content.push(
        `/Artifact <</Type/Pagination>> BDC\n${this.#textOperators(number, pageSize.width / 2 - this.widthOf(number, "Regular", 9) / 2, 30, "Regular", 9)}EMC\n`,
      );
    }
    this.#writeFonts();
    this.#writeLinks();
    const resources = file.add(
      `<</Font<<${[...this.#fonts].map(([face, { object }]) => `/${face} ${object} 0 R`).join("")}>>/ProcSet[/PDF/Text]>>`,
    );
    for (const [n, page] of this.#pages.entries()) {
      const content = file.addStream("", new TextEncoder().encode(page.content.join("")));
      file.set(
        page.object,
        `<</Type/Page/Parent ${this.#pageTree} 0 R/MediaBox[0 0 ${pageSize.width} ${pageSize.height}]/Resources ${resources} 0 R/Contents ${content} 0 R/StructParents ${n}/Tabs/S${page.notes.length > 0 ? `/Annots[${page.notes.map((note) => `${note} 0 R`).join(" ")}]` : ""}>>`,
      );
    }
    file.set(
      this.#pageTree,
      `<</Type/Pages/Count ${this.#pages.length}/Kids[${this.#pages.map(({ object }) => `${object} 0 R`).join(" ")}]>>`,
    );
    this.#writeTree();
    const outline = this.#writeOutline();
    const metadata = file.addStream("/Type/Metadata/Subtype/XML", new TextEncoder().encode(xmp(about)), true);
    file.set(
      this.#root,
      `<</Type/Catalog/Pages ${this.#pageTree} 0 R/Lang(${about.language})/MarkInfo<</Marked true>>/StructTreeRoot ${this.#tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R${outline === null ? "" : `/Outlines ${outline} 0 R/PageMode/UseOutlines`}>>`,
    );
    const info = file.add(
      `<</Title ${pdfText(about.title)}/Subject ${pdfText(about.subject)}/Producer ${pdfText("Socle")}>>`,
    );
    const id = sha256Of(JSON.stringify(this.#pages.map(({ content }) => content))).slice(0, 32);
    return file.bytes(this.#root, info, id);
  }

  #writeTree(): void {
    const file = this.#file;
    for (const { object, type, parent, entries, kids } of this.#elements)
      file.set(object, `<</Type/StructElem/S/${type}/P ${parent} 0 R${entries}/K[${kids.join(" ")}]>>`);
    const pages = this.#pages.map(
      ({ owners }, n) => `${n} [${owners.map((owner) => `${owner} 0 R`).join(" ")}]`,
    );
    const notes = this.#noteOwners.map((owner, n) => `${this.#pages.length + n} ${owner} 0 R`);
    const parents = file.add(`<</Nums[${[...pages, ...notes].join(" ")}]>>`);
    file.set(
      this.#tree,
      `<</Type/StructTreeRoot/K ${this.document.object} 0 R/ParentTree ${parents} 0 R/ParentTreeNextKey ${this.#pages.length + notes.length}>>`,
    );
  }

  #target(id: string): string | null {
    const place = this.#places.get(id);
    const page = place && this.#pages[place.page];
    return page ? `[${page.object} 0 R/XYZ 0 ${pdfNumber(place.y)} null]` : null;
  }

  #writeLinks(): void {
    for (const [n, { note, href, box }] of this.#links.entries()) {
      const target = href.startsWith("#") ? this.#target(href.slice(1)) : null;
      const action =
        target !== null
          ? `/Dest ${target}`
          : href.startsWith("#")
            ? ""
            : `/A<</S/URI/URI(${href.replace(/[^\x21-\x7e]/g, "").replace(/[()\\]/g, "\\$&")})>>`;
      this.#file.set(
        note,
        `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent ${this.#pages.length + n}/Rect ${box}${action}>>`,
      );
    }
  }

  /** Bookmarks: sections with their parts. */
  #writeOutline(): number | null {
    const shown = this.#headings.filter(({ level }) => level === 2);
    if (shown.length === 0) return null;
    const root = this.#file.reserve();
    const objects = shown.map(() => this.#file.reserve());
    for (const [n, { text, id }] of shown.entries()) {
      const near = [
        n > 0 ? `/Prev ${objects[n - 1]} 0 R` : "",
        n + 1 < objects.length ? `/Next ${objects[n + 1]} 0 R` : "",
      ].join("");
      this.#file.set(
        objects[n] as number,
        `<</Title ${pdfText(text)}/Parent ${root} 0 R${near}/Dest ${this.#target(id) ?? "null"}>>`,
      );
    }
    this.#file.set(
      root,
      `<</Type/Outlines/First ${objects[0]} 0 R/Last ${objects.at(-1)} 0 R/Count ${objects.length}>>`,
    );
    return root;
  }

  #writeFonts(): void {
    for (const face of faces) {
      const entry = this.#fonts.get(face);
      if (!entry) continue;
      const file = this.#file;
      const font = fontOf(face);
      const used = [...entry.used].sort(([a], [b]) => a - b);
      const program = file.addStream(`/Length1 ${font.bytes.length}`, font.bytes);
      const descriptor = file.add(
        `<</Type/FontDescriptor/FontName/${font.name}/Flags 32/FontBBox[${font.box.join(" ")}]/ItalicAngle ${pdfNumber(font.italicAngle)}/Ascent ${font.ascent}/Descent ${font.descent}/CapHeight ${font.capHeight}/StemV ${face === "Bold" ? 140 : 80}/FontFile2 ${program} 0 R>>`,
      );
      const widths = used.map(([glyph]) => `${glyph}[${font.widthOf(glyph)}]`).join("");
      const descendant = file.add(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font.name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/DW 1000/W[${widths}]>>`,
      );
      const unicode = file.addStream("", new TextEncoder().encode(unicodeMap(used)));
      file.set(
        entry.object,
        `<</Type/Font/Subtype/Type0/BaseFont/${font.name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
      );
    }
  }
}

export type Drawn = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly face: Face;
  readonly size: number;
};

const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

/** Which letters the glyphs are, for search, copying and reading aloud. */
function unicodeMap(used: readonly (readonly [number, string])[]): string {
  const lines = used.map(
    ([glyph, letter]) =>
      `<${hex4(glyph)}> <${[...Array(letter.length).keys()].map((n) => hex4(letter.charCodeAt(n))).join("")}>`,
  );
  const parts: string[] = [];
  for (let n = 0; n < lines.length; n += 100) {
    const some = lines.slice(n, n + 100);
    parts.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${parts.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Metadata with the statement that the file means to follow PDF/UA-1. */
const xmp = ({ title, language }: { readonly title: string; readonly language: string }): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
