import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Language } from '../../kernel/language.ts';
import type { LetterSection, PostedLetter } from '../../kernel/posted-letter.ts';
import { remindsOn } from '../minutes/index.ts';
import { dayIn } from './day-words.ts';
import { isAtHand, isByLaw, type WorkDay, type WorkEntry, type WorkPlace, workPlaces } from './work.ts';
import { workKindOf, workKinds } from './work-kinds.ts';
import type { WorkLetterKind, WorkSetting } from './work-setting.ts';

/** The address of one's list of work, and of the choices about the letters of it: what every letter leads to. */
export const workAddress = '/mitt-arbete';
export const workSettingAddress = '/mitt-arbete/brev';

/** The words of a letter about work; who carries it adds to whom. */
export type WorkLetter = Pick<PostedLetter, 'subject' | 'text' | 'sections' | 'closing' | 'language'>;

const words = {
  sv: {
    digest: (count: number) => `Ditt arbete den här veckan: ${count === 1 ? 'en sak' : `${count} saker`}`,
    digestText: (name: string) => `Hej ${name}!\n\nDet här väntar på dig. Varje rad leder till sin sida i Kansli.`,
    reminder: (count: number) =>
      count === 1 ? 'Påminnelse: en sak väntar på dig' : `Påminnelse: ${count} saker väntar på dig`,
    reminderText: (name: string) => `Hej ${name}!\n\nDet här har sin dag nu eller är försenat.`,
    by: (day: string) => `senast ${day}`,
    late: (day: string) => `försenat, skulle vara klart ${day}`,
    noDay: 'utan sista dag',
    byLaw: 'sista dag enligt lag',
    closing: 'Ändra vilka brev du får, eller stäng av dem',
  },
  en: {
    digest: (count: number) => `Your work this week: ${count === 1 ? 'one thing' : `${count} things`}`,
    digestText: (name: string) => `Hello ${name},\n\nThis waits for you. Each line leads to its page in Kansli.`,
    reminder: (count: number) =>
      count === 1 ? 'Reminder: one thing waits for you' : `Reminder: ${count} things wait for you`,
    reminderText: (name: string) => `Hello ${name},\n\nThis has its day now or is late.`,
    by: (day: string) => `by ${day}`,
    late: (day: string) => `late, was due ${day}`,
    noDay: 'no last day',
    byLaw: 'last day by law',
    closing: 'Change which letters you get, or switch them off',
  },
} as const;

/** The weekly letter: what is at hand, in the places of the list; undefined when there is nothing, for then nobody is written to. */
export function digestLetter(name: string, language: Language, entries: readonly WorkEntry[]): WorkLetter | undefined {
  const own = entries.filter(isAtHand);
  if (own.length === 0) return undefined;
  const places: readonly WorkPlace[] = ['today', 'week', 'later'];
  return letterOf(language, {
    subject: words[language].digest(own.length),
    text: words[language].digestText(name),
    sections: places
      .map((place) => ({
        heading: workPlaces[place][language],
        lines: own.filter((one) => one.place === place).map((one) => lineOf(one, language)),
      }))
      .filter(({ lines }) => lines.length > 0),
  });
}

/** The reminder of a day, of what is due soon or late; undefined when there is nothing to remind of. */
export function reminderLetter(
  name: string,
  language: Language,
  entries: readonly WorkEntry[],
  setting: Pick<WorkSetting, 'reminders'>,
  today: CivilDate,
): WorkLetter | undefined {
  const due = entries.filter((one) => isAtHand(one) && remindsOfWork(one, setting, today));
  if (due.length === 0) return undefined;
  const heading = { sv: 'Att göra', en: 'To do' }[language];
  return letterOf(language, {
    subject: words[language].reminder(due.length),
    text: words[language].reminderText(name),
    sections: [{ heading, lines: due.map((one) => lineOf(one, language)) }],
  });
}

/** Whether somebody is reminded of a piece of work on a day: three days before, the day before, on the day, and once a week when it is late. */
export function remindsOfWork(work: WorkDay, { reminders }: Pick<WorkSetting, 'reminders'>, today: CivilDate): boolean {
  if (workKindOf(work.kind).reminder !== 'yes' || (!reminders && !isByLaw(work))) return false;
  return remindsOn(today, work.dueOn);
}

/** The occasion of a letter, of which there is one: the week for the digest, the day for a reminder. */
export function occasionOf(kind: WorkLetterKind, today: CivilDate): string {
  return kind === 'digest' ? weekOf(today) : today;
}

/** The ISO week of a day, "2026-W10": the week that the Thursday nearest to it lies in. */
export function weekOf(day: CivilDate): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const year = date.getUTCFullYear();
  const week = Math.ceil(((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** One line: what is to be done, about what and for whom. What is guarded says no more than its kind and body: who wants to know signs in. */
function lineOf(entry: WorkEntry, language: Language): LetterSection['lines'][number] {
  const t = words[language];
  const label = workKinds[entry.kind].label[language];
  const day = entry.dueOn && dayIn(language, entry.dueOn);
  return {
    text: entry.guarded
      ? label
      : `${entry.title ? `${label}: ${entry.title}` : label}${entry.count === undefined ? '' : ` (${entry.count})`}`,
    note: [
      entry.body?.name,
      day ? (entry.daysLate > 0 ? t.late(day) : t.by(day)) : t.noDay,
      isByLaw(entry) ? t.byLaw : undefined,
    ]
      .filter(Boolean)
      .join(' · '),
    path: entry.href,
  };
}

function letterOf(language: Language, letter: Pick<WorkLetter, 'subject' | 'text' | 'sections'>): WorkLetter {
  return { ...letter, language, closing: { text: words[language].closing, path: workSettingAddress } };
}
