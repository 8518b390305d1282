import { type CivilDate, weekdayOf } from '../../kernel/civil-date.ts';
import { letterMarks } from '../../kernel/posted-letter.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import { monthName, weekdayName } from '../../kernel/swedish-dates.ts';
import { type AgendaChanges, agendaAspects, itemAspects } from './agenda-changes.ts';
import type { AgendaContent, FrozenItem } from './agenda-version.ts';
import { type Meeting, meetingKinds, meetingModes } from './meeting.ts';
import { type Summons, type ToldMeeting, toldOf } from './summons.ts';
import type { SummonsKind, SummonsLetterKind } from './summons-table.ts';

/** The words of a letter: Swedish, plain, and readable by any program. */
export type LetterWords = { readonly subject: string; readonly text: string };

/** What a letter about a meeting is written from. */
export type LetterFacts = {
  readonly kind: SummonsLetterKind;
  readonly meeting: Meeting;
  readonly summons: Pick<Summons, 'name' | 'kind'>;
  readonly agenda: AgendaContent | null;
  readonly agendaNumber: number;
  readonly changes: AgendaChanges | null;
  /** What the letter before this one said. */
  readonly before: ToldMeeting | null;
  /** The member on whose seat a deputy is asked to serve. */
  readonly absentName: string | null;
  readonly sender: { readonly name: string; readonly email: string | null };
};

const notices: Readonly<Record<SummonsKind, { readonly subject: string; readonly sentence: string }>> = {
  called: { subject: 'Kallelse', sentence: 'Du kallas som ledamot till' },
  notified: { subject: 'Underrättelse', sentence: 'Du underrättas som ersättare om' },
  invited: { subject: 'Inbjudan', sentence: 'Du är inbjuden till' },
};

/** The subject and text of a letter. Links and the address of the service are filled in when it leaves. */
export function letterWords(facts: LetterFacts): LetterWords {
  const { meeting, summons, sender } = facts;
  const what = `${meetingKinds[meeting.kind].sv} med ${bodies(meeting)}`;
  const day = longDate(meeting.heldOn);
  const parts = { ...openings(facts, what), when: `${bodies(meeting)} ${day}` };
  const text = [
    `Hej ${summons.name}!`,
    parts.opening,
    ...parts.body,
    ...(parts.answer
      ? [
          `Svara här om du kommer:\n${letterMarks.answerLink}\nLänken är din egen och går att använda en gång, fram till att sammanträdet börjar.`,
        ]
      : []),
    ['Vänliga hälsningar', sender.name, ...(sender.email ? [sender.email] : [])].join('\n'),
  ];
  return { subject: `${parts.subject}: ${parts.when}`, text: `${text.filter((part) => part !== '').join('\n\n')}\n` };
}

type Parts = {
  readonly subject: string;
  readonly opening: string;
  readonly body: readonly string[];
  readonly answer: boolean;
};

function openings(facts: LetterFacts, what: string): Parts {
  const { kind, meeting, summons, agendaNumber, absentName } = facts;
  const link = `Handlingar och dagordning finns här (kräver inloggning):\n${letterMarks.site}${recordAddress('meeting', meeting.id)}`;
  const when = whenAndWhere(toldOf(meeting));
  const { subject, sentence } = notices[summons.kind];
  switch (kind) {
    case 'notice':
      return { subject, opening: `${sentence} ${what}.`, body: [when, agendaLines(facts), link], answer: true };
    case 'supplement':
      return {
        subject: `Tilläggskallelse ${agendaNumber - 1}`,
        opening: `Det finns en tilläggskallelse (nr ${agendaNumber - 1}) till ${what}.`,
        body: [changeLines(facts), when, agendaLines(facts), link],
        answer: true,
      };
    case 'changed':
      return {
        subject: 'Ändrad tid eller plats',
        opening: `Något har ändrats för ${what}.`,
        body: [`Nu gäller:\n${when}`, facts.before ? `Förut stod det:\n${whenAndWhere(facts.before)}` : '', link],
        answer: true,
      };
    case 'cancelled':
      return { subject: 'Inställt', opening: `${capital(what)} är inställt.`, body: [when], answer: false };
    case 'withdrawn':
      return {
        subject: 'Återtagen kallelse',
        opening: `Du behöver inte komma till ${what}: du står inte längre på listan över dem som kallas.`,
        body: [when],
        answer: false,
      };
    case 'servingRequest':
      return {
        subject: 'Kan du tjänstgöra?',
        opening: `Du föreslås tjänstgöra för ${absentName} vid ${what}.`,
        body: [when, link],
        answer: true,
      };
    case 'servingWithdrawn':
      return {
        subject: 'Du behöver inte tjänstgöra',
        opening: `Frågan om att tjänstgöra för ${absentName} vid ${what} är återtagen.`,
        body: [when],
        answer: false,
      };
  }
}

/** "Tid: torsdag 3 december 2026 kl. 09.00–15.00" and the place, line by line. */
export function whenAndWhere({ heldOn, lastDay, startsAt, endsAt, place, mode }: ToldMeeting): string {
  const days = lastDay && lastDay !== heldOn ? `${longDate(heldOn)} – ${longDate(lastDay)}` : longDate(heldOn);
  const clock = (at: string) => at.replace(':', '.');
  const time = startsAt ? ` kl. ${clock(startsAt)}${endsAt ? `–${clock(endsAt)}` : ''}` : '';
  return [
    `Tid: ${days}${time}`,
    ...(place ? [`Plats: ${place}`] : []),
    ...(mode ? [`Form: ${meetingModes[mode].sv}`] : []),
  ].join('\n');
}

/** "torsdag 3 december 2026" */
export function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${weekdayName(weekdayOf(date))} ${day} ${monthName(month)} ${year}`;
}

function agendaLines({ agenda }: LetterFacts): string {
  const lines = (agenda?.items ?? []).map((item) => `${item.number ? `${item.number}. ` : '– '}${openTitle(item)}`);
  return lines.length > 0 ? ['Dagordning', ...lines].join('\n') : '';
}

function changeLines({ changes }: LetterFacts): string {
  if (!changes) return '';
  const item = (word: string, one: FrozenItem, more = '') =>
    `– ${word}: ${one.number ? `${one.number}. ` : ''}${openTitle(one)}${more}`;
  const lines = [
    ...changes.added.map((one) => item('Ny punkt', one)),
    ...changes.changed.map(({ after, aspects }) =>
      item('Ändrad punkt', after, ` (${aspects.map((aspect) => itemAspects[aspect].sv).join(', ')})`),
    ),
    ...changes.removed.map((one) => item('Borttagen punkt', one)),
    ...changes.aspects.map((aspect) => `– Ändrat: ${agendaAspects[aspect].sv}`),
  ];
  return lines.length > 0 ? ['Det här är nytt:', ...lines].join('\n') : '';
}

/** A letter travels like a postcard: what is handled behind closed doors, or is exercised towards somebody, is read after signing in. */
function openTitle({ title, doorsClosed, exercisesAuthority }: FrozenItem): string {
  return doorsClosed || exercisesAuthority ? 'Ärende bakom stängda dörrar' : title;
}

function bodies({ body, jointBodies }: Meeting): string {
  const names = [body, ...jointBodies].map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} och ${names.at(-1)}` : (names[0] ?? '');
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
