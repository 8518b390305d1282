import { addDays } from '../../kernel/civil-date.ts';
import { announcementDeadline } from '../../kernel/legal-deadlines.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { listWaitingAdjustments, type WaitingAdjustment } from '../minutes/index.ts';
import { boardDutyOf, mustAnnounce } from '../notices/index.ts';
import { rulesOf } from '../organisation/index.ts';
import { isBoundByLaw, readRuleFacts } from './body-rules-reader.ts';
import { dayIn } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkScope, type WorkSource } from './work-source.ts';

/** Minutes older than this are a matter for the archive and not for the list of today. */
const daysBack = 183;
/** Extracts of minutes are sent when they have been adjusted; after a quarter nobody waits for them any more. */
const daysToSend = 90;

/** Minutes to write, to comment on, to sign, to announce, and to send extracts of. */
export const workOfMinutes: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'minutes.sign') ? await toSign(scope) : []),
  ...(mayAnywhere(scope, 'minutes.edit') || mayAnywhere(scope, 'minutes.comment') ? await toWrite(scope) : []),
  ...(mayAnywhere(scope, 'notice.post') || mayAnywhere(scope, 'minutes.edit') ? await scope.once(afterAdjusting) : []),
];

/** One's own signature, and for who keeps the minutes those that are still missing. */
async function toSign({ actor, once }: WorkScope): Promise<readonly WorkFinding[]> {
  const isOwn = (one: WaitingAdjustment['waitingFor'][number]) =>
    one.accountId ? one.accountId === actor.accountId : one.name === actor.name;
  const waiting = await once(waitingSignatures);
  const rules = await once(readRuleFacts);
  return waiting.flatMap((one) => {
    const common = {
      recordId: one.adjustmentId,
      href: recordAddress('minutes', one.minutesId) as `/${string}`,
      title: `Protokollet ${dayIn('sv', one.heldOn)}`,
      body: { id: one.bodyId, name: one.bodyName },
      dueOn: one.adjustBy,
      byLaw: isBoundByLaw(rules.get(one.bodyId), one.heldOn),
    };
    const own = one.waitingFor.some(isOwn);
    const others = one.waitingFor.filter((waiting) => !isOwn(waiting)).map(({ name }) => name);
    return [
      ...(own && actor.accountId !== null
        ? [{ ...common, kind: 'signMinutes' as const, accountId: actor.accountId }]
        : []),
      ...(others.length > 0 ? [{ ...common, kind: 'awaitSignatures' as const, waitsFor: others }] : []),
    ];
  });
}

const waitingSignatures = (r: Reader) => listWaitingAdjustments(r);

/** Meetings that have been held and whose minutes are not out for signing; and drafts that are out for comments and that the reader has not opened. */
async function toWrite({ actor, bodies, once }: WorkScope): Promise<readonly WorkFinding[]> {
  const rows = await once(unwritten);
  const rules = await once(readRuleFacts);
  const comments = bodies('minutes.comment').length > 0 && actor.accountId !== null;
  return rows.flatMap((row): readonly WorkFinding[] => {
    const common = {
      href: (row.id === null
        ? recordAddress('meeting', row.meeting_id)
        : recordAddress('minutes', row.id)) as `/${string}`,
      title: `Sammanträdet ${dayIn('sv', row.held_on)}`,
      body: { id: row.body_id, name: row.body_name },
      dueOn: row.adjust_by,
      byLaw: isBoundByLaw(rules.get(row.body_id), row.held_on),
    };
    return [
      { ...common, kind: 'writeMinutes', recordId: row.meeting_id, step: row.body_id },
      ...(comments && row.id !== null && row.state === 'commenting' && !row.read_by?.includes(actor.accountId!)
        ? [{ ...common, kind: 'commentMinutes' as const, recordId: row.id, accountId: actor.accountId! }]
        : []),
    ];
  });
}

/** The rows of that, with who of the people that are read for has opened the draft. */
async function unwritten(r: Reader, { accountIds, today }: WorkReading) {
  return await r.db
    .selectFrom('meeting')
    .leftJoin('minutes', (join) =>
      join.onRef('minutes.meeting_id', '=', 'meeting.id').onRef('minutes.tenant_id', '=', 'meeting.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join
        .onRef('body.tenant_id', '=', 'meeting.tenant_id')
        .on((eb) => eb('body.id', '=', eb.fn.coalesce('minutes.body_id', 'meeting.body_id'))),
    )
    .select(['meeting.id as meeting_id', 'meeting.held_on', 'meeting.adjust_by', 'minutes.id', 'minutes.state'])
    .select(['body.id as body_id', 'body.name as body_name'])
    .select((eb) =>
      eb
        .selectFrom('minutes_reading as reading')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['reading.account_id']).as('account_ids'))
        .whereRef('reading.tenant_id', '=', 'minutes.tenant_id')
        .whereRef('reading.minutes_id', '=', 'minutes.id')
        .where((inner) => inner('reading.account_id', '=', inner.fn.any(inner.val([...accountIds]))))
        .as('read_by'),
    )
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.state', '=', 'closed')
    .where('meeting.held_on', '>=', addDays(today, -daysBack))
    .where('meeting.held_on', '<=', today)
    .where((eb) =>
      eb.or([
        eb('minutes.state', 'in', ['draft', 'commenting']),
        eb.and([eb('minutes.id', 'is', null), eb('meeting.adjust_by', 'is not', null)]),
      ]),
    )
    .execute();
}

/** Adjusted minutes that are not announced, where the body has that duty (R-KL-55), and those of which no extract has been sent although a § says to whom. */
async function afterAdjusting(r: Reader, { today, once }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('adjustment')
    .innerJoin('minutes', (join) =>
      join.onRef('minutes.id', '=', 'adjustment.minutes_id').onRef('minutes.tenant_id', '=', 'adjustment.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'minutes.meeting_id').onRef('meeting.tenant_id', '=', 'minutes.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'minutes.body_id').onRef('body.tenant_id', '=', 'minutes.tenant_id'),
    )
    .select([
      'adjustment.id',
      'adjustment.adjusted_on',
      'adjustment.kind',
      'minutes.id as minutes_id',
      'meeting.held_on',
    ])
    .select(['body.id as body_id', 'body.name as body_name'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('board_notice as notice')
            .select('notice.id')
            .whereRef('notice.tenant_id', '=', 'adjustment.tenant_id')
            .whereRef('notice.adjustment_id', '=', 'adjustment.id'),
        )
        .as('announced'),
      eb
        .exists(
          eb
            .selectFrom('decision')
            .innerJoin('agenda_item as item', (join) =>
              join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
            )
            .select('decision.id')
            .whereRef('decision.tenant_id', '=', 'adjustment.tenant_id')
            .whereRef('item.meeting_id', '=', 'minutes.meeting_id')
            .where('decision.state', '=', 'made'),
        )
        .as('decided'),
      eb
        .exists(
          eb
            .selectFrom('section_text as text')
            .innerJoin('agenda_item as item', (join) =>
              join.onRef('item.id', '=', 'text.agenda_item_id').onRef('item.tenant_id', '=', 'text.tenant_id'),
            )
            .select('text.field')
            .whereRef('text.tenant_id', '=', 'adjustment.tenant_id')
            .whereRef('item.meeting_id', '=', 'minutes.meeting_id')
            .where('text.field', '=', 'dispatchNote')
            .where('text.body', '<>', '')
            .where((text) =>
              text.not(
                text.exists(
                  text
                    .selectFrom('dispatch')
                    .select('dispatch.id')
                    .whereRef('dispatch.tenant_id', '=', 'text.tenant_id')
                    .whereRef('dispatch.agenda_item_id', '=', 'text.agenda_item_id'),
                ),
              ),
            ),
        )
        .as('unsent'),
    ])
    .where('adjustment.tenant_id', '=', r.tenantId)
    .where('adjustment.state', '=', 'adjusted')
    .where('adjustment.adjusted_on', '>=', addDays(today, -daysToSend))
    .execute();
  const rules = await once(readRuleFacts);
  return rows.flatMap((row): readonly WorkFinding[] => {
    const facts = rules.get(row.body_id);
    const common = {
      href: recordAddress('minutes', row.minutes_id) as `/${string}`,
      title: `Protokollet ${dayIn('sv', row.held_on)}`,
      body: { id: row.body_id, name: row.body_name },
    };
    const duty = facts && boardDutyOf(rulesOf(facts.kind, facts.regulations, row.held_on), row as { decided: boolean });
    return [
      ...(duty && mustAnnounce(duty) && !row.announced
        ? [
            {
              ...common,
              kind: 'announceMinutes' as const,
              recordId: row.id,
              dueOn: announcementDeadline(row.adjusted_on!).date,
            },
          ]
        : []),
      ...(row.unsent && row.kind === 'whole'
        ? [
            {
              ...common,
              kind: 'sendExtracts' as const,
              recordId: row.minutes_id,
              dueOn: addDays(row.adjusted_on!, daysBeforeExtracts),
            },
          ]
        : []),
    ];
  });
}

/** A week after the adjustment those whom a decision concerns should have their extract. */
const daysBeforeExtracts = 7;
