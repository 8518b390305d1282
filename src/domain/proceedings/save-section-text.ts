import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { meetingStateAfter, shareMeeting } from '../meetings/index.ts';
import { logItem } from './item-scene.ts';
import { textOf } from './proceedings-rows.ts';
import { type SectionField, type SectionText, sectionFields, sectionTextLimit, unwrittenText } from './section-text.ts';

export type SaveSectionText = {
  readonly itemId: Id<'agendaItem'>;
  readonly field: SectionField;
  readonly body: string;
  /** The version that the writer began from; 0 for a field that was empty. */
  readonly expectedVersion: number;
};

/**
 * Saves one running text of a §, as often as the page likes. Each field has a version of its own, so two people in two fields never meet; in the
 * same field the second one gets both texts (`record.changedMeanwhile`). The meeting is only held, not locked: many save at once, and nobody can
 * adjust the minutes meanwhile. The log says which version was saved and not the text, which is a draft until it is adjusted.
 */
export async function saveSectionText(w: Writer<'meeting.conduct'>, input: SaveSectionText): Promise<SectionText> {
  const { meeting_id } = await getRow(w, 'agenda_item', input.itemId);
  const meeting = await shareMeeting(w, meeting_id);
  meetingStateAfter(meeting.state, 'writeDown');
  await requireUnsealed(w, input.itemId);
  refuseProblems([
    ...(input.field in sectionFields ? [] : [{ path: 'field', key: 'validation.choose' }]),
    ...(input.body.length <= sectionTextLimit
      ? []
      : [{ path: 'body', key: 'validation.tooLong', values: { maximum: sectionTextLimit } }]),
  ]);
  const row = { body: input.body, edited_by: w.auth.actorName, edited_at: w.runtime.now() };
  const key = { tenant_id: w.tenantId, agenda_item_id: input.itemId, field: input.field };
  const version = input.expectedVersion + 1;
  const saved =
    input.expectedVersion === 0
      ? await w.db
          .insertInto('section_text')
          .values({ ...key, ...row })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'agenda_item_id', 'field']).doNothing())
          .returningAll()
          .executeTakeFirst()
      : await w.db
          .updateTable('section_text')
          .set({ ...row, version })
          .where('tenant_id', '=', key.tenant_id)
          .where('agenda_item_id', '=', key.agenda_item_id)
          .where('field', '=', key.field)
          .where('version', '=', input.expectedVersion)
          .returningAll()
          .executeTakeFirst();
  if (!saved) return expectVersion(await currentText(w, input), input.expectedVersion, { body: input.body });
  const length = input.body.length;
  await logItem(w, input.itemId, 'text', { after: { field: input.field, version, length } });
  return textOf(saved);
}

async function currentText(w: Writer, { itemId, field }: SaveSectionText): Promise<SectionText> {
  const row = await w.db
    .selectFrom('section_text')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .where('field', '=', field)
    .executeTakeFirst();
  return row ? textOf(row) : unwrittenText(itemId, field);
}

async function requireUnsealed(w: Writer, itemId: Id<'agendaItem'>): Promise<void> {
  const row = await w.db
    .selectFrom('item_outcome')
    .select('sealed')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .executeTakeFirst();
  if (row?.sealed) throw new AppError('proceedings.sealed');
}
