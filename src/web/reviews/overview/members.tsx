import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type ReviewPart, reviewParts } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import { holds, type Review } from "../review-frame.tsx";
import style from "../reviews.module.css";
import { useActs } from "../use-acts.ts";
import { WideTable } from "../wide-table.tsx";

/** Who takes part, in which part, and for an owner how to change it. */
export function Members({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const format = useFormat();
  const acts = useActs(review.id);
  const owner = holds(review, "owner");
  return (
    <Section title={say("members.title")} note={say("members.note")}>
      {review.members.length === 0 ? (
        <p>{say("members.none")}</p>
      ) : (
        <WideTable label={say("members.title")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("members.name")}</th>
                <th scope="col">{say("members.parts")}</th>
                {owner ? <th scope="col">{say("members.change")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {review.members.map((member) => (
                <tr key={member.account}>
                  <th scope="row">
                    {member.name}
                    {member.account === review.me ? ` (${say("members.you")})` : ""}
                  </th>
                  <td>
                    {member.removed
                      ? say("members.removed", {
                          date: format.date(member.removed.at),
                          reason: member.removed.reason,
                        })
                      : member.parts.map((part) => say(`part.${part}`)).join(", ")}
                  </td>
                  {owner ? (
                    <td>
                      {member.removed ? null : (
                        <ChangeMember key={member.parts.join()} member={member} acts={acts} />
                      )}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <ProblemList problems={acts.problems} />
      {owner ? <AddMember acts={acts} /> : null}
    </Section>
  );
}

type Acts = ReturnType<typeof useActs>;

function PartBoxes(props: {
  readonly parts: readonly ReviewPart[];
  readonly onChange: (parts: readonly ReviewPart[]) => void;
  readonly label: string;
}) {
  const say = useWords("reviews");
  return (
    <fieldset className={style["boxes"]}>
      <legend>{props.label}</legend>
      {reviewParts.map((part) => (
        <Checkbox
          key={part}
          label={say(`part.${part}`)}
          description={say(`partDoes.${part}`)}
          checked={props.parts.includes(part)}
          onChange={(event) =>
            props.onChange(
              event.currentTarget.checked
                ? [...props.parts, part]
                : props.parts.filter((one) => one !== part),
            )
          }
        />
      ))}
    </fieldset>
  );
}

function ChangeMember(props: { readonly member: Review["members"][number]; readonly acts: Acts }) {
  const say = useWords("reviews");
  const { account, name } = props.member;
  const [parts, setParts] = useState<readonly ReviewPart[]>(props.member.parts);
  const [reason, setReason] = useState("");
  return (
    <details>
      <summary>{say("members.changeOf", { name })}</summary>
      <PartBoxes parts={parts} onChange={setParts} label={say("members.parts")} />
      <Button
        variant="default"
        loading={props.acts.running}
        onClick={() => props.acts.record({ kind: "member.changed", account, parts: [...parts] })}
      >
        {say("members.saveParts")}
      </Button>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void props.acts.record({ kind: "member.removed", account, reason });
        }}
      >
        <TextInput
          label={say("members.removeReason")}
          description={say("members.removeNote")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <Button type="submit" variant="default" loading={props.acts.running}>
          {say("members.remove", { name })}
        </Button>
      </form>
    </details>
  );
}

function AddMember({ acts }: { readonly acts: Acts }) {
  const say = useWords("reviews");
  const [account, setAccount] = useState("");
  const [parts, setParts] = useState<readonly ReviewPart[]>(["reviewer"]);
  return (
    <form
      className={style["form"]}
      onSubmit={async (event: FormEvent) => {
        event.preventDefault();
        if (await acts.record({ kind: "member.added", account, name: "", parts: [...parts] })) setAccount("");
      }}
    >
      <h3>{say("members.add")}</h3>
      <TextInput
        label={say("members.address")}
        description={say("members.addressNote")}
        type="email"
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
        required
      />
      <PartBoxes parts={parts} onChange={setParts} label={say("members.parts")} />
      <Button type="submit" loading={acts.running}>
        {say("members.addButton")}
      </Button>
    </form>
  );
}
