import { asylumMachine, asylumQuestions } from "./asylum.ts";
import { familyMachine, familyQuestions } from "./family.ts";
import { flowOf, type Flow } from "./flow.ts";
import { paymentMachine, paymentQuestions } from "./payment.ts";
import { recordMachine, recordQuestions } from "./record.ts";
import { transitMachine, transitQuestions } from "./transit.ts";
import { startMachine, startQuestions } from "./start.ts";

/** Every wizard's flow, by the wizard's id. A new wizard is added here and in `content/wizards/`. */
export const flows: Readonly<Record<string, Flow>> = {
  start: flowOf("start", startMachine, startQuestions),
  asylum: flowOf("asylum", asylumMachine, asylumQuestions),
  family: flowOf("family", familyMachine, familyQuestions),
  payment: flowOf("payment", paymentMachine, paymentQuestions),
  record: flowOf("record", recordMachine, recordQuestions),
  transit: flowOf("transit", transitMachine, transitQuestions),
};
