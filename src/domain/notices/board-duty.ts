import type { Localized } from '../../kernel/language.ts';
import type { BodyRules } from '../organisation/index.ts';

/** Why adjusted minutes are announced, or are not: said on the page, because a secretary who knows another kind of body would look for it. */
export const boardDuties = {
  own: { sv: 'anslås på anslagstavlan', en: 'announced on the notice board' },
  everyParticipant: {
    sv: 'anslås på varje deltagande myndighets anslagstavla (KL 9:32)',
    en: 'announced on the board of each participating authority (KL 9:32)',
  },
  noDecision: {
    sv: 'utskottet har inte beslutat något med stöd av delegation, så inget anslås',
    en: 'the sub-committee decided nothing by delegation, so nothing is announced',
  },
  preparing: {
    sv: 'organet bereder och beslutar inte i kommunallagens mening, så inget anslås och ingen överklagandetid löper',
    en: 'the body prepares and does not decide in the sense of the Local Government Act, so nothing is announced and no time of appeal runs',
  },
} as const satisfies Record<string, Localized>;
export type BoardDuty = keyof typeof boardDuties;

/** Whether the adjustment of a body's minutes is announced (KL 8:12, 9:32; R-KL-55, R-KL-61). A beredning and a chefsgrupp have no such duty. */
export function boardDutyOf(rules: Pick<BodyRules, 'noticeBoard'>, facts: { readonly decided: boolean }): BoardDuty {
  switch (rules.noticeBoard) {
    case 'own':
      return 'own';
    case 'allParticipants':
      return 'everyParticipant';
    case 'whenDeciding':
      return facts.decided ? 'own' : 'noDecision';
    case 'no':
      return 'preparing';
  }
}

/** Whether the duty is to announce. */
export function mustAnnounce(duty: BoardDuty): boolean {
  return duty === 'own' || duty === 'everyParticipant';
}
