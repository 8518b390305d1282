import { localized } from '../../localized.ts';

/** The words of what happened in an item, as it was written down in the meeting. */
export const texts = localized(
  {
    outcome: 'Utgång',
    tabledTo: (date: string) => `till ${date}`,
    byMinority: 'på begäran av en tredjedel av de närvarande',
    carriedTo: 'Tas upp igen vid ett senare sammanträde',
    carriedFrom: 'Fördes hit från ett tidigare sammanträde',
    proposed: 'Förslaget i kallelsen',
    answers: 'Besvarade frågor',
    askedBy: (name: string) => `Fråga av ${name}`,
    answeredBy: (name: string) => `Svar av ${name}`,
    oral: 'Muntliga uppgifter',
    notedBy: (name: string, when: string) => `Antecknat av ${name} ${when}`,
  },
  {
    outcome: 'Outcome',
    tabledTo: (date: string) => `to ${date}`,
    byMinority: 'at the request of a third of those present',
    carriedTo: 'Taken up again at a later meeting',
    carriedFrom: 'Carried here from an earlier meeting',
    proposed: 'The proposal of the notice',
    answers: 'Questions answered',
    askedBy: (name: string) => `Question by ${name}`,
    answeredBy: (name: string) => `Answer by ${name}`,
    oral: 'What was told',
    notedBy: (name: string, when: string) => `Noted by ${name} ${when}`,
  },
);
