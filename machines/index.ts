import { asylumMachine, asylumQuestions } from "./asylum.ts";

/** Every wizard's machine and questions, by the wizard's id. A new wizard is added here and in `content/wizards/`. */
export const wizards = {
  asylum: { machine: asylumMachine, questions: asylumQuestions },
} as const;

export type WizardId = keyof typeof wizards;

export function isWizardId(id: string): id is WizardId {
  return Object.hasOwn(wizards, id);
}

export const wizardIds: readonly WizardId[] = Object.keys(wizards).filter(isWizardId);
