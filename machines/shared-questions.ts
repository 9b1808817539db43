import type { Questions } from "./question.ts";

/**
 * Questions that several wizards ask. A question of the same name is the same in every wizard: one condition speaks to all of
 * them, and an answer given in one is never asked for again in the next.
 */
export const sharedQuestions = {
  country: {
    kind: "country",
    classes: ["origin", "transit", "eu", "other-refuge"],
    elsewhere: { ru: "origin", "elsewhere-transit": "transit", "elsewhere-eu": "eu", "elsewhere-other": "other-refuge" },
  },
  danger: { kind: "one", options: ["detained", "removal", "border-stop", "searched", "none"] },
  "help-now": { kind: "pause" },
  service: {
    kind: "one",
    options: ["conscript", "contract", "mobilised", "prison-recruit", "reservist", "liable", "discharged"],
  },
  "left-on": { kind: "date" },
  fighting: { kind: "one", options: ["not-sent", "support", "combat", "crimes-near"] },
  case: { kind: "one", options: ["charged", "wanted", "searched-home", "none"] },
  passport: { kind: "one", options: ["foreign-valid", "foreign-expired", "internal-only", "none"] },
  stay: { kind: "one", options: ["lawful", "expired", "never-registered"] },
  "arrived-on": { kind: "date" },
  claim: { kind: "one", options: ["none", "said", "lodged", "refused", "final", "protected"] },
  "refused-on": { kind: "date" },
  family: { kind: "many", options: ["partner", "children", "in-russia", "none"] },
  threats: { kind: "many", options: ["consulate", "relatives-pressed", "no-money", "no-housing", "crisis", "none"] },
} as const satisfies Questions;

/** Dangers that cannot wait for the other questions: after them the wizard halts at what to do now. */
export const dangersOfNow = ["detained", "removal", "border-stop", "searched"] as const;
