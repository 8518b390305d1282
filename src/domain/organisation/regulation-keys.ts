import type { BodyRules } from './body-rules.ts';
import { as, asNumber, asYes, days, people, type RegulationEntry, serving, word, yesNo } from './regulation-entry.ts';

/** The days within which the law has minutes adjusted (KL 5:69, R-KL-53). */
export const legalAdjustmentDays = 14;

/**
 * What a reglemente (arbetsordning, "Bestämmelser för politiska organ") can say about a body (R-ORG-2). Each value is dated: rules change with
 * a term of office and old meetings are judged by the rules of their day. Keys beginning with `rule.` change what the kind says (R-ORG-1).
 */
export const regulationKeys = {
  members: { label: { sv: 'antal ledamöter', en: 'number of members' }, group: 'size', values: people(1, 499) },
  deputies: { label: { sv: 'antal ersättare', en: 'number of deputies' }, group: 'size', values: people(0, 499) },
  noticeDays: {
    label: { sv: 'kallelse, dagar före', en: 'notice, days before' },
    group: 'notice',
    law: 'KL 5:13–15',
    values: days(0, 60),
    read: ({ noticeDays }) => word(noticeDays),
  },
  questionDays: {
    label: { sv: 'fråga anmäls, dagar före', en: 'question announced, days before' },
    group: 'notice',
    values: days(0, 60),
    ...asNumber('questionDays'),
  },
  unannouncedMatters: {
    label: { sv: 'ärenden som inte står i kallelsen', en: 'matters that the notice does not name' },
    group: 'notice',
    law: 'KL 5:52',
    values: {
      allPresent: { sv: 'om alla närvarande är överens', en: 'when all present agree' },
      bodyConsents: { sv: 'om organet medger det', en: 'when the body consents' },
      no: { sv: 'tas inte upp', en: 'are not taken up' },
    },
    ...as('unannouncedMatters'),
  },
  remoteParticipation: {
    label: { sv: 'deltagande på distans', en: 'remote participation' },
    group: 'room',
    law: 'KL 6:24',
    values: yesNo,
    rule: (value) => ({ remote: value === 'yes' ? 'allowed' : 'notAllowed' }),
    read: ({ remote }) => (remote === 'free' ? undefined : remote === 'allowed' ? 'yes' : 'no'),
  },
  publicMeetings: {
    label: { sv: 'öppna sammanträden', en: 'public meetings' },
    group: 'room',
    law: 'KL 5:42, 6:25',
    values: yesNo,
    rule: (value) => ({ doors: value === 'yes' ? 'openAllowed' : 'closed' }),
    read: ({ doors }) => (doors === 'public' || doors === 'openAllowed' ? 'yes' : 'no'),
  },
  staffRepresentatives: {
    label: { sv: 'personalföreträdare kallas', en: 'staff representatives are called' },
    group: 'room',
    law: 'KL 7:10–18',
    ...asYes('staffRepresentatives'),
  },
  deputiesOrder: {
    label: { sv: 'ersättares inkallelse', en: 'calling in of deputies' },
    group: 'deputies',
    law: 'KL 6:16–17',
    values: {
      byParty: { sv: 'efter partiernas inkallelseordning', en: 'by the order of each party' },
      asListed: { sv: 'i listans ordning', en: 'in the order of the list' },
    },
    ...as('deputiesServe'),
  },
  deputyKeepsPrecedence: {
    label: { sv: 'ersättare som börjat tjänstgöra har företräde', en: 'a deputy who serves keeps precedence' },
    group: 'deputies',
    law: 'KL 5:17–20',
    ...serving('keepsPrecedence'),
  },
  memberTakesSeatBack: {
    label: { sv: 'ledamot som kommer senare återtar platsen', en: 'a member who comes late takes the seat back' },
    group: 'deputies',
    law: 'KL 5:17–20',
    ...serving('memberTakesSeatBack'),
  },
  leaverMayServeAgain: {
    label: { sv: 'den som avbrutit får tjänstgöra igen samma dag', en: 'who broke off may serve again the same day' },
    group: 'deputies',
    law: 'KL 5:17–20',
    ...serving('leaverMayServeAgain'),
  },
  deputyMaySpeak: {
    label: { sv: 'ersättare får yttra sig', en: 'deputies may speak' },
    group: 'deputies',
    law: 'KL 6:17',
    ...asYes('deputyMaySpeak'),
  },
  deputyMayRecordOpinion: {
    label: { sv: 'ersättare får anteckna mening', en: 'deputies may record an opinion' },
    group: 'deputies',
    law: 'KL 6:17',
    ...asYes('deputyMayRecordOpinion'),
  },
  statementDays: {
    label: { sv: 'skriftlig reservation, dagar efter', en: 'written reservation, days after' },
    group: 'decision',
    values: days(0, 14),
    ...asNumber('statementDays'),
  },
  adjusters: {
    label: { sv: 'vem som justerar', en: 'who adjusts' },
    group: 'minutes',
    law: 'KL 5:69, 6:35',
    values: {
      chairAndAdjusters: { sv: 'ordföranden och justerare', en: 'the chair and adjusters' },
      chairAlone: { sv: 'ordföranden ensam', en: 'the chair alone' },
      all: { sv: 'alla som tjänstgjort', en: 'all who served' },
    },
    ...as('adjusters'),
  },
  adjusterCount: {
    label: { sv: 'antal justerare', en: 'number of adjusters' },
    group: 'minutes',
    law: 'KL 5:69, 6:35',
    values: people(0, 9),
    ...asNumber('adjusterCount'),
  },
  adjustmentDays: {
    label: { sv: 'justering, dagar efter', en: 'adjustment, days after' },
    group: 'minutes',
    law: 'KL 5:69',
    values: days(0, 60),
    read: ({ minutesRegulated }) => (minutesRegulated === 'yes' ? String(legalAdjustmentDays) : undefined),
  },
  approval: {
    label: { sv: 'protokollet godkänns', en: 'minutes are approved' },
    group: 'minutes',
    values: {
      adjustment: { sv: 'genom justering', en: 'by adjustment' },
      nextMeeting: { sv: 'som punkt på nästa möte', en: 'as an item of the next meeting' },
    },
    ...as('approval'),
  },
  decisionPlace: {
    label: { sv: 'beslutets plats i paragrafen', en: 'place of the decision in a section' },
    group: 'minutes',
    values: { first: { sv: 'först', en: 'first' }, last: { sv: 'sist', en: 'last' } },
    ...as('decisionPlace'),
  },
  sectionSeries: {
    label: { sv: 'paragrafnummer', en: 'section numbers' },
    group: 'minutes',
    values: {
      year: { sv: 'löper genom året', en: 'run through the year' },
      meeting: { sv: 'börjar om varje möte', en: 'begin anew in each meeting' },
    },
    ...as('sectionSeries'),
  },
  becomesPublicBy: {
    label: { sv: 'protokollet blir allmän handling', en: 'minutes become an official document' },
    group: 'minutes',
    law: 'TF 2:10',
    values: {
      adjustment: { sv: 'när det justeras', en: 'when they are adjusted' },
      dispatch: { sv: 'när det expedieras', en: 'when they are sent out' },
      caseClosed: { sv: 'när ärendet avslutas', en: 'when the matter is closed' },
    },
    ...as('becomesPublicBy'),
  },
  noticeBoardOf: {
    label: { sv: 'vems anslagstavla', en: 'whose notice board' },
    group: 'minutes',
    law: 'KL 8:9',
    values: {
      authority: { sv: 'myndighetens', en: 'that of the authority' },
      body: { sv: 'organets egen', en: 'one of its own' },
    },
    ...as('noticeBoardOf'),
  },
  noticeMarginDays: {
    label: { sv: 'anslag, extra dagar', en: 'notice board, days of margin' },
    group: 'minutes',
    values: days(0, 30),
    ...asNumber('noticeMarginDays'),
  },
  'rule.mayDecide': {
    label: { sv: 'beslutanderätt', en: 'right to decide' },
    group: 'decision',
    law: 'KL 3:3–5, 6:37',
    values: { ...yesNo, byDelegation: { sv: 'efter delegation', en: 'by delegation' } },
    rule: (value) => ({
      mayDecide: value as BodyRules['mayDecide'],
      mandate: value === 'yes' ? 'own' : value === 'byDelegation' ? 'delegated' : 'ownBudget',
    }),
    read: ({ mayDecide }) => mayDecide,
  },
  'rule.quorumNeeded': {
    label: { sv: 'krav på beslutsförhet', en: 'quorum needed' },
    group: 'decision',
    law: 'KL 6:27',
    ...asYes('quorumNeeded'),
  },
  'rule.castingVote': {
    label: { sv: 'ordföranden har utslagsröst', en: 'the chair has a casting vote' },
    group: 'decision',
    law: 'KL 5:55, 6:33',
    ...asYes('castingVote'),
  },
  'rule.openVote': {
    label: { sv: 'omröstning är öppen', en: 'votes are open' },
    group: 'decision',
    law: 'KL 5:54, 6:33',
    ...asYes('openVote'),
  },
  'rule.reservation': {
    label: { sv: 'rätt att reservera sig', en: 'right to reserve' },
    group: 'decision',
    law: 'KL 4:27',
    ...asYes('reservation'),
  },
  'rule.appealable': {
    label: { sv: 'kan överklagas', en: 'appealable' },
    group: 'decision',
    law: 'KL 13:1–2',
    values: { ...yesNo, delegatedOnly: { sv: 'bara delegerade beslut', en: 'delegated decisions only' } },
    ...as('appealable'),
  },
  'rule.minutesRegulated': {
    label: { sv: 'protokoll enligt KL', en: 'minutes by KL' },
    group: 'minutes',
    law: 'KL 5:65–69, 6:35',
    values: { ...yesNo, whenDeciding: { sv: 'när organet beslutar', en: 'when the body decides' } },
    ...as('minutesRegulated'),
  },
  'rule.noticeBoard': {
    label: { sv: 'anslagstavla', en: 'notice board' },
    group: 'minutes',
    law: 'KL 8:12, 9:32',
    values: {
      own: { sv: 'egen', en: 'its own' },
      whenDeciding: { sv: 'när organet beslutar', en: 'when the body decides' },
      allParticipants: { sv: 'hos alla deltagare', en: 'with all participants' },
      no: { sv: 'nej', en: 'no' },
    },
    ...as('noticeBoard'),
  },
} as const satisfies Record<string, RegulationEntry>;

export type RegulationKey = keyof typeof regulationKeys;
export const regulationKeyNames = Object.keys(regulationKeys) as readonly RegulationKey[];

export function isRegulationKey(text: string): text is RegulationKey {
  return Object.hasOwn(regulationKeys, text);
}

/** The row of a key, as the type that all rows have. */
export function regulationEntry(key: RegulationKey): RegulationEntry {
  return regulationKeys[key];
}
