import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  type AgendaItem,
  getMeeting,
  type MeetingDetail,
  officialsItemsOf,
  reportingGroupsOf,
  writeOfficialsItem,
} from '../../../domain/meetings/index.ts';
import { listBodies, nameKey } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, idField, optionalText } from '../../input.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { requireFor } from '../meetings/meeting-facts.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId } from '../meetings/meeting-routes.ts';
import { toOfficials } from './officials-routes.ts';
import { reportsPage, reportValues } from './reports-page.ts';
import { texts } from './texts.ts';

const one = `${meetingListPath}/:id` as const;
const byItem = z.object({ id: idField(), punkt: idField() });

const reportsForm = z.object({
  reports: z
    .array(
      z.object({
        subGroup: optionalText({ maximum: 200 }),
        reporter: optionalText({ maximum: 200 }),
        report: optionalText({ maximum: 20_000 }),
      }),
    )
    .max(40)
    .default([]),
  slidesIn: optionalText({ maximum: 300 }),
  idempotencyKey: idempotencyField,
});

/** The reports of sub-groups in an item of a group of officials, and its slides. */
export const officialsReportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/punkter/:punkt/rapporter`,
    policy: 'meeting.conduct',
    about: 'Visar formuläret för undergruppernas rapporter i en punkt och var bilderna finns.',
    input: { params: byItem },
    sample: { params: { id: anId, punkt: anId } },
    handler: async (ctx) => {
      const { meeting, item, found, subGroups } = await ownItem(ctx);
      return reportsPage(ctx, meeting, item, freshForm(reportValues(found, subGroups)));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/punkter/:punkt/rapporter`,
    policy: 'meeting.conduct',
    about: 'Sparar undergruppernas rapporter i en punkt och var bilderna finns.',
    input: { params: byItem, form: reportsForm },
    sample: { params: { id: anId, punkt: anId }, form: { slidesIn: 'samarbetsytan', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { reports, slidesIn, idempotencyKey } = ctx.input.form;
      await ownItem(ctx);
      await ctx.services.db.transact(ctx.auth, { verb: 'writeOfficialsItem', idempotencyKey }, async (w) => {
        await requireNotDisqualified(w, punkt);
        await writeOfficialsItem(w, {
          itemId: punkt,
          reports: reports.map((row) => ({
            subGroup: row.subGroup ?? '',
            reporter: row.reporter ?? null,
            report: row.report ?? '',
          })),
          slidesIn: slidesIn ?? null,
        });
      });
      return toOfficials(id, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      return reportsPage(ctx, meeting, item, state);
    },
  }),
];

type OnItem = Pick<HandlerContext<'meeting.conduct'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: z.output<typeof byItem> };
};

async function ownItem(ctx: OnItem) {
  const { id, punkt } = ctx.input.params;
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const meeting = await getMeeting(r, id);
    requireFor(ctx.actor, 'meeting.edit', meeting);
    await requireNotDisqualified(r, punkt);
    const item = meeting.items.find((other) => other.id === punkt);
    if (!item) throw new AppError('record.notFound');
    const subGroups = await groupsReportingIn(r, meeting, item);
    return { meeting, item, subGroups, found: (await officialsItemsOf(r, [punkt])).get(punkt) };
  });
}

/**
 * The groups that report at each meeting and do so in this item; all of them where the agenda has no item of theirs. Where nobody has said which groups
 * report, all sub-groups of the day.
 */
async function groupsReportingIn(r: Reader, { body, heldOn, items }: MeetingDetail, item: AgendaItem) {
  const reporting = (await reportingGroupsOf(r, body.id)).filter(({ since }) => since <= heldOn);
  const within = ({ title }: AgendaItem) => reporting.filter((one) => nameKey(one.itemTitle) === nameKey(title));
  if (reporting.length > 0)
    return (items.some((one) => within(one).length > 0) ? within(item) : reporting).map(({ name }) => name);
  const bodies = await listBodies(r, { onDate: heldOn });
  return bodies.filter(({ parentId }) => parentId === body.id).map(({ name }) => name);
}
