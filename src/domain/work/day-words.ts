import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Language } from '../../kernel/language.ts';

/** "2 mars 2026", "2 March 2026". */
export function dayIn(language: Language, day: CivilDate): string {
  const locale = { sv: 'sv-SE', en: 'en-GB' }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A title with the year that it is about, unless it says it already. */
export function withYear(title: string, year: number): string {
  return title.includes(String(year)) ? title : `${title} ${year}`;
}
