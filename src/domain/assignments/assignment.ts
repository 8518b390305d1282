import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AssignmentState } from './assignment-transitions.ts';

/**
 * What a body has to do with an assignment (I-04, ASG-08 to ASG-14). `performer` carries it out; `consulted` is asked ("i samråd med berörda
 * beredningar"); `monitor` follows it and reports back on it; `directedTo` is the other body to which a report says that it is directed
 * ("riktas till andra beredningar") when that body is known.
 */
export const partyRoles = {
  performer: { sv: 'utförare', en: 'performer' },
  consulted: { sv: 'i samråd med', en: 'in consultation with' },
  monitor: { sv: 'bevakas av', en: 'monitored by' },
  directedTo: { sv: 'riktas till', en: 'directed to' },
} as const satisfies Record<string, Localized>;
export type PartyRole = keyof typeof partyRoles;
export const partyRoleNames = Object.keys(partyRoles) as readonly PartyRole[];

/**
 * How an assignment is connected with another, read from the first to the second: the first *has as predecessor* an assignment of an earlier
 * year (I-05), *refers to* (I-06), *monitors* (ASG-10), *was split into*, *was merged into*.
 */
export const assignmentLinkKinds = {
  predecessor: { label: { sv: 'föregångare', en: 'predecessor' }, reverse: { sv: 'efterföljare', en: 'successor' } },
  refersTo: {
    label: { sv: 'hänvisar till', en: 'refers to' },
    reverse: { sv: 'hänvisas till av', en: 'referred to by' },
  },
  monitors: { label: { sv: 'bevakar', en: 'monitors' }, reverse: { sv: 'bevakas av', en: 'monitored by' } },
  splitInto: { label: { sv: 'delades i', en: 'split into' }, reverse: { sv: 'del av', en: 'part of' } },
  mergedInto: { label: { sv: 'gick upp i', en: 'merged into' }, reverse: { sv: 'sammanslaget av', en: 'merged from' } },
} as const satisfies Record<string, { readonly label: Localized; readonly reverse: Localized }>;
export type AssignmentLinkKind = keyof typeof assignmentLinkKinds;

/** Why a goal is linked with an assignment (GOA-24): it is its ground, its direction, or what the assignment checks. */
export const goalLinkKinds = {
  grounds: { sv: 'grundas på', en: 'grounded on' },
  direct: { sv: 'bidrar till', en: 'contributes to' },
  check: { sv: 'stämmer av mot', en: 'checks against' },
} as const satisfies Record<string, Localized>;
export type GoalLinkKind = keyof typeof goalLinkKinds;

/** A body with a role in an assignment. */
export type AssignmentParty = {
  readonly bodyId: Id<'body'>;
  readonly bodyName: string;
  readonly role: PartyRole;
};

/** An assignment (uppdrag) that a body gave, in the plan of a year or beside it. */
export type Assignment = {
  readonly id: Id<'assignment'>;
  readonly version: number;
  readonly year: number;
  /** The number in the year's plan; null where the plan does not number. */
  readonly number: number | null;
  /** Its place among the unnumbered of the year; the number itself when it has one. */
  readonly position: number;
  /** "2023:4" or "2020:u4". */
  readonly ref: string;
  readonly title: string;
  /** The words of the plan; null when only the number is known. */
  readonly text: string | null;
  readonly heading: string | null;
  readonly planId: Id<'plan'> | null;
  readonly objectiveId: Id<'planObjective'> | null;
  readonly givenByBodyId: Id<'body'> | null;
  readonly reportToBodyId: Id<'body'> | null;
  readonly dueOn: CivilDate | null;
  readonly state: AssignmentState;
  readonly parties: readonly AssignmentParty[];
};

/** One end of a link, seen from an assignment: `outgoing` reads with the label of its kind, the other way with the reverse label. */
export type AssignmentLink = {
  readonly kind: AssignmentLinkKind;
  readonly outgoing: boolean;
  readonly note: string | null;
  readonly other: Pick<Assignment, 'id' | 'year' | 'number' | 'position' | 'ref' | 'title' | 'state'>;
};

/** A link whose other end is only known by its printed number ("tidigare uppdrag 23"), of a year that the document does not say (ASG-04). */
export type OpenAssignmentLink = {
  readonly id: Id<'openAssignmentLink'>;
  readonly assignmentId: Id<'assignment'>;
  readonly kind: AssignmentLinkKind;
  readonly year: number | null;
  readonly number: number;
  readonly note: string | null;
};
