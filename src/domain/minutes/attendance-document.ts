import { type Block, bullets, heading, type Inline, text } from '../../documents/tree/index.ts';
import type { AttendanceFacts, PersonFacts } from './minutes-facts.ts';

/**
 * The attendance of a cover: those who served with their §§, deputies who were there without serving, and others (R-KL-51, KL 5:66). A part
 * without anybody is left out, except those who decide: their absence would be news.
 */
export function attendanceBlocks(attendance: AttendanceFacts): readonly Block[] {
  const { members, servingDeputies, otherDeputies, others } = attendance;
  return [
    heading(2, 'Beslutande'),
    heading(3, 'Ledamöter'),
    ...(members.length > 0 ? [people(members)] : [bullets('Ingen ledamot är antecknad som närvarande.')]),
    ...part(3, 'Tjänstgörande ersättare', servingDeputies),
    ...part(2, 'Ej tjänstgörande ersättare', otherDeputies),
    ...part(2, 'Övriga närvarande', others),
  ];
}

/** The attendance of an officials' group: who spoke for each principal, then the others, those absent struck through as seed 003 does. */
export function principalBlocks(attendance: AttendanceFacts): readonly Block[] {
  const named = attendance.principals.flatMap(({ name, people: those }) =>
    name === null ? [] : those.map((person) => ({ ...person, organisation: name })),
  );
  const others = attendance.principals.flatMap(({ name, people: those }) => (name === null ? those : []));
  return [
    heading(1, 'Närvarande'),
    ...presentTable('Företrädare för huvudmännen', 'Huvudman', named),
    ...presentTable('Övriga deltagare', 'Organisation', others),
  ];
}

/** What stands where nothing is known of somebody: a table has no empty cells. */
const none = '–';

function presentTable(caption: string, from: string, those: readonly PersonFacts[]): readonly Block[] {
  if (those.length === 0) return [];
  const roles = those.some(({ role }) => role);
  return [
    {
      kind: 'table',
      caption,
      header: [[text('Namn')], [text(from)], ...(roles ? [[text('Roll')]] : [])],
      rows: those.map((person) => [
        [struckWhenAbsent(person.name, person)],
        [struckWhenAbsent(person.organisation ?? none, person)],
        ...(roles ? [[struckWhenAbsent(person.role ?? none, person)]] : []),
      ]),
      rowHeader: true,
    },
  ];
}

/** "Anna Ek (S), ordförande, §§ 1–4, på distans". */
export function personLine(person: PersonFacts): string {
  return [
    person.party ? `${person.name} (${person.party})` : person.name,
    person.role,
    person.organisation,
    person.replaces ? `ersätter ${person.replaces}` : null,
    person.during,
    person.remote ? 'på distans' : null,
  ]
    .filter((part) => part)
    .join(', ');
}

function part(level: 2 | 3, title: string, those: readonly PersonFacts[]): readonly Block[] {
  return those.length === 0 ? [] : [heading(level, title), people(those)];
}

function people(those: readonly PersonFacts[]): Block {
  return bullets(...those.map(personLine));
}

function struckWhenAbsent(words: string, { present }: PersonFacts): Inline {
  return present === false && words !== none ? { kind: 'text', text: words, struck: true } : text(words);
}
