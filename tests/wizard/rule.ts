import type { AdviceRule } from "../../app/wizard/rules.ts";

/** A rule that differs from others only in what is given. */
export function rule(
  kind: AdviceRule["kind"],
  id: string,
  when: AdviceRule["when"],
  countries: readonly string[] = [],
): AdviceRule {
  return {
    kind,
    id,
    when,
    urgency: "soon",
    order: 1,
    against: false,
    countries,
    deadline: null,
    contradicts: [],
    read: [],
    dueOn: "2027-01-01",
  };
}
