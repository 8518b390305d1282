import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';

/** What one authority asks another to do with what it lets it have. The answer comes back the same way and is taken in by the noun that asked. */
export const askKinds = {
  decideAgreement: {
    label: { sv: 'Besluta om överenskommelsen', en: 'Decide on the agreement' },
    short: { sv: 'Beslut', en: 'Decision' },
  },
  endorse: { label: { sv: 'Ställ er bakom', en: 'Endorse' }, short: { sv: 'Ställningstagande', en: 'Endorsement' } },
  handleDeviation: {
    label: { sv: 'Hantera avvikelsen', en: 'Handle the deviation' },
    short: { sv: 'Avvikelse', en: 'Deviation' },
  },
  deliverFigures: {
    label: { sv: 'Lämna uppgifter till indikatorer', en: 'Deliver figures for indicators' },
    short: { sv: 'Uppgifter', en: 'Figures' },
  },
} as const satisfies Readonly<Record<string, { readonly label: Localized; readonly short: Localized }>>;

export type AskKind = keyof typeof askKinds;
export const askKindCodes = Object.keys(askKinds) as readonly AskKind[];

/** A question that goes with a release: what is asked for, in the giver's own words, and until when. */
export type Ask = {
  readonly kind: AskKind;
  readonly question: string;
  readonly dueOn: CivilDate | null;
  /** The figures that are asked for, each with the key that the asking noun knows it by. */
  readonly figures?: readonly { readonly key: string; readonly label: string; readonly unit: string | null }[];
};
