import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** The running texts of a §, in the order in which minutes print them. Each has a version of its own: two people can write in two of them. */
export const sectionFields = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  background: { sv: 'Ärendebeskrivning', en: 'Background' },
  presentation: { sv: 'Föredragning', en: 'Presentation' },
  deliberation: { sv: 'Ärendets gång', en: 'Deliberation' },
  basis: { sv: 'Beslutsunderlag', en: 'Documents for the decision' },
  propositionOrder: { sv: 'Propositionsordning', en: 'Order of propositions' },
  otherNotes: { sv: 'Övrigt', en: 'Other notes' },
  dispatchNote: { sv: 'Skickas till', en: 'Sent to' },
} as const satisfies Record<string, Localized>;
export type SectionField = keyof typeof sectionFields;
export const sectionFieldCodes = Object.keys(sectionFields) as readonly SectionField[];

/** One running text as it is saved now. Version 0 is the empty text that nobody has written yet. */
export type SectionText = {
  readonly itemId: Id<'agendaItem'>;
  readonly field: SectionField;
  readonly version: number;
  readonly body: string;
  readonly editedBy: string | null;
  readonly editedAt: string | null;
};

/** The text of a field nobody has written in: what an editor starts from. */
export function unwrittenText(itemId: Id<'agendaItem'>, field: SectionField): SectionText {
  return { itemId, field, version: 0, body: '', editedBy: null, editedAt: null };
}

/** The longest text of one field: some sixty pages, above any § that was ever written and below what would hurt the page. */
export const sectionTextLimit = 200_000;
