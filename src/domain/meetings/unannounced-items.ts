import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type BodyRules, bodyRulesOn } from '../organisation/index.ts';
import type { AgendaContent } from './agenda-version.ts';
import { findLatestAgendaVersion } from './agenda-version-reader.ts';
import { type MeetingState, meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';

/** How an item came before the body: by the notice, by a supplement, not sent yet, or only in the room. */
export const itemOrigins = {
  notSent: { sv: 'inte skickad än', en: 'not sent yet' },
  announced: { sv: 'i kallelsen', en: 'in the notice' },
  pending: { sv: 'väntar på tilläggskallelse', en: 'waits for a supplement' },
  raised: { sv: 'väckt vid sammanträdet', en: 'raised at the meeting' },
} as const satisfies Record<string, Localized>;
export type ItemOrigin = keyof typeof itemOrigins;

/** What the body said to taking up a matter that was not announced. */
export const raisingConsents = {
  all: { sv: 'alla närvarande samtyckte', en: 'all present agreed' },
  body: { sv: 'organet beslutade att ta upp ärendet', en: 'the body decided to take it up' },
  refused: { sv: 'ärendet togs inte upp', en: 'it was not taken up' },
} as const satisfies Record<string, Localized>;
export type RaisingConsent = keyof typeof raisingConsents;
export const raisingConsentCodes = Object.keys(raisingConsents) as readonly RaisingConsent[];

/** That a matter was raised at the meeting: by whom, why it could not wait, and whether it was taken up. */
export type RaisedItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly raisedBy: string;
  readonly reason: string | null;
  readonly consent: RaisingConsent;
};

/** How an item came before the body; `latest` is the last version that was sent. */
export function itemOrigin(
  itemId: Id<'agendaItem'>,
  latest: AgendaContent | undefined,
  state: MeetingState,
): ItemOrigin {
  if (!latest) return 'notSent';
  if (latest.items.some(({ id }) => id === itemId)) return 'announced';
  return state === 'planned' || state === 'summoned' ? 'pending' : 'raised';
}

/**
 * Whether an item may be decided. R-KL-09 (kommunallagen 5:52): an assembly decides only what was announced, unless all who are present agree to
 * take up what is urgent. A nämnd follows its own rule: it decides to take it up. Nothing is asked where no notice was sent through Kansli.
 */
export function mayBeDecided(
  origin: ItemOrigin,
  rule: BodyRules['unannouncedMatters'],
  consent: RaisingConsent | undefined,
): boolean {
  if (origin === 'notSent' || origin === 'announced') return true;
  if (rule === 'allPresent') return consent === 'all';
  return rule === 'bodyConsents' && (consent === 'all' || consent === 'body');
}

/** Records that an item was raised at the meeting and what the body said to it; said again it replaces what was said. */
export async function noteRaisedItem(w: Writer<'meeting.edit' | 'meeting.conduct'>, input: RaisedItem): Promise<void> {
  const { meeting } = await lockItem(w, input.itemId);
  meetingStateAfter(meeting.state, 'raiseItem');
  refuseProblems([
    ...(input.raisedBy.trim() ? [] : [{ path: 'raisedBy', key: 'validation.required' }]),
    ...(Object.hasOwn(raisingConsents, input.consent) ? [] : [{ path: 'consent', key: 'validation.choose' }]),
  ]);
  const row = {
    raised_by: input.raisedBy.trim(),
    reason: input.reason?.trim() || null,
    consent: input.consent,
    noted_at: w.runtime.now(),
    noted_by: w.auth.actorName,
  };
  await w.db
    .insertInto('raised_item')
    .values({ tenant_id: w.tenantId, agenda_item_id: input.itemId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'agenda_item_id']).doUpdateSet(row))
    .execute();
  await w.log({ noun: 'agendaItem', recordId: input.itemId, summary: 'raised', after: row });
}

/** What was recorded of the raised items of a meeting, by item. */
export async function raisedItemsOf(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<ReadonlyMap<string, RaisedItem>> {
  if (itemIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('raised_item')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.agenda_item_id,
      {
        itemId: row.agenda_item_id,
        raisedBy: row.raised_by,
        reason: row.reason,
        consent: row.consent as RaisingConsent,
      },
    ]),
  );
}

/** Throws `agenda.notAnnounced` when the body may not decide the item by R-KL-09: call it where a decision is made. */
export async function requireAnnounced(
  w: Writer<'decision.record' | 'meeting.conduct' | 'intake.confirm'>,
  itemId: Id<'agendaItem'>,
): Promise<void> {
  const { item, meeting } = await lockItem(w, itemId);
  const latest = await findLatestAgendaVersion(w, item.meeting_id);
  const origin = itemOrigin(itemId, latest?.content, meeting.state);
  if (origin === 'announced' || origin === 'notSent') return;
  const { unannouncedMatters } = await bodyRulesOn(w, meeting.bodyIds[0]!, meeting.heldOn);
  const raised = (await raisedItemsOf(w, [itemId])).get(itemId);
  if (!mayBeDecided(origin, unannouncedMatters, raised?.consent))
    throw new AppError('agenda.notAnnounced', { title: item.title });
}
