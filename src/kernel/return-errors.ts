import type { ErrorEntry } from './errors.ts';
import { paperReturnErrors } from './paper-return-errors.ts';

/** How the rules of returns to the state say no. Part of the catalogue in `errors.ts`. */
export const returnErrors = {
  ...paperReturnErrors,
  'return.noDecision': {
    status: 409,
    text: {
      sv: 'Redovisningen godkänns genom ett fattat beslut i ett sammanträde med organet som beslutar om den. Anteckna beslutet först.',
      en: 'The return is approved by a decision made in a meeting of the body that decides on it. Record the decision first.',
    },
  },
  'decision.notMade': {
    status: 409,
    text: {
      sv: 'Beslutet är ett förslag och kan inte verkställas. Anteckna först på sammanträdet att det är fattat.',
      en: 'The decision is a proposal and cannot be carried out. First record in the meeting that it has been made.',
    },
  },
  'return.notReady': {
    status: 409,
    text: {
      sv: 'Redovisningen är inte klar för beslut. Gör granskningen färdig först, så kan den tas upp på ett sammanträde.',
      en: 'The return is not ready for decision. Finish the review first, then it can be put on an agenda.',
    },
  },
  'return.notApproved': {
    status: 409,
    text: {
      sv: 'Redovisningen är inte godkänd, eller redan inskickad. Öppna den och se hur långt den har kommit.',
      en: 'The return has not been approved, or has been sent in already. Open it to see how far it has come.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
