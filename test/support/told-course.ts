import { type CourseScene, courseOf, courseRulesOf, type EventFact } from '../../src/domain/attendance/index.ts';
import { type BodyKind, rulesOf } from '../../src/domain/organisation/index.ts';

/**
 * A body as a test tells it: `Ada`, `Bo` are members in the order of their seats, `+Disa` a deputy, `*Fia` of the staff, `-` a vacant seat. The
 * rules are those of the kind by the law of today.
 */
export function toldScene(kind: BodyKind, people: string): CourseScene {
  const names = people.split(' ');
  const seats = names
    .filter((name) => !/^[+*]/.test(name))
    .map((name, index) => ({
      id: `seat ${name === '-' ? `${index + 1}` : name}`,
      bodyId: 'body',
      role: index === 0 ? 'chair' : null,
      party: null,
    }));
  return {
    people: names
      .filter((name) => name !== '-')
      .map((name) => {
        const capacity = name.startsWith('+') ? 'deputy' : name.startsWith('*') ? 'staffRepresentative' : 'member';
        const id = name.replace(/^[+*]/, '');
        return {
          id,
          name: id,
          party: null,
          capacity,
          seatId: capacity === 'member' ? `seat ${id}` : null,
          personId: null,
          organisation: null,
          role: null,
        } as const;
      }),
    seats,
    rules: [courseRulesOf('body', rulesOf(kind, [], '2026-03-02'))],
  };
}

/**
 * The course of a meeting from lines such as `13:00 opened`, `13:00 Ada arrived`, `13:00 Bo arrived remote` (`seen` when sound and picture were
 * tried), `13:05 § 1 began`, `14:10 Ada left`, `14:10 Disa serves Ada`, `14:20 Disa stops`, `14:20 Bo disqualified 2`, `14:30 Bo returned 2`,
 * `next day` on a line that resumes.
 */
export function toldCourse(scene: CourseScene, lines: readonly string[]) {
  let day = 1;
  return courseOf(
    scene,
    lines.map((line, index) => {
      const { at, fact } = toldLine(line);
      if (fact.kind === 'resumed' && fact.nextDay) day += 1;
      return { ...fact, id: `${index}`, seq: index, day, at };
    }),
  );
}

export function toldLine(line: string): { readonly at: string; readonly fact: EventFact } {
  const [at = '', ...words] = line.split(' ');
  return { at, fact: factOf(words) };
}

function factOf(words: readonly string[]): EventFact {
  const [first = '', verb = '', rest = ''] = words;
  if (first === '§') return { kind: verb === 'ended' || rest === 'ended' ? 'itemEnded' : 'itemBegan', itemId: verb };
  if (first === 'resumed') return { kind: 'resumed', nextDay: verb === 'next' };
  if (first === 'opened' || first === 'adjourned' || first === 'closed') return { kind: first };
  const attendanceId = first;
  switch (verb) {
    case 'arrived':
      return { kind: 'arrived', attendanceId, mode: rest ? 'remote' : 'inRoom', seenAndHeard: rest === 'seen' };
    case 'left':
      return { kind: 'left', attendanceId, reason: rest === 'line' ? 'lostConnection' : 'leaves' };
    case 'serves':
      return { kind: 'beganServing', attendanceId, seatId: `seat ${rest}` };
    case 'stops':
      return { kind: 'stoppedServing', attendanceId };
    case 'disqualified':
    case 'excluded':
    case 'returned':
      return { kind: verb, attendanceId, itemId: rest };
    default:
      throw new Error(`No line of a course reads "${words.join(' ')}": see toldCourse.`);
  }
}
