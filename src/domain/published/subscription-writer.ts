import type { Language } from '../../kernel/language.ts';
import { linkTokenHash, newLinkToken } from '../../kernel/link-token.ts';
import { letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import { readQuestion } from './search-words.ts';
import { confirmLetter, newsLetter } from './subscription-letters.ts';

/** What a visitor wants to be told of. Everything, when nothing is chosen. */
export type PlaceSubscription = {
  readonly address: string;
  readonly language: Language;
  readonly noun?: PublishedNoun | undefined;
  readonly bodyId?: string | undefined;
  readonly words?: string | undefined;
};

const day = 24 * 60 * 60 * 1_000;
/** Days within which a wish must be confirmed; after that the address is forgotten. */
const daysToConfirm = 7;
/** Letters that ask for confirmation which an address gets in a day at most: a form must not be a way to pester somebody. */
const mostAsked = 3;
const mostTold = 50;

/**
 * Keeps a wish to be told of what is new and posts the letter that asks whether it is meant. The answer is the same whether the address was known or not,
 * so that nobody learns who subscribes.
 */
export async function placeSubscription(w: Writer<'portal.ask'>, wish: PlaceSubscription): Promise<void> {
  const address = wish.address.trim();
  refuseProblems(
    /^[^\s@<>",;:\p{Cc}]+@[^\s@<>",;:\p{Cc}]+\.[^\s@<>",;:\p{Cc}]+$/u.test(address) && address.length <= 200
      ? []
      : [{ path: 'address', key: 'portal.address' }],
  );
  const id = w.runtime.newId();
  const asked = await w.db
    .selectFrom('portal_subscription')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('address', '=', address)
    .where('asked_at', '>', new Date(w.runtime.now().getTime() - day))
    .where('confirmed_at', 'is', null)
    .execute();
  // The address of who asks stays out of the log, which is kept for ever.
  await w.log({
    noun: 'portalSubscription',
    recordId: id,
    summary: asked.length < mostAsked ? 'asked' : 'askedTooOften',
  });
  if (asked.length >= mostAsked) return;
  const authority = await authorityOf(w);
  await w.db
    .insertInto('portal_subscription')
    .values({
      tenant_id: w.tenantId,
      id,
      address,
      noun: wish.noun ?? null,
      body_id: wish.bodyId ?? null,
      words: wish.words?.trim() || null,
      language: wish.language,
      asked_at: w.runtime.now(),
      confirmed_at: null,
      letter_id: id,
      told_seq: await lastChange(w),
    })
    .execute();
  await post(w, { id, to: { name: address, address }, ...confirmLetter(authority, wish.language) }, wish.language);
}

/** Makes the link of a letter that is about to leave, and answers with its path. The register keeps its hash alone. */
export async function makeSubscriptionLink(w: Writer<'portal.tell'>, letterId: string): Promise<string> {
  const { id } = await w.db
    .selectFrom('portal_subscription')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('letter_id', '=', letterId)
    .executeTakeFirstOrThrow();
  const { token, hash } = newLinkToken(w.runtime);
  await w.db
    .insertInto('portal_subscription_link')
    .values({ tenant_id: w.tenantId, token_hash: hash, portal_subscription_id: id, made_at: w.runtime.now() })
    .execute();
  await w.log({ noun: 'portalSubscription', recordId: id, summary: 'linkMade' });
  return `/oppet/${(await authorityOf(w)).slug}/prenumeration/${token}`;
}

/** Begins the letters: who follows the link has the address. Answers whether there was anything to confirm. */
export async function confirmSubscription(w: Writer<'portal.ask'>, token: string): Promise<boolean> {
  const found = await findByToken(w, token);
  const isFresh =
    found &&
    (found.confirmed_at !== null || w.runtime.now().getTime() - found.asked_at.getTime() < daysToConfirm * day);
  await w.log({
    noun: 'portalSubscription',
    recordId: found?.id ?? w.runtime.newId(),
    summary: isFresh ? 'confirmed' : 'unknownLink',
  });
  if (!isFresh) return false;
  await w.db
    .updateTable('portal_subscription')
    .set({ confirmed_at: found.confirmed_at ?? w.runtime.now() })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  return true;
}

/** Ends the letters and forgets the address. Answers whether there was anything to end. */
export async function endSubscription(w: Writer<'portal.ask'>, token: string): Promise<boolean> {
  const found = await findByToken(w, token);
  await w.log({
    noun: 'portalSubscription',
    recordId: found?.id ?? w.runtime.newId(),
    summary: found ? 'ended' : 'unknownLink',
  });
  if (!found) return false;
  await w.db.deleteFrom('portal_subscription').where('tenant_id', '=', w.tenantId).where('id', '=', found.id).execute();
  return true;
}

/** The wishes for which something has changed since they were last told, and whether addresses wait that were never confirmed. */
export async function subscriptionsToTell(
  r: Reader,
): Promise<{ readonly ids: readonly string[]; readonly stale: boolean }> {
  const last = await lastChange(r);
  const rows = await r.db
    .selectFrom('portal_subscription')
    .select(['id', 'confirmed_at', 'told_seq'])
    .where('tenant_id', '=', r.tenantId)
    .execute();
  return {
    ids: rows.filter((row) => row.confirmed_at !== null && BigInt(row.told_seq) < BigInt(last)).map(({ id }) => id),
    stale: rows.some((row) => row.confirmed_at === null),
  };
}

/** Posts the letter of a day to one who subscribes, when something that was followed is new. Answers with how many records it tells of. */
export async function tellSubscriber(w: Writer<'portal.tell'>, subscriptionId: string): Promise<number> {
  const row = await w.db
    .selectFrom('portal_subscription')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', subscriptionId)
    .forUpdate()
    .executeTakeFirst();
  await w.log({ noun: 'portalSubscription', recordId: subscriptionId, summary: 'told' });
  if (!row?.confirmed_at) return 0;
  const last = await lastChange(w);
  const words = row.words === null ? '' : readQuestion(row.words).words;
  const { rows } = await sql<{ noun: PublishedNoun; recordId: string; title: string }>`
    select distinct r.noun, r.record_id as "recordId", r.title from pub.change c
    join pub.record r on r.tenant_id = c.tenant_id and r.noun = c.noun and r.record_id = c.record_id
    where c.tenant_id = ${w.tenantId}::uuid and c.seq > ${row.told_seq}::bigint and c.kind <> 'withdrawn'
      and (${row.noun}::text is null or r.noun = ${row.noun}) and (${row.body_id}::uuid is null or r.body_id = ${row.body_id}::uuid)
      and (${words} = '' or exists (select 1 from pub.passage p where p.tenant_id = r.tenant_id and p.noun = r.noun
        and p.record_id = r.record_id and p.tsv @@ pub.words_query(${words})))
    order by r.title limit ${mostTold}`.execute(w.db);
  const letterId = rows.length > 0 ? w.runtime.newId() : row.letter_id;
  await w.db
    .updateTable('portal_subscription')
    .set({ told_seq: last, letter_id: letterId })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', subscriptionId)
    .execute();
  if (rows.length === 0) return 0;
  const language = row.language as Language;
  const letter = newsLetter(await authorityOf(w), language, rows);
  await post(w, { id: letterId, to: { name: row.address, address: row.address }, ...letter }, language);
  return rows.length;
}

/** Forgets the addresses whose wish was never confirmed. */
export async function forgetUnconfirmed(w: Writer<'portal.tell'>): Promise<number> {
  const before = new Date(w.runtime.now().getTime() - daysToConfirm * day);
  const gone = await w.db
    .deleteFrom('portal_subscription')
    .where('tenant_id', '=', w.tenantId)
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', before)
    .executeTakeFirst();
  await w.log({ noun: 'portalSubscription', recordId: w.tenantId, summary: 'unconfirmedForgotten' });
  return Number(gone.numDeletedRows);
}

async function post(w: Writer, letter: Omit<PostedLetter, 'answerBy' | 'language'>, language: Language): Promise<void> {
  await w.post(letterTopic, { ...letter, language, answerBy: 'subscription' } satisfies PostedLetter);
}

async function findByToken(w: Writer, token: string) {
  const hash = linkTokenHash(token);
  if (hash === undefined) return undefined;
  return await w.db
    .selectFrom('portal_subscription as wish')
    .innerJoin('portal_subscription_link as link', (join) =>
      join.onRef('link.tenant_id', '=', 'wish.tenant_id').onRef('link.portal_subscription_id', '=', 'wish.id'),
    )
    .select(['wish.id', 'wish.asked_at', 'wish.confirmed_at'])
    .where('wish.tenant_id', '=', w.tenantId)
    .where('link.token_hash', '=', hash)
    .executeTakeFirst();
}

async function authorityOf(r: Reader): Promise<{ readonly slug: string; readonly name: string }> {
  return await r.db
    .selectFrom('pub.authority')
    .select(['slug', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
}

async function lastChange(r: Reader): Promise<string> {
  const row = await r.db
    .selectFrom('pub.change')
    .select('seq')
    .where('tenant_id', '=', r.tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? '0';
}
