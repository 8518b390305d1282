import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { PollState } from './poll-transitions.ts';

/** Who can answer a poll: anybody who has its address, or only who was handed a code. */
export const pollAccesses = {
  open: { sv: 'alla som har adressen', en: 'anybody with the address' },
  links: { sv: 'den som har fått en egen kod', en: 'those who were handed a code' },
} as const satisfies Record<string, Localized>;
export type PollAccess = keyof typeof pollAccesses;
export const pollAccessCodes = Object.keys(pollAccesses) as unknown as readonly [PollAccess, ...PollAccess[]];

/** The kinds of question in a poll (DIA-05, DIA-06). */
export const pollQuestionKinds = {
  agree: { sv: 'påstående att instämma i', en: 'statement to agree with' },
  single: { sv: 'ett av flera svar', en: 'one of several answers' },
  comment: { sv: 'egna ord', en: 'own words' },
} as const satisfies Record<string, Localized>;
export type PollQuestionKind = keyof typeof pollQuestionKinds;
export const pollQuestionKindCodes = Object.keys(pollQuestionKinds) as unknown as readonly [
  PollQuestionKind,
  ...PollQuestionKind[],
];

/** The steps between the two end labels of a statement: five, so that there is a middle. */
export const agreeSteps = ['1', '2', '3', '4', '5'] as const;

/** The end labels of a statement unless others are written (DIA-06). */
export const usualEndLabels = { low: 'Instämmer inte alls', high: 'Instämmer helt' } as const;

/** A question of a poll. A statement may be a citable sentence of a goal: then its answers say how the goal is lived. */
export type PollQuestion = {
  readonly id: Id<'pollQuestion'>;
  readonly position: number;
  readonly kind: PollQuestionKind;
  readonly prompt: string;
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly options: readonly string[];
  readonly goal: {
    readonly id: Id<'goal'>;
    readonly statementId: Id<'goalStatement'>;
    readonly heading: string;
    readonly statement: string;
  } | null;
};

/** A group that one who answers may say that they belong to: a municipality, a role. Nobody has to. */
export type PollGroup = { readonly id: Id<'pollGroup'>; readonly name: string };

/** A poll without names: what is asked, of whom, and how far it has come. */
export type Poll = {
  readonly id: Id<'poll'>;
  readonly version: number;
  /** The short code of the address, `/o/{code}`. */
  readonly code: string;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly title: string;
  readonly about: string;
  readonly access: PollAccess;
  readonly state: PollState;
  readonly opensOn: CivilDate | null;
  readonly closesOn: CivilDate | null;
  readonly meeting: { readonly id: Id<'meeting'>; readonly heldOn: CivilDate } | null;
  readonly dialogue: { readonly id: Id<'dialogue'>; readonly title: string } | null;
  /** What the groups are: "Kommun". Null when nobody is asked. */
  readonly groupLabel: string | null;
  readonly groups: readonly PollGroup[];
  readonly questions: readonly PollQuestion[];
  readonly linksMade: number;
  /** How many have answered. */
  readonly ballots: number;
};

/** The values that a question can be answered with, in their order; own words have none. */
export function valuesOf({ kind, options }: Pick<PollQuestion, 'kind' | 'options'>): readonly string[] {
  if (kind === 'agree') return agreeSteps;
  return kind === 'single' ? options.map((_, index) => String(index + 1)) : [];
}

/** Whether a poll takes answers on a day, and if not why. */
export function pollDoor(
  { state, opensOn, closesOn }: Pick<Poll, 'state' | 'opensOn' | 'closesOn'>,
  today: CivilDate,
): 'open' | 'notYet' | 'over' {
  if (state === 'draft' || (state === 'open' && opensOn !== null && today < opensOn)) return 'notYet';
  return state === 'open' && (closesOn === null || today <= closesOn) ? 'open' : 'over';
}

/** Letters and digits that are not mistaken for one another when read from a wall: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of a length, drawn from the given chance. Bytes that would favour some letters are not used. */
export function readableCode(length: number, newToken: (bytes: number) => string): string {
  let code = '';
  while (code.length < length)
    for (const byte of Buffer.from(newToken(length * 2), 'base64url'))
      if (byte < 248 && code.length < length) code += alphabet[byte % 31];
  return code;
}

/** A code as it was typed: spaces, hyphens and small letters are forgiven. */
export function tidyCode(typed: string): string {
  return typed.toLocaleUpperCase('sv').replace(/[\s-]/gu, '');
}
