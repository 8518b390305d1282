import type { ErrorEntry } from './errors.ts';

/** The ways in which the rules of notice boards and of the proof of posting say no. */
export const noticeErrors = {
  'notice.noGap': {
    status: 409,
    text: {
      sv: 'Det finns inget avbrott som kan styrkas i efterhand. Har anslaget setts vara borta måste det anslås på nytt.',
      en: 'There is no gap that can be made good by a statement. If the notice was seen to be gone it has to be put up anew.',
    },
  },
  'notice.unproven': {
    status: 409,
    text: {
      sv: 'Överklagandetiden kan inte räknas: anslaget är inte styrkt på tavlan hela tiden. Styrk avbrottet eller anslå på nytt.',
      en: 'The time of appeal cannot be counted: the notice is not proved to have been up all the time. State what proves it, or put it up anew.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
