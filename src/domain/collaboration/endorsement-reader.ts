import { civilDateIn } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type EndorsementOutcome, openAsks } from '../releases/index.ts';
import type { EndorsableNoun, EndorsementOf, EndorsementSubject } from './endorsement.ts';
import { itemPlaces } from './item-place-reader.ts';

export type EndorsementFilter = {
  readonly subject?: EndorsementSubject;
  readonly byBodyIds?: readonly Id<'body'>[];
  /** Only those that were asked for and not answered. */
  readonly waiting?: boolean;
};

/** Who stands behind what, by the name of the body. */
export async function listEndorsements(r: Reader, filter: EndorsementFilter): Promise<readonly EndorsementOf[]> {
  let query = r.db
    .selectFrom('endorsement')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'endorsement.tenant_id').onRef('body.id', '=', 'endorsement.by_body_id'),
    )
    .selectAll('endorsement')
    .select('body.name')
    .where('endorsement.tenant_id', '=', r.tenantId)
    .orderBy('body.name')
    .orderBy('endorsement.id');
  const { subject, byBodyIds, waiting } = filter;
  if (subject)
    query = query.where('endorsement.subject_noun', '=', subject.noun).where('endorsement.subject_id', '=', subject.id);
  if (byBodyIds) query = query.where((eb) => eb('endorsement.by_body_id', '=', eb.fn.any(eb.val([...byBodyIds]))));
  if (waiting) query = query.where('endorsement.stance', 'is', null);
  const rows = await query.execute();
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    subject: { noun: row.subject_noun as EndorsableNoun, id: row.subject_id },
    by: { id: row.by_body_id, name: row.name },
    outcome: row.stance as EndorsementOutcome | null,
    endorsedOn: row.endorsed_on,
    remarks: row.remarks,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    toldIn: row.told_in,
    item: row.agenda_item_id ? (items.get(row.agenda_item_id) ?? null) : null,
    releaseId: row.release_id,
  }));
}

/** Who stands behind one record, with those that were asked through a release and have not answered. */
export async function endorsementsAsked(r: Reader, subject: EndorsementSubject): Promise<readonly EndorsementOf[]> {
  const noted = await listEndorsements(r, { subject });
  const asks = (await openAsks(r)).filter(({ ask, recordId }) => ask.kind === 'endorse' && recordId === subject.id);
  const waiting = asks
    .filter(({ principal }) => noted.every(({ by }) => by.id !== principal.id))
    .map(({ principal, ask, askedAt, releaseId }) => ({
      id: null,
      version: 0,
      subject,
      by: principal,
      outcome: null,
      endorsedOn: null,
      remarks: null,
      askedOn: civilDateIn(askedAt),
      dueOn: ask.dueOn,
      toldIn: null,
      item: null,
      releaseId,
    }));
  return [...noted, ...waiting].toSorted((a, b) => a.by.name.localeCompare(b.by.name, 'sv'));
}

/** What an endorsed record is called, and the body that it belongs to where it has one. */
export type EndorsedRecord = EndorsementSubject & { readonly title: string; readonly bodyId: Id<'body'> | null };

/** The titles of some records that are endorsed, by their ids; what is gone is left out. One query for each kind, whatever the number. */
export async function endorsedRecords(
  r: Reader,
  subjects: readonly EndorsementSubject[],
): Promise<ReadonlyMap<string, EndorsedRecord>> {
  const ids = (noun: EndorsableNoun) => subjects.filter((one) => one.noun === noun).map(({ id }) => id);
  const found: EndorsedRecord[] = [];
  const take = (noun: EndorsableNoun, rows: readonly { id: string; title: string; body_id: string | null }[]) =>
    found.push(...rows.map(({ id, title, body_id }) => ({ noun, id, title, bodyId: body_id })));
  if (ids('agreement').length > 0)
    take(
      'agreement',
      await r.db
        .selectFrom('agreement')
        .select(['id', 'name as title', 'body_id'])
        .where('tenant_id', '=', r.tenantId)
        .where('id', 'in', ids('agreement'))
        .execute(),
    );
  if (ids('commission').length > 0)
    take(
      'commission',
      await r.db
        .selectFrom('commission')
        .select(['id', 'task as title', 'body_id'])
        .where('tenant_id', '=', r.tenantId)
        .where('id', 'in', ids('commission'))
        .execute(),
    );
  if (ids('project').length > 0)
    take(
      'project',
      await r.db
        .selectFrom('project')
        .select(['id', 'name as title', 'body_id'])
        .where('tenant_id', '=', r.tenantId)
        .where('id', 'in', ids('project'))
        .execute(),
    );
  if (ids('decision').length > 0)
    take(
      'decision',
      await r.db
        .selectFrom('decision')
        .select(['id', 'title', 'body_id'])
        .where('tenant_id', '=', r.tenantId)
        .where('id', 'in', ids('decision'))
        .execute(),
    );
  if (ids('document').length > 0)
    take(
      'document',
      (
        await r.db
          .selectFrom('document')
          .select(['id', 'title'])
          .where('tenant_id', '=', r.tenantId)
          .where('id', 'in', ids('document'))
          .execute()
      ).map((row) => ({ ...row, body_id: null })),
    );
  return new Map(found.map((one) => [one.id, one]));
}
