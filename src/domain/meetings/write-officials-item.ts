import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';
import type { OfficialsItem } from './officials-item.ts';
import { officialsItemsOf } from './officials-item-reader.ts';

export type WriteOfficialsItem = OfficialsItem & { readonly itemId: Id<'agendaItem'> };

/** Writes the reports and the place of the slides of an item, instead of what stood there. */
export async function writeOfficialsItem(w: Writer<'meeting.conduct'>, input: WriteOfficialsItem): Promise<void> {
  const { meeting } = await lockItem(w, input.itemId);
  meetingStateAfter(meeting.state, 'change');
  const reports = input.reports.filter(
    ({ subGroup, reporter, report }) => subGroup.trim() || reporter || report.trim(),
  );
  refuseProblems(
    reports.flatMap(({ subGroup }, index) =>
      subGroup.trim() ? [] : [{ path: `reports.${index}.subGroup`, key: 'validation.required' }],
    ),
  );
  const before = (await officialsItemsOf(w, [input.itemId])).get(input.itemId);
  const key = { tenant_id: w.tenantId, agenda_item_id: input.itemId };
  for (const table of ['sub_group_report', 'shown_slides'] as const)
    await w.db
      .deleteFrom(table)
      .where('tenant_id', '=', w.tenantId)
      .where('agenda_item_id', '=', input.itemId)
      .execute();
  if (reports.length > 0)
    await w.db
      .insertInto('sub_group_report')
      .values(
        reports.map(({ subGroup, reporter, report }, index) => ({
          ...key,
          position: index + 1,
          sub_group: subGroup.trim(),
          reporter: reporter?.trim() || null,
          report: report.trim(),
        })),
      )
      .execute();
  const slidesIn = input.slidesIn?.trim() || null;
  if (slidesIn)
    await w.db
      .insertInto('shown_slides')
      .values({ ...key, kept_in: slidesIn })
      .execute();
  await w.log({
    noun: 'agendaItem',
    recordId: input.itemId,
    summary: 'officials',
    before,
    after: { reports, slidesIn },
  });
}
