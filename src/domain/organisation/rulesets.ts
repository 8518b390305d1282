import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { holdsOn } from './body.ts';
import type { BodyKind } from './body-kinds.ts';
import type { BodyRules } from './body-rules.ts';

/** How far a set of rules can be trusted: it was read in the act, or it is taken for granted that the older act said the same. */
export const rulesetCertainties = {
  read: { sv: 'läst i lagen', en: 'read in the act' },
  assumed: { sv: 'antas ha gällt även då', en: 'assumed to have held then, too' },
} as const satisfies Record<string, Localized>;
export type RulesetCertainty = keyof typeof rulesetCertainties;

/** The law about one kind of body during a time. What a body's own reglemente changes is put on top of it by `rulesOf`. */
export type Ruleset = {
  readonly kind: BodyKind;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  readonly source: string;
  readonly certainty: RulesetCertainty;
  readonly rules: BodyRules;
};

/** A nämnd by kommunallagen (2017:725) chapter 6, when its reglemente says nothing. */
const committee: BodyRules = {
  mayDecide: 'yes',
  mandate: 'own',
  appealable: 'yes',
  seats: true,
  noticeDays: null,
  extraMeetingByThird: true,
  deputiesNotified: true,
  mattersRaisedBy: ['member', 'auditor'],
  unannouncedMatters: 'bodyConsents',
  questionDays: null,
  doors: 'notAllowed',
  remote: 'notAllowed',
  deputyMaySpeak: false,
  deputyMayRecordOpinion: false,
  mayCallInformants: true,
  staffRepresentatives: true,
  quorumNeeded: true,
  actsBelowQuorumByDisqualification: false,
  disqualification: 'committee',
  deputiesServe: 'byParty',
  serving: { keepsPrecedence: true, memberTakesSeatBack: true, leaverMayServeAgain: false },
  castingVote: true,
  openVote: true,
  tabling: 'majority',
  reservation: true,
  statementDays: null,
  mayDelegate: true,
  urgentByChair: true,
  reportsToAssembly: true,
  minutesRegulated: 'yes',
  approval: 'adjustment',
  adjusters: 'chairAndAdjusters',
  adjusterCount: 1,
  decisionPlace: 'first',
  sectionSeries: 'year',
  becomesPublicBy: 'adjustment',
  noticeBoard: 'own',
  noticeBoardOf: 'authority',
  noticeBoardOn: 'website',
  noticeMarginDays: 0,
};

/** A body that prepares what another decides: it meets and signs as a nämnd by custom, and no section about deciding speaks of it (KL 3:5, 6:43). */
const drafting: BodyRules = {
  ...committee,
  mayDecide: 'no',
  mandate: 'ownBudget',
  appealable: 'no',
  extraMeetingByThird: false,
  mattersRaisedBy: ['member'],
  doors: 'closed',
  remote: 'free',
  staffRepresentatives: false,
  quorumNeeded: false,
  // KL 4:27 speaks of every elected representative who took part, KL 5:54–55 only of the assembly and (6:33) of a nämnd.
  castingVote: false,
  openVote: false,
  mayDelegate: false,
  urgentByChair: false,
  reportsToAssembly: false,
  minutesRegulated: 'no',
  becomesPublicBy: 'dispatch',
  noticeBoard: 'no',
};

/** What no statute gives rules for as a body: officials who meet, and the parties that records only name. */
const unregulated: BodyRules = {
  ...drafting,
  mandate: 'none',
  seats: false,
  deputiesNotified: false,
  mattersRaisedBy: [],
  disqualification: 'no',
  deputiesServe: 'no',
  reservation: false,
  serving: { keepsPrecedence: false, memberTakesSeatBack: false, leaverMayServeAgain: true },
  adjusters: 'chairAlone',
  adjusterCount: 0,
  approval: 'nextMeeting',
  sectionSeries: 'meeting',
};

/**
 * What the law of today says of each kind (R-ORG-1). A drafting committee prepares and does not decide, and a chefsgrupp has no basis in statute
 * at all: the rules of a nämnd must never be taken for granted on either.
 */
const today: Readonly<Record<BodyKind, BodyRules>> = {
  assembly: {
    ...committee,
    noticeDays: 7,
    // KL 5:12 third paragraph speaks of a third of the members; KL 5:22–23 says who else brings matters up.
    mattersRaisedBy: ['member', 'auditor', 'committee'],
    unannouncedMatters: 'allPresent',
    doors: 'public',
    staffRepresentatives: false,
    actsBelowQuorumByDisqualification: true,
    disqualification: 'assembly',
    tabling: 'third',
    mayDelegate: false,
    urgentByChair: false,
    reportsToAssembly: false,
    adjusterCount: 2,
  },
  assemblyDraftingCommittee: { ...drafting, mandate: 'none' },
  executiveBoard: { ...committee, staffRepresentatives: false },
  committee,
  // It decides what was delegated to it; then the rules of the nämnd hold for its minutes (KL 6:37, 6:41–42).
  subCommittee: {
    ...committee,
    mayDecide: 'byDelegation',
    mandate: 'delegated',
    appealable: 'delegatedOnly',
    mattersRaisedBy: ['member'],
    staffRepresentatives: false,
    mayDelegate: false,
    urgentByChair: false,
    reportsToAssembly: false,
    minutesRegulated: 'whenDeciding',
    noticeBoard: 'whenDeciding',
  },
  draftingCommittee: drafting,
  jointCommittee: { ...committee, noticeBoard: 'allParticipants' },
  officialsGroup: { ...unregulated, mandate: 'eachParty', mattersRaisedBy: ['partyInGroup'] },
  administration: unregulated,
  unit: unregulated,
  municipality: unregulated,
  region: unregulated,
};

type Era = Omit<Ruleset, 'kind' | 'rules'> & { readonly differs: (rules: BodyRules) => BodyRules };

/**
 * The times of the law, the newest first. Before 2018 kommunallagen (1991:900) held; what it said otherwise is here as far as it is known, the rest
 * is taken to have been the same and is marked so, because minutes of those years are read in and must not be judged with more certainty than that.
 */
const eras: readonly Era[] = [
  {
    validFrom: '2018-01-01',
    validTo: null,
    source: 'kommunallagen (2017:725)',
    certainty: 'read',
    differs: (rules) => rules,
  },
  {
    validFrom: '2014-07-01',
    validTo: '2017-12-31',
    source: 'kommunallagen (1991:900)',
    certainty: 'assumed',
    differs: onThePremises,
  },
  {
    validFrom: null,
    validTo: '2014-06-30',
    // SFS 2014:573 let members take part at a distance.
    source: 'kommunallagen (1991:900) före den 1 juli 2014',
    certainty: 'assumed',
    differs: (rules) => onThePremises(rules.remote === 'notAllowed' ? { ...rules, remote: 'notPossible' } : rules),
  },
];

/** The board became a website with kommunallagen (2017:725) 8:9–10. */
function onThePremises(rules: BodyRules): BodyRules {
  return { ...rules, noticeBoardOn: 'premises' };
}

/** Every set of rules: each kind of body in each time of the law. */
export const rulesets: readonly Ruleset[] = eras.flatMap(({ differs, ...era }) =>
  (Object.keys(today) as BodyKind[]).map((kind) => ({ ...era, kind, rules: differs(today[kind]) })),
);

/** The law about a kind of body on a date. */
export function rulesetOf(kind: BodyKind, date: CivilDate): Ruleset {
  const found = rulesets.find((one) => one.kind === kind && holdsOn(one, date));
  if (!found) throw new Error(`No ruleset covers a ${kind} on ${date}: the eras in rulesets.ts must leave no gap.`);
  return found;
}

/** Whether bodies of a kind have seats for elected members, whatever their day: what a form asks before it offers them. */
export function hasSeats(kind: BodyKind): boolean {
  return today[kind].seats;
}
