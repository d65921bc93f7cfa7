// REFI-QDA 1.0 (kept by 1.5): what is written is valid against the tables of the schema, and comes back as it was.

import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { emptyQdaProject, type QdaProject, readRefiQda, writeQdc, writeQdpx } from "#sources";
import { anyProject } from "./sample-projects.ts";
import { codebookSchema, projectSchema } from "./schema.data.ts";
import { schemaFaults } from "./schema-faults.ts";

const namespace = (kind: string) => `urn:QDA-XML:${kind}:1.0`;

function written(project: QdaProject) {
  const result = writeQdpx(project);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

/** Characters that XML cannot hold are replaced in names; the sample has none of them in names. */
const asRead = async (bytes: Uint8Array) => {
  const read = await readRefiQda(bytes, "project.qdpx");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  if (read.value.kind !== "project") throw new Error("no project");
  return read.value;
};

describe("a project", () => {
  it("comes back as it was, positions exact, nesting kept", async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (project) => {
        const { bytes, notices } = written(project);
        expect(notices).toEqual([]);
        const again = await asRead(bytes);
        expect(again.notices).toEqual([]);
        expect(again.project).toEqual(project);
      }),
      { numRuns: 150 },
    );
  });

  it("is valid against the schema, has one file a text under sources/, and is the same bytes each time", () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { bytes } = written(project);
        const files = unzipSync(bytes);
        const xml = strFromU8(files["project.qde"]!);
        expect(schemaFaults(xml, "Project", namespace("project"), projectSchema)).toEqual([]);
        const outside = [...project.texts, ...project.memos].filter(({ isInline }) => !isInline);
        expect(Object.keys(files).sort()).toEqual(
          ["project.qde", ...outside.map(({ guid }) => `sources/${guid}.txt`)].sort(),
        );
        for (const { guid } of outside) expect(xml).toContain(`plainTextPath="internal://${guid}.txt"`);
        expect(written(project).bytes).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it("with nothing in it is valid too", async () => {
    const { bytes } = written(emptyQdaProject("Empty"));
    expect(
      schemaFaults(
        strFromU8(unzipSync(bytes)["project.qde"]!),
        "Project",
        namespace("project"),
        projectSchema,
      ),
    ).toEqual([]);
    expect((await asRead(bytes)).project).toEqual(emptyQdaProject("Empty"));
  });
});

describe("a codebook", () => {
  it("is valid against the schema and comes back as it was, without the memos it cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async ({ codes, sets }) => {
        const bare = (list: typeof codes): typeof codes =>
          list.map((code) => ({ ...code, notes: [], children: bare(code.children) }));
        const codebook = {
          origin: "Socle 1",
          codes: bare(codes),
          sets: sets.map((set) => ({ ...set, sources: [], notes: [] })),
        };
        const result = writeQdc(codebook);
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        const xml = new TextDecoder().decode(result.value.bytes);
        expect(schemaFaults(xml, "CodeBook", namespace("codebook"), codebookSchema)).toEqual([]);
        const read = await readRefiQda(result.value.bytes, "codes.qdc");
        expect(read).toEqual({ ok: true, value: { kind: "codebook", codebook, notices: [] } });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the table of the schema", () => {
  it("finds what is not valid", () => {
    const valid =
      '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users><User guid="00000000-0000-4000-8000-000000000000"/></Users></Project>';
    const faults = (xml: string) => schemaFaults(xml, "Project", namespace("project"), projectSchema);
    expect(faults(valid)).toEqual([]);
    expect(faults(valid.replace('name="x"', ""))).toEqual(["Project: name is missing"]);
    expect(faults(valid.replace("0000-4000", "4000"))).toHaveLength(1);
    expect(faults(valid.replace("<Users>", "<Description>x</Description><Users>"))).toHaveLength(1);
    expect(faults(valid.replace("project:1.0", "project:2.0"))).toHaveLength(1);
    expect(faults(valid.replace('name="x"', 'name="x" colour="#fff"'))).toHaveLength(1);
  });
});
