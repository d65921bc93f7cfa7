// Files in the layouts in which libraries of microdata give out DDI; all of them are invented.

import { describe, expect, it } from "vitest";
import { ddiLimits } from "./ddi-tree.ts";
import { readDdi } from "./read-ddi.ts";

const nada = `<?xml version='1.0' encoding='UTF-8'?>
<codeBook version="1.2.2" ID="XAB_2001_PSS_v01_M" xml-lang="en" xmlns="http://www.icpsr.umich.edu/DDI">
  <docDscr><citation><titlStmt><titl>Record of a survey</titl></titlStmt></citation></docDscr>
  <stdyDscr>
    <citation>
      <titlStmt>
        <titl> Security of Workers Survey 2001 </titl>
        <altTitl>SWS</altTitl>
        <parTitl>Enquête</parTitl>
        <IDNo>XAB_2001_PSS_v01_M</IDNo>
        <IDNo agency="Old archive">77-b</IDNo>
      </titlStmt>
      <rspStmt><AuthEnty affiliation="Ministry">Bureau of Statistics</AuthEnty></rspStmt>
      <prodStmt>
        <producer abbr="BS" role="Fieldwork">Bureau of Statistics</producer>
        <prodDate date="2003-05">May 2003</prodDate>
        <fundAg>Fund for Work</fundAg>
      </prodStmt>
      <serStmt><serName>Security surveys</serName></serStmt>
    </citation>
    <stdyInfo>
      <abstract><![CDATA[Four towns
          were <asked>.



          Twice.]]></abstract>
      <sumDscr>
        <timePrd date="2001" event="start"/>
        <collDate date="2001-03-01" event="start" cycle="1">x</collDate>
        <collDate date="2001-04-15" event="end"/>
        <nation abbr="xab">Belmora</nation>
        <nation>Nowhereland</nation>
        <geogCover>Four towns: Bela, Mora</geogCover>
        <anlyUnit>Households and individuals</anlyUnit>
        <universe>All persons aged 15 to 64</universe>
        <dataKind>Sample survey data [ssd]</dataKind>
      </sumDscr>
    </stdyInfo>
    <method>
      <dataColl>
        <sampProc><p>First stage.</p><p>Second stage.</p></sampProc>
        <collMode>Face-to-face [f2f]</collMode>
        <weight>No weights.</weight>
      </dataColl>
      <anlyInfo><respRate>93.5%</respRate><respRate>Lower in Mora.</respRate></anlyInfo>
    </method>
    <dataAccs>
      <useStmt>
        <contact affiliation="Bureau" email="a@example.org">Data desk</contact>
        <conditions>No redistribution.</conditions>
      </useStmt>
    </dataAccs>
  </stdyDscr>
  <fileDscr ID="F1" URI="sws_hh.Nesstar?Index=0&amp;Name=hh">
    <fileTxt><fileName>SWS 2001 Hh.NSDstat</fileName><dimensns><caseQnty> 1,234 </caseQnty></dimensns></fileTxt>
  </fileDscr>
  <fileDscr ID="F2"><fileTxt><fileName>2001 Persons.NSDstat</fileName></fileTxt></fileDscr>
  <dataDscr>
    <varGrp ID="G1" var="V1"/>
    <var ID="V1" name="q1" files="F2" dcml="0" intrvl="discrete">
      <location width="1"/>
      <labl> Has a contract </labl>
      <qstn><preQTxt>Now work.</preQTxt><qstnLit>Do you have a contract?</qstnLit></qstn>
      <universe clusion="I">Employees</universe>
      <sumStat type="vald">900</sumStat>
      <sumStat type="vald" wgtd="wgtd">90000</sumStat>
      <sumStat type="invd">12</sumStat>
      <catgry><catValu>1</catValu><labl>Yes</labl><catStat type="freq">500</catStat></catgry>
      <catgry><catValu>2</catValu><labl>No</labl><catStat type="freq" wgtd="wgtd">44000</catStat></catgry>
      <catgry missing="Y"><catValu>8</catValu><labl>Other</labl></catgry>
      <catgry><catValu>9</catValu><labl>Don't know</labl></catgry>
      <catgry missing="Y"><catValu>Sysmiss</catValu><catStat type="freq">12</catStat></catgry>
      <catgry><catValu>1</catValu><labl>Yes again</labl></catgry>
      <concept>contracts</concept>
      <varFormat type="numeric"/>
      <notes>Asked of half.</notes>
    </var>
    <var ID="V2" name="age" files="F2" intrvl="contin">
      <catgry><catValu>97</catValu><labl>97 and over</labl></catgry>
      <catgry missing="Y"><catValu>99</catValu><labl>Not stated</labl></catgry>
    </var>
    <var ID="V3" name="wt" files="F1" wgt="wgt"/>
    <var ID="V4" name="hhid" files="F1" intrvl="contin"/>
    <var ID="V5" name="q1" files="F2"/>
  </dataDscr>
</codeBook>`;

const read = (given: string | Uint8Array) => {
  const result = readDdi(given, "a.xml");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const codeOf = (given: string | Uint8Array) => {
  const result = readDdi(given, "a.xml");
  return result.ok ? "read" : result.problems[0]!.code;
};

describe("a codebook in the layout of a microdata library", () => {
  const { study, files, variables, statistics, version, edition, notices } = read(nada);

  it("gives the study, with null for what it does not say", () => {
    expect(version).toBe("1.2.2");
    expect(edition).toBeNull();
    expect(study).toMatchObject({
      id: "XAB_2001_PSS_v01_M",
      kind: null,
      origin: null,
      title: { en: "Security of Workers Survey 2001" },
      series: "Security surveys",
      abstract: { en: "Four towns\nwere <asked>.\n\nTwice." },
      areas: ["XAB"],
      years: { from: 2001, to: 2001 },
      universe: { text: { en: "All persons aged 15 to 64" }, ages: null },
      coverage: { class: null, places: [], note: { en: "Four towns: Bela, Mora" } },
      analysisUnits: ["household", "person"],
      sampling: { procedure: { en: "First stage.\n\nSecond stage." }, overSampling: null },
      mode: { en: "Face-to-face [f2f]" },
      collection: { from: "2001-03-01", to: "2001-04-15" },
      response: { rate: 0.935, note: { en: "Lower in Mora." } },
      weighting: { en: "No weights." },
      producers: [{ name: "Bureau of Statistics", role: "Fieldwork" }],
      funding: ["Fund for Work"],
      identifiers: [{ scheme: "Old archive", id: "77-b" }],
      access: { microdata: null, tables: null, contact: "Data desk, Bureau, a@example.org" },
      licence: "No redistribution.",
      citation: {
        title: "Security of Workers Survey 2001",
        author: "Bureau of Statistics",
        publisher: "Bureau of Statistics",
        issued: "2003-05",
      },
      caveats: [],
      questionnaires: [],
    });
  });

  it("gives files short names of their own, and variables in them", () => {
    expect(files).toEqual([
      { name: "sws-2001-hh", file: "SWS 2001 Hh.NSDstat", rows: 1234, declared: null },
      { name: "persons", file: "2001 Persons.NSDstat", rows: null, declared: null },
    ]);
    expect(variables.map((each) => [each.file, each.name, each.kind])).toEqual([
      ["persons", "q1", "categorical"],
      ["persons", "age", "numeric"],
      ["sws-2001-hh", "wt", "weight"],
      // Called continuous, and it is a name of rows: what a codebook cannot know stays open.
      ["sws-2001-hh", "hhid", undefined],
    ]);
  });

  it("gives categories, with missing codes by mark and by label, and leaves open what is not said", () => {
    const [q1, age, , hhid] = variables;
    expect(q1).toEqual({
      file: "persons",
      name: "q1",
      label: { en: "Has a contract" },
      kind: "categorical",
      question: { en: "Do you have a contract?" },
      universe: { en: "Employees" },
      unit: null,
      categories: [
        { code: "1", label: { en: "Yes" }, missing: null },
        { code: "2", label: { en: "No" }, missing: null },
        { code: "8", label: { en: "Other" }, missing: "missing" },
        { code: "9", label: { en: "Don't know" }, missing: "dont-know" },
      ],
      note: { en: "Asked of half." },
    });
    expect(age!.categories).toEqual([{ code: "99", label: { en: "Not stated" }, missing: "not-stated" }]);
    expect(Object.keys(hhid!)).not.toContain("categories");
    // Counts with weights are other numbers, and are left out.
    expect(statistics[0]).toMatchObject({ valid: 900, invalid: 12 });
    expect(statistics[0]!.frequencies).toEqual([
      { code: "1", count: 500 },
      { code: "Sysmiss", count: 12 },
    ]);
  });

  it("tells what could not be placed", () => {
    expect(notices.map(({ code, at, message }) => [code, at?.field, /"([^"]*)"/.exec(message)?.[1]])).toEqual(
      [
        ["studies.ddi-not-placed", "areas", "Nowhereland"],
        ["studies.ddi-not-placed", "categories", "age: 97 = 97 and over"],
        ["studies.ddi-not-placed", "variables", "q1 (a second time in persons)"],
      ],
    );
  });
});

describe("a codebook with prefixes, a document type and other languages", () => {
  const prefixed = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE ddi:codeBook SYSTEM "Version2-1.dtd">
<ddi:codeBook xmlns:ddi="http://www.icpsr.umich.edu/DDI" version="2.1" xml:lang="fr">
 <ddi:stdyDscr><ddi:citation><ddi:titlStmt><ddi:titl>Enqu\u00eate</ddi:titl>
   <ddi:parTitl xml:lang="es">Encuesta</ddi:parTitl><ddi:parTitl xml:lang="ru">Opros</ddi:parTitl></ddi:titlStmt></ddi:citation>
   <ddi:stdyInfo><ddi:sumDscr><ddi:geogCover>Nationale</ddi:geogCover></ddi:sumDscr></ddi:stdyInfo></ddi:stdyDscr>
 <ddi:dataDscr><ddi:var name="v1"><ddi:labl>MigraciÃ³n</ddi:labl><ddi:txt xml:lang="ru">Tekst</ddi:txt></ddi:var></ddi:dataDscr>
</ddi:codeBook>`;

  it("is read in the encoding it names, and English that is not there is told", () => {
    const bytes = Uint8Array.from(prefixed, (sign) => sign.charCodeAt(0));
    const { study, version, notices, variables } = read(bytes);
    expect(version).toBe("2.1");
    expect(study.title).toEqual({ en: "Enquête", fr: "Enquête", es: "Encuesta" });
    expect(study.coverage.class).toBe("national");
    expect([variables[0]!.file, variables[0]!.note]).toEqual(["data", { en: "Tekst" }]);
    expect(notices.map(({ code }) => code)).toEqual([
      "studies.ddi-language",
      "studies.ddi-language",
      "studies.ddi-labels-garbled",
    ]);
    expect(notices[2]!.message).toContain('probably means "Migración"');
  });

  it("is refused where its bytes are not in the encoding it names", () => {
    const bytes = Uint8Array.from(prefixed.replace("ISO-8859-1", "UTF-8"), (sign) => sign.charCodeAt(0));
    expect(codeOf(bytes)).toBe("studies.ddi-encoding");
    expect(codeOf(new TextEncoder().encode(prefixed.replace("ISO-8859-1", "klingon")))).toBe(
      "studies.ddi-encoding",
    );
  });
});

describe("a hostile or mistaken file", () => {
  const book = (inner: string) => `<codeBook>${inner}</codeBook>`;

  it("is refused with what is wrong with it", () => {
    const bomb = `<!DOCTYPE codeBook [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${book("&b;")}`;
    expect(codeOf(bomb)).toBe("studies.ddi-entities-refused");
    expect(
      codeOf(`<!DOCTYPE codeBook SYSTEM "a" [<!ENTITY x SYSTEM "file:///etc/passwd">]>${book("&x;")}`),
    ).toBe("studies.ddi-entities-refused");
    expect(codeOf(book("<a>".repeat(100) + "</a>".repeat(100)))).toBe("studies.ddi-too-large");
    expect(codeOf(`<codeBook>${"<a/>".repeat(ddiLimits.tags)}</codeBook>`)).toBe("studies.ddi-too-large");
    expect(codeOf(new Uint8Array(ddiLimits.bytes + 1))).toBe("studies.ddi-too-large");
    expect(codeOf("")).toBe("studies.ddi-damaged");
    expect(codeOf(new Uint8Array())).toBe("studies.ddi-damaged");
    expect(codeOf(nada.slice(0, 3000))).toBe("studies.ddi-damaged");
    expect(codeOf("<DDIInstance/>")).toBe("studies.ddi-unknown");
    expect(codeOf("<html/>")).toBe("studies.ddi-unknown");
  });

  it("that says nothing gives nothing", () => {
    const { study, files, variables, notices } = read("<codeBook/>");
    expect([study.id, study.title, study.areas, study.years, study.licence, study.citation]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([files, variables, notices]).toEqual([[], [], []]);
  });

  it("cannot bring fields of its own through our notes", () => {
    const own = (subject: string, text: string) => `<notes type="socle" subject="${subject}">${text}</notes>`;
    const { study, files, edition } = read(
      book(
        `<stdyDscr><citation><verStmt>${own("state", "edited")}${own("minimum-cases", "-1")}</verStmt></citation>${own("kind", "robots")}${own("citation", '{"__proto__":{"title":"x"},"title":7}')}</stdyDscr><fileDscr>${own("file", '{"name":"Bad name","unit":"person","file":"a"}')}</fileDscr>`,
      ),
    );
    expect([study.kind, study.citation, edition, files[0]!.declared]).toEqual([null, null, null, null]);
  });

  it("of 10,000 variables is read in time", () => {
    const variable = (n: number) =>
      `<var ID="V${n}" name="v${n}"><labl>L${n}</labl>${"<catgry><catValu>1</catValu><labl>Yes</labl></catgry>".repeat(5)}</var>`;
    const text = book(
      `<dataDscr>${Array.from({ length: 10_000 }, (_, n) => variable(n)).join("")}</dataDscr>`,
    );
    expect(read(text).variables).toHaveLength(10_000);
  });
});
