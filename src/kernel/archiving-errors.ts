import type { ErrorEntry } from './errors.ts';

/** The ways in which archiving and disposal say no. */
export const archivingErrors = {
  'archiving.hindered': {
    status: 409,
    text: {
      sv: '”{title}” kan inte gallras: {reason}. Ta bort den ur förslaget, eller ordna det som hindrar.',
      en: '“{title}” cannot be disposed of: {reason}. Take it out of the proposal, or settle what stands in the way.',
    },
  },
  'archiving.sameApprover': {
    status: 409,
    text: {
      sv: 'Den som har föreslagit gallringen kan inte också godkänna den. Be en kollega med samma behörighet att granska förslaget.',
      en: 'Whoever proposed the disposal cannot approve it too. Ask a colleague with the same rights to review the proposal.',
    },
  },
  'archiving.notReady': {
    status: 409,
    text: {
      sv: '”{title}” kan inte arkiveras än. {reason}',
      en: '“{title}” cannot be archived yet. {reason}',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
