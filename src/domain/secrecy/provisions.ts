import type { Localized } from '../../kernel/language.ts';

/** A provision that may hold something back: how it is cited on a mark, a box of a masked copy and a decision, and what it protects. */
type ProvisionRow = { readonly cite: string; readonly about: Localized };

/**
 * The provisions of offentlighets- och sekretesslagen (2009:400) that the work of a region and its municipalities meets. Which one holds is a person's
 * judgement; one that is not here is written in words. Sections were read in the act in force in 2026.
 */
export const provisions = {
  'osl-17-1': {
    cite: 'OSL 17 kap. 1 §',
    about: { sv: 'planläggning av inspektion, revision eller annan granskning', en: 'planning of inspection or audit' },
  },
  'osl-18-8': { cite: 'OSL 18 kap. 8 §', about: { sv: 'säkerhetsåtgärder', en: 'security measures' } },
  'osl-19-1': {
    cite: 'OSL 19 kap. 1 §',
    about: { sv: 'myndighetens affärsverksamhet', en: 'business of the authority' },
  },
  'osl-19-3': { cite: 'OSL 19 kap. 3 §', about: { sv: 'upphandling', en: 'procurement' } },
  'osl-21-1': {
    cite: 'OSL 21 kap. 1 §',
    about: { sv: 'uppgift om enskilds hälsa eller sexualliv', en: 'health or sexual life of an individual' },
  },
  'osl-21-3': {
    cite: 'OSL 21 kap. 3 §',
    about: { sv: 'adress till den som kan hotas eller förföljas', en: 'address of somebody who may be threatened' },
  },
  'osl-21-7': {
    cite: 'OSL 21 kap. 7 §',
    about: { sv: 'behandling i strid med dataskyddet', en: 'processing against data protection' },
  },
  'osl-22-1': { cite: 'OSL 22 kap. 1 §', about: { sv: 'folkbokföring', en: 'population register' } },
  'osl-25-1': { cite: 'OSL 25 kap. 1 §', about: { sv: 'hälso- och sjukvård', en: 'health care' } },
  'osl-26-1': { cite: 'OSL 26 kap. 1 §', about: { sv: 'socialtjänst', en: 'social services' } },
  'osl-31-16': {
    cite: 'OSL 31 kap. 16 §',
    about: { sv: 'affärsförhållanden hos den som avtalar med myndigheten', en: 'business of a party to an agreement' },
  },
  'osl-39-1': { cite: 'OSL 39 kap. 1 §', about: { sv: 'personalsocialt stöd', en: 'support of staff' } },
  'osl-39-3': { cite: 'OSL 39 kap. 3 §', about: { sv: 'personuppgifter om anställda', en: 'personal data of staff' } },
} as const satisfies Record<string, ProvisionRow>;

export type Provision = keyof typeof provisions;

/** A provision as it is printed: the code of the table in its words, anything else as it was written. */
export function citeProvision(code: string): string {
  return Object.hasOwn(provisions, code) ? provisions[code as Provision].cite : code;
}

/** Whether a text cites a provision: one of the table, or an act with a chapter or a section in words. */
export function isProvision(text: string): boolean {
  return Object.hasOwn(provisions, text) || (/\p{L}{2,}/u.test(text) && /\d/u.test(text) && text.length <= 200);
}
