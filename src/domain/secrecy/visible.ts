import type { Authorized } from '../../kernel/authorized.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { isWithheld } from './secrecy-levels.ts';

/** The proof that somebody may read what is protected, handed on beside the proof by which they do something. */
export type SecretReading = Authorized<'matter.readProtected'>;

/** What stands in the place of a text that is withheld. It is the same for every text, so that neither its length nor its order tells of it. */
export const withheldText = {
  sv: '[Uppgiften omfattas av sekretess]',
  en: '[This information is secret]',
} as const satisfies Readonly<Record<Language, string>>;

/** What a mark says to whoever would read the field: its level, the body that answers for it, and the words to show instead. */
export type MarkOnField = {
  readonly level: string;
  readonly bodyId: Id<'body'> | null;
  readonly publicText?: string | null;
};

/** Whether a proof lets its holder read what is protected of a body; a record without a body asks for a proof that holds for all. */
export function coversProtected(reading: SecretReading | undefined, bodyId: Id<'body'> | null): boolean {
  if (reading?.action !== 'matter.readProtected') return false;
  if (reading.bodies === 'all') return true;
  return bodyId !== null && reading.bodies.includes(bodyId);
}

/**
 * What somebody sees of a field: its text where no mark withholds it or the proof covers it, and else the words that stand for it. The hidden text has
 * no part in the answer, not even in its length.
 */
export function visible(text: string, mark: MarkOnField | undefined, reading: SecretReading | undefined): string {
  if (!mark || !isWithheld(mark.level) || coversProtected(reading, mark.bodyId)) return text;
  return mark.publicText?.trim() || withheldText.sv;
}
