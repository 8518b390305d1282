import type { CourseScene } from '../../../domain/attendance/index.ts';
import type { Summons } from '../../../domain/meetings/index.ts';
import type { FormState } from '../../contracts.ts';

/** What an answer to the notice leads one to expect at the roll call. */
const expected = { comes: 'present', comesRemotely: 'remote', cannotCome: 'absent' } as const;

/**
 * What the roll call begins with: the answers that people gave to the notice, and the deputies who said that they serve. The secretary calls out
 * everybody all the same; what was answered beforehand is only what is to be expected.
 */
export function expectedAnswers(
  scene: Pick<CourseScene, 'people'>,
  summonses: readonly Pick<Summons, 'seatId' | 'personId' | 'name' | 'answer' | 'requests'>[],
): FormState['values'] {
  const values: Record<string, string> = {};
  for (const summons of summonses) {
    const person =
      scene.people.find(({ seatId }) => seatId !== null && seatId === summons.seatId) ??
      scene.people.find(({ personId }) => personId !== null && personId === summons.personId);
    if (!person) continue;
    if (summons.answer) values[`answer.${person.id}`] = expected[summons.answer.code];
    for (const { state, seatId } of summons.requests) if (state === 'accepted') values[`serving.${seatId}`] = person.id;
  }
  return values;
}
