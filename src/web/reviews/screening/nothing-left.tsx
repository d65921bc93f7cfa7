import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n.ts";
import { EmptyState } from "../../shared/states.tsx";

/** What is said where no record is left, with what can be done instead. */
export function NothingLeft(props: {
  readonly id: string;
  readonly waiting: number;
  readonly more: number;
  readonly conflicts: number;
}) {
  const say = useWords("review-screening");
  const { id } = props;
  if (props.more > 0) return <EmptyState what={say("nothing.more", { count: props.more })} />;
  return (
    <EmptyState
      what={say(props.waiting > 0 ? "nothing.sending" : "nothing.done")}
      how={
        <>
          {props.conflicts > 0 ? (
            <>
              <Link to="/reviews/$id/screening/conflicts" params={{ id }}>
                {say("page.conflicts", { count: props.conflicts })}
              </Link>
              {" · "}
            </>
          ) : null}
          <Link to="/reviews/$id/screening/progress" params={{ id }}>
            {say("page.progress")}
          </Link>
        </>
      }
    />
  );
}
