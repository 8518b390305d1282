import { type Block, type Fact, heading } from '../../documents/tree/index.ts';
import { attendanceBlocks } from './attendance-document.ts';
import { dateWithWeekday, listed, longDate } from './document-words.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { sectionRange } from './minutes-facts.ts';

/** The cover of minutes: place and time, who adjusts and when, which §§, then who was there (domain.md §3.10). */
export function coverBlocks(facts: MinutesFacts): readonly Block[] {
  const fact = (label: string, value: string | null): readonly Fact[] => (value ? [{ label, value }] : []);
  return [
    heading(1, 'Protokoll', 'omslag'),
    {
      kind: 'facts',
      facts: [
        ...fact('Organ', facts.body),
        ...fact('Plats och tid', placeAndTime(facts)),
        ...fact('Sekreterare', facts.secretary),
        ...fact('Ordförande', signersAs(facts, 'chair')),
        ...fact('Justerare', signersAs(facts, 'adjuster')),
        ...fact('Justeringens plats och tid', adjustmentPlace(facts)),
        ...fact('Paragrafer', sectionRange(numbersOf(facts))),
      ],
    },
    ...attendanceBlocks(facts.attendance),
  ];
}

/** "Regionhuset, tisdag 24 november 2020 kl. 09.00–15.00". */
export function placeAndTime(facts: MinutesFacts): string {
  const days = facts.lastDay
    ? `${dateWithWeekday(facts.heldOn)} – ${dateWithWeekday(facts.lastDay)}`
    : dateWithWeekday(facts.heldOn);
  const clock = (at: string) => at.replace(':', '.');
  const time = facts.startsAt ? ` kl. ${clock(facts.startsAt)}${facts.endsAt ? `–${clock(facts.endsAt)}` : ''}` : '';
  return [facts.place, `${days}${time}`].filter((part) => part).join(', ');
}

function signersAs(facts: MinutesFacts, role: MinutesFacts['signers'][number]['role']): string | null {
  return listed(facts.signers.filter((one) => one.role === role).map(({ name }) => name)) || null;
}

function adjustmentPlace({ adjustPlace, adjustBy }: MinutesFacts): string | null {
  const by = adjustBy ? `senast ${longDate(adjustBy)}` : null;
  return [adjustPlace, by].filter((part) => part).join(', ') || null;
}

function numbersOf(facts: MinutesFacts): readonly number[] {
  return facts.sections.flatMap(({ number }) => (number === null ? [] : [number]));
}
