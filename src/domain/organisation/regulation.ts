import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { holdsOn } from './body.ts';
import { type BodyKind, type BodyRules, bodyKinds } from './body-kinds.ts';

type RegulationEntry = { readonly label: Localized; readonly values: readonly string[] | 'count' };

/**
 * What a reglemente (arbetsordning, "Bestämmelser för politiska organ") can say about a body (R-ORG-2). Each value is dated: rules change with
 * a term of office and old meetings are judged by the rules of their day. Keys beginning with `rule.` change what the kind says (R-ORG-1).
 */
export const regulationKeys = {
  members: { label: { sv: 'antal ledamöter', en: 'number of members' }, values: 'count' },
  deputies: { label: { sv: 'antal ersättare', en: 'number of deputies' }, values: 'count' },
  noticeDays: { label: { sv: 'kallelse, dagar före', en: 'notice, days before' }, values: 'count' },
  adjustmentDays: { label: { sv: 'justering, dagar efter', en: 'adjustment, days after' }, values: 'count' },
  remoteParticipation: { label: { sv: 'deltagande på distans', en: 'remote participation' }, values: ['yes', 'no'] },
  publicMeetings: { label: { sv: 'öppna sammanträden', en: 'public meetings' }, values: ['yes', 'no'] },
  deputyMaySpeak: { label: { sv: 'ersättare får yttra sig', en: 'deputies may speak' }, values: ['yes', 'no'] },
  deputyMayRecordOpinion: {
    label: { sv: 'ersättare får anteckna mening', en: 'deputies may record an opinion' },
    values: ['yes', 'no'],
  },
  'rule.mayDecide': { label: { sv: 'beslutanderätt', en: 'right to decide' }, values: ['yes', 'byDelegation', 'no'] },
  'rule.minutesRegulated': {
    label: { sv: 'protokoll enligt KL', en: 'minutes by KL' },
    values: ['yes', 'whenDeciding', 'no'],
  },
  'rule.appealable': { label: { sv: 'kan överklagas', en: 'appealable' }, values: ['yes', 'delegatedOnly', 'no'] },
  'rule.noticeBoard': {
    label: { sv: 'anslagstavla', en: 'notice board' },
    values: ['own', 'whenDeciding', 'allParticipants', 'no'],
  },
  'rule.quorumNeeded': { label: { sv: 'krav på beslutsförhet', en: 'quorum needed' }, values: ['yes', 'no'] },
} as const satisfies Record<string, RegulationEntry>;

export type RegulationKey = keyof typeof regulationKeys;

/** One dated value of a body's reglemente, with the document that says it. */
export type Regulation = {
  readonly id: Id<'bodyRegulation'>;
  readonly bodyId: Id<'body'>;
  readonly key: RegulationKey;
  readonly value: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string | null;
};

/** Whether a value is one that the key can have: a whole number, or one of its words. */
export function isRegulationValue(key: RegulationKey, value: string): boolean {
  const { values }: RegulationEntry = regulationKeys[key];
  return values === 'count' ? /^\d{1,4}$/.test(value) : values.includes(value);
}

/** What the reglemente says on a date, or undefined when it says nothing. */
export function regulationOn(
  regulations: readonly Regulation[],
  key: RegulationKey,
  date: CivilDate,
): string | undefined {
  return regulations.find((one) => one.key === key && holdsOn(one, date))?.value;
}

/** The rules that hold for a body on a date: those of its kind, changed by its own reglemente. */
export function rulesOf(kind: BodyKind, regulations: readonly Regulation[], date: CivilDate): BodyRules {
  const own = (key: RegulationKey) => regulationOn(regulations, key, date);
  const rules: BodyRules = bodyKinds[kind].rules;
  const quorum = own('rule.quorumNeeded');
  const noticeDays = own('noticeDays');
  return {
    ...rules,
    mayDecide: (own('rule.mayDecide') as BodyRules['mayDecide'] | undefined) ?? rules.mayDecide,
    minutesRegulated:
      (own('rule.minutesRegulated') as BodyRules['minutesRegulated'] | undefined) ?? rules.minutesRegulated,
    appealable: (own('rule.appealable') as BodyRules['appealable'] | undefined) ?? rules.appealable,
    noticeBoard: (own('rule.noticeBoard') as BodyRules['noticeBoard'] | undefined) ?? rules.noticeBoard,
    quorumNeeded: quorum === undefined ? rules.quorumNeeded : quorum === 'yes',
    // A reglemente may ask for more days than the law, never for fewer (KL 5:13–15).
    noticeDays: noticeDays === undefined ? rules.noticeDays : Math.max(Number(noticeDays), rules.noticeDays ?? 0),
  };
}
