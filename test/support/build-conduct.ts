import { prepareRollCall } from '../../src/domain/attendance/index.ts';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { setTimetable } from '../../src/domain/meetings/index.ts';
import { type BodyKind, createBody, createSeat, registerPerson } from '../../src/domain/organisation/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import type { DemoSite } from './demo-site.ts';

/** An invented body with its meeting of the day, as the tests of the screen of a meeting run it. */
export type ConductedMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly bodyId: Id<'body'>;
  readonly itemIds: readonly Id<'agendaItem'>[];
  readonly personIds: ReadonlyMap<string, Id<'person'>>;
};

let bodies = 0;

/** Five members and two deputies with names of their own, and four items of which the second and third propose a decision. */
export async function buildConductedMeeting(
  site: DemoSite,
  {
    kind = 'committee',
    heldOn = '2026-11-22',
    prepared = false,
  }: { readonly kind?: BodyKind; readonly heldOn?: string; readonly prepared?: boolean } = {},
): Promise<ConductedMeeting> {
  bodies += 1;
  const personIds = new Map<string, Id<'person'>>();
  const bodyId = await site.write('organisation.edit', async (w) => {
    const id = await createBody(w, { kind, name: `Provnämnden för fjäll ${bodies}` });
    if (kind === 'officialsGroup') return id;
    for (const [index, [name, party]] of people.entries()) {
      const personId = await registerPerson(w, { name });
      personIds.set(name, personId);
      await createSeat(w, {
        bodyId: id,
        kind: index < 5 ? 'member' : 'deputy',
        personId,
        party,
        ...(index === 0 && { role: 'chair' as const }),
        ...(index === 1 && { role: 'viceChair' as const }),
      });
    }
    return id;
  });
  const meetingId = await buildMeeting(site.database, {
    bodyId,
    heldOn,
    startsAt: '09:00',
    endsAt: '12:00',
    adjustBy: addDays(heldOn, 14),
  });
  const itemIds: Id<'agendaItem'>[] = [];
  for (const [index, title] of titles.entries())
    itemIds.push(
      await buildAgendaItem(site.database, {
        meetingId,
        title,
        number: `${index + 1}`,
        category: index === 0 ? 'formal' : 'decision',
      }),
    );
  await site.write('decision.record', async (w) => {
    for (const [index, clause] of clauses.entries())
      await recordDecision(w, {
        agendaItemId: itemIds[index + 1]!,
        bodyId,
        title: titles[index + 1]!,
        clauses: [clause],
        state: 'proposed',
      });
  });
  await site.write('meeting.edit', (w) =>
    setTimetable(w, {
      meetingId,
      slots: titles.map((title, index) => ({
        startsAt: `${9 + Math.floor(index / 2)}`.padStart(2, '0') + (index % 2 === 0 ? ':00' : ':30'),
        endsAt: `${9 + Math.floor((index + 1) / 2)}`.padStart(2, '0') + (index % 2 === 0 ? ':30' : ':00'),
        title,
        presenters: [],
        agendaItemId: itemIds[index]!,
      })),
    }),
  );
  if (prepared) await site.write('meeting.conduct', (w) => prepareRollCall(w, meetingId));
  return { meetingId, bodyId, itemIds, personIds };
}

export const people = [
  ['Ada Provlind', 'S'],
  ['Bo Provberg', 'M'],
  ['Cia Provlund', 'S'],
  ['Dan Provström', 'C'],
  ['Eva Provfors', 'M'],
  ['Finn Provhed', 'S'],
  ['Gun Provdal', 'M'],
] as const;
const titles = ['Upprop och val av justerare', 'Mobila team i fjällen', 'Bidrag till föreningen Snö', 'Övriga frågor'];
const clauses = ['att inrätta två mobila team', 'att bevilja föreningen Snö bidrag med 50 000 kronor'];
