import { type DocumentTree, inlinesOf, plainText } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { composeMinutes } from './compose-minutes-reader.ts';
import { extractDocument } from './extract-document.ts';
import { extractOf } from './extract-reader.ts';
import { postLetter } from './minutes-letters.ts';
import { lockMinutes } from './minutes-writer.ts';
import { minutesHash } from './tree-hash.ts';

export type Recipient = {
  readonly name: string;
  /** An address for electronic mail; without one the extract is handed over in another way, and the register says when. */
  readonly address: string | null;
  readonly bodyId: Id<'body'> | null;
};

export type DispatchExtract = {
  readonly minutesId: Id<'minutes'>;
  readonly itemId: Id<'agendaItem'>;
  readonly recipients: readonly Recipient[];
  /** How the decision is appealed, in the words of `notices`. */
  readonly appeal: readonly string[];
  /** Where the extract can be fetched as PDF. */
  readonly link: string;
};

/**
 * Sends an extract of one adjusted § to those it concerns and notes each in the register: to whom, when, and the hash of what they got. The letters
 * lie in the outbox and leave after the commit.
 */
export async function dispatchExtract(
  w: Writer<'minutes.edit'>,
  input: DispatchExtract,
): Promise<readonly Id<'dispatch'>[]> {
  const minutes = await lockMinutes(w, input.minutesId, 'dispatch');
  const recipients = input.recipients.map((one) => ({
    ...one,
    name: one.name.trim(),
    address: one.address?.trim() || null,
  }));
  refuseProblems(recipientProblems(recipients));
  const { facts, section } = await extractOf(w, minutes.id, input.itemId);
  const tree = extractDocument({ ...facts, appeal: input.appeal }, section);
  const content_hash = minutesHash(tree);
  const rows = recipients.map((one) => ({
    tenant_id: w.tenantId,
    id: w.runtime.newId(),
    minutes_id: minutes.id,
    agenda_item_id: input.itemId,
    recipient: one.name,
    address: one.address,
    body_id: one.bodyId,
    dispatched_at: w.runtime.now(),
    dispatched_by: w.auth.actorName,
    content_hash,
  }));
  await w.db.insertInto('dispatch').values(rows).execute();
  for (const one of recipients)
    if (one.address)
      await postLetter(
        w,
        { name: one.name, address: one.address },
        { subject: `${tree.title}: ${facts.title}`, text: `${textOf(tree)}\n\n${input.link}` },
      );
  await w.log({
    noun: 'minutes',
    recordId: minutes.id,
    summary: 'dispatch',
    after: {
      itemId: input.itemId,
      contentHash: content_hash,
      to: rows.map(({ recipient, address }) => ({ recipient, address })),
    },
  });
  return rows.map(({ id }) => id);
}

/** Whom the minutes themselves name under "Skickas till", § by §: what a dispatch list begins with. */
export async function proposedRecipients(
  w: Parameters<typeof composeMinutes>[0],
  minutesId: Id<'minutes'>,
): Promise<ReadonlyMap<Id<'agendaItem'>, readonly string[]>> {
  const { facts } = await composeMinutes(w, minutesId);
  return new Map(
    facts.sections.filter(({ sentTo }) => sentTo.length > 0).map(({ itemId, sentTo }) => [itemId, sentTo]),
  );
}

function recipientProblems(recipients: readonly Recipient[]): readonly Problem[] {
  if (recipients.length === 0) return [{ path: 'recipients', key: 'validation.required' }];
  return recipients.flatMap(({ name, address }, index) => [
    ...(name ? [] : [{ path: `recipients.${index}`, key: 'validation.required' }]),
    ...(address === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address)
      ? []
      : [{ path: 'recipients', key: 'minutes.address', values: { address } }]),
  ]);
}

/** The words of a document, for a letter that must be readable everywhere. */
function textOf(tree: DocumentTree): string {
  const facts = (tree.facts ?? []).map(({ label, value }) => `${label}: ${value}`);
  const blocks = tree.blocks.flatMap((block) =>
    block.kind === 'facts'
      ? [block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')]
      : [
          inlinesOf(block)
            .map(plainText)
            .join(block.kind === 'table' ? ' | ' : '\n'),
        ],
  );
  return [tree.title, tree.subtitle, facts.join('\n'), ...blocks].filter((part) => part).join('\n\n');
}
