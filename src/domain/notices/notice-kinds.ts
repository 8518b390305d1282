import type { Localized } from '../../kernel/language.ts';

type NoticeKindEntry = { readonly label: Localized; readonly law: string; readonly appeals: boolean };

/**
 * What may stand on a notice board: the closed list of kommunallagen 8 kap. 9–11 §§ (R-KL-56). There is no kind for news, because the board must
 * hold nothing else. `appeals` says whether a time for appeal is counted from the day it was put up.
 */
export const noticeKinds = {
  assemblyMeeting: {
    label: { sv: 'sammanträde med fullmäktige', en: 'meeting of the assembly' },
    law: 'KL 5:13, 8:10',
    appeals: false,
  },
  adjustedMinutes: { label: { sv: 'justerat protokoll', en: 'adjusted minutes' }, law: 'KL 8:12', appeals: true },
  delegatedDecisions: {
    label: { sv: 'delegationsbeslut som inte ska anmälas', en: 'delegated decisions that are not reported' },
    law: 'KL 6:40, 8:10',
    appeals: true,
  },
  minutesText: { label: { sv: 'protokoll i sin helhet', en: 'minutes in full' }, law: 'KL 8:11', appeals: false },
  appealInformation: {
    label: { sv: 'hur man överklagar', en: 'how to appeal' },
    law: 'KL 8:10',
    appeals: false,
  },
  statutoryAnnouncement: {
    label: { sv: 'kungörelse enligt lag', en: 'announcement required by law' },
    law: 'KL 8:10',
    appeals: false,
  },
  committeeMeeting: {
    label: { sv: 'sammanträde med nämnd', en: 'meeting of a committee' },
    law: 'KL 8:11',
    appeals: false,
  },
  decisionDocuments: {
    label: { sv: 'beslutsunderlag', en: 'documents for a decision' },
    law: 'KL 8:11',
    appeals: false,
  },
} as const satisfies Record<string, NoticeKindEntry>;
export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindCodes = Object.keys(noticeKinds) as readonly NoticeKind[];

/** What can happen to an entry on its board. The rows are added in order and never changed: together they prove when it was to be seen. */
export const noticeEventKinds = {
  posted: { sv: 'uppsatt', en: 'put up' },
  hidden: { sv: 'inte synligt', en: 'out of sight' },
  restored: { sv: 'synligt igen', en: 'in sight again' },
  takenDown: { sv: 'nedtaget', en: 'taken down' },
  appealed: { sv: 'överklagat', en: 'appealed' },
  appealSettled: { sv: 'överklagandet avgjort', en: 'appeal settled' },
} as const satisfies Record<string, Localized>;
export type NoticeEventKind = keyof typeof noticeEventKinds;
