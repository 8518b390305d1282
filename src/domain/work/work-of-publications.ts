import { addDays } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { publicationDuties } from '../publications/index.ts';
import { type PublishedNoun, publishedNouns } from '../published/index.ts';
import { dayIn } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Minutes that nobody has made public by then are not forgotten but left: the list is for what is new. */
const daysToPublish = 90;

/**
 * What can become public, what waits for a second pair of eyes, and what was changed afterwards. Adjusted minutes propose themselves here; nothing is
 * published before a person has seen it.
 */
export const workOfPublications: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'publication.propose') ? await scope.once(minutesToPublish) : []),
  ...(mayAnywhere(scope, 'publication.propose') || mayAnywhere(scope, 'publication.review')
    ? await scope.once(duties)
    : []),
];

/** Adjusted minutes about which nobody has said yet whether they become public. */
async function minutesToPublish(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('adjustment')
    .innerJoin('minutes', (join) =>
      join.onRef('minutes.id', '=', 'adjustment.minutes_id').onRef('minutes.tenant_id', '=', 'adjustment.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'minutes.meeting_id').onRef('meeting.tenant_id', '=', 'minutes.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join
        .onRef('body.tenant_id', '=', 'meeting.tenant_id')
        .on((eb) => eb('body.id', '=', eb.fn.coalesce('minutes.body_id', 'meeting.body_id'))),
    )
    .select(['minutes.id', 'meeting.held_on', 'body.id as body_id', 'body.name as body_name'])
    .where('adjustment.tenant_id', '=', r.tenantId)
    .where('adjustment.kind', '=', 'whole')
    .where('adjustment.state', '=', 'adjusted')
    .where('adjustment.adjusted_on', '>=', addDays(today, -daysToPublish))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('publication')
            .select('publication.id')
            .whereRef('publication.tenant_id', '=', 'minutes.tenant_id')
            .whereRef('publication.record_id', '=', 'minutes.id')
            .where('publication.noun', '=', 'minutes'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    kind: 'publishMinutes',
    recordId: row.id,
    href: pageOf('minutes', row.id),
    title: `sammanträdet ${dayIn('sv', row.held_on)}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn: null,
  }));
}

async function duties(r: Reader): Promise<readonly WorkFinding[]> {
  const found = await publicationDuties(r);
  const waiting = found.flatMap(({ state, id, noun, recordId, title, body, proposerId }): readonly WorkFinding[] => {
    // A title that was stopped or held may hold what must not get out: it stands in no letter.
    const common = { recordId: id, href: pageOf(noun, recordId), title, body, dueOn: null, guarded: true };
    if (state === 'stopped') return [{ ...common, kind: 'mendPublication' }];
    return state === 'awaitingReview' ? [{ ...common, kind: 'reviewPublication', notFor: proposerId }] : [];
  });
  // One row a body: that a record looks changed is a sign to look, and a busy register gives many.
  const changed = Map.groupBy(
    found.filter(({ state }) => state === 'published'),
    ({ body }) => body?.id ?? null,
  );
  return [
    ...waiting,
    ...[...changed].map(
      ([bodyId, own]): WorkFinding => ({
        kind: 'publishAnew',
        recordId: bodyId ?? r.tenantId,
        href: '/publicering?andrade=on',
        title: 'ändrat sedan det publicerades',
        body: own[0]!.body,
        dueOn: null,
        count: own.length,
      }),
    ),
  ];
}

/** The page of the register on which a record becomes public. */
function pageOf(noun: PublishedNoun, recordId: string): `/${string}` {
  return `/publicering/${publishedNouns[noun].path}/${recordId}`;
}
