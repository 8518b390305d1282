import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from '../published/index.ts';
import { isWithheld, type MarkableNoun, type SecrecyLevel } from '../secrecy/index.ts';
import { takeBackPublication } from './withdraw-publication.ts';

type Marked = {
  readonly noun: MarkableNoun | 'matter';
  readonly recordId: Id<string>;
  readonly level: SecrecyLevel;
};

/** What is written in the trace, where everybody who reviews sees it: that there is a mark, and nothing of what it hides. */
const becauseOfMark = 'En uppgift i posten har fått en sekretessmarkering.';

/**
 * Takes back what is public of a record that is marked as secret, or of a matter that becomes so with all that lies in it, in the transaction of the mark: the copies that everybody reads were made before, and
 * would go on saying what the register no longer says. That is the record itself and what shows it: the decision of a clause, the meetings with their
 * minutes, matters and decisions in which an item or a document stands. It can be proposed again, and the gate then masks or stops. Answers how many.
 */
export async function withdrawMarked(w: Writer<'secrecy.mark' | 'matter.edit'>, marked: Marked): Promise<number> {
  if (!isWithheld(marked.level)) return 0;
  const showing = await publicShowing(w, marked);
  for (const { noun, record_id: recordId } of showing)
    await takeBackPublication(w, { noun: noun as PublishedNoun, recordId, reason: becauseOfMark });
  return showing.length;
}

async function publicShowing(r: Reader, { recordId }: Marked) {
  const showing = sql<{ noun: string; record_id: string }>`(
    with item as (
      select id, meeting_id, matter_id from agenda_item
        where tenant_id = ${r.tenantId} and (id = ${recordId} or matter_id = ${recordId})
      union select item.id, item.meeting_id, item.matter_id from agenda_item_document tie
        join agenda_item item on item.tenant_id = tie.tenant_id and item.id = tie.agenda_item_id
        where tie.tenant_id = ${r.tenantId} and tie.document_id = ${recordId}
      union select item.id, item.meeting_id, item.matter_id from decision
        join agenda_item item on item.tenant_id = decision.tenant_id and item.id = decision.agenda_item_id
        where decision.tenant_id = ${r.tenantId} and decision.id in (
          select ${recordId}::uuid
          union all select decision_id from decision_clause where tenant_id = ${r.tenantId} and id = ${recordId}
          union all select decision_id from decision_task where tenant_id = ${r.tenantId} and id = ${recordId})
    ), shows as (
      select ${recordId}::uuid as id
      union select decision_id from decision_clause where tenant_id = ${r.tenantId} and id = ${recordId}
      union select decision_id from decision_task where tenant_id = ${r.tenantId} and id = ${recordId}
      union select meeting_id from item
      union select matter_id from item
      union select minutes.id from minutes join item on item.meeting_id = minutes.meeting_id where minutes.tenant_id = ${r.tenantId}
      union select decision.id from decision join item on item.id = decision.agenda_item_id where decision.tenant_id = ${r.tenantId}
      union select matter_id from document where tenant_id = ${r.tenantId} and id = ${recordId}
      union select id from document where tenant_id = ${r.tenantId} and matter_id = ${recordId}
      union select entry.report_id from report_entry entry where entry.tenant_id = ${r.tenantId} and entry.assignment_id = ${recordId}
    )
    select noun, record_id from publication
    where tenant_id = ${r.tenantId} and state = 'published' and record_id in (select id from shows where id is not null)
  )`.as<'showing'>(sql`showing`);
  return await r.db.selectFrom(showing).select(['noun', 'record_id']).execute();
}
