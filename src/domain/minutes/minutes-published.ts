import { type Block, type DocumentTree, heading, paragraph, plainText } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { decisionsOfItems } from '../decisions/index.ts';
import { type AgendaItem, getMeeting, hiddenItems, hiddenItemTitle } from '../meetings/index.ts';
import { type PublishedRecord, withoutRegisterLinks } from '../published/index.ts';
import { findFrozenMinutes, getMinutes } from './minutes-reader.ts';

/**
 * Adjusted minutes as everybody may read them: word for word as they were signed, but for the §§ of items that are not open, of which the number alone is
 * told. Throws `publication.notReady` before they are adjusted (R-TF-1).
 */
export async function publishedMinutes(r: Reader, id: Id<'minutes'>): Promise<PublishedRecord<'minutes'>> {
  const minutes = await getMinutes(r, id);
  const whole = minutes.adjustments.findLast(({ kind, state }) => kind === 'whole' && state === 'adjusted');
  const frozen = whole && (await findFrozenMinutes(r, whole.id));
  if (!frozen) throw new AppError('publication.notReady');
  const { items } = await getMeeting(r, minutes.meetingId);
  const hidden = await hiddenItems(r, items);
  const decisions = await decisionsOfItems(
    r,
    items.map((item) => item.id),
  );
  const secret = items.filter((item) => hidden.has(item.id));
  const tree = withoutRegisterLinks(withoutSections(frozen.tree, secret));
  const title = `${frozen.tree.title}, ${minutes.body.name} ${minutes.heldOn}`;
  return {
    noun: 'minutes',
    recordId: minutes.id,
    title,
    summary: whole.adjustedOn ? `Justerat ${whole.adjustedOn}.` : null,
    bodyId: minutes.body.id,
    bodyName: minutes.body.name,
    happenedOn: minutes.heldOn,
    year: Number(minutes.heldOn.slice(0, 4)),
    state: minutes.state,
    registrationNumbers: [
      ...new Set(
        items.flatMap(({ id: itemId, matter }) => (matter && !hidden.has(itemId) ? [matter.registrationNumber] : [])),
      ),
    ],
    tree,
    data: {
      meetingId: minutes.meetingId,
      adjustedOn: whole.adjustedOn,
      announcedOn: null,
      sections: items.map((item) => ({
        number: item.number ?? '',
        title: hidden.has(item.id) ? hiddenItemTitle : item.title,
        decisionIds: hidden.has(item.id)
          ? []
          : decisions
              .filter((one) => one.item?.id === item.id && one.state === 'made')
              .map((decision) => decision.id as string),
      })),
    },
    links: [
      { relation: 'partOf', noun: 'meeting', recordId: minutes.meetingId },
      { relation: 'partOf', noun: 'body', recordId: minutes.body.id },
    ],
    files: [],
  };
}

/** The tree without the §§ of some items. A § that cannot be told apart by its heading is no ground for guessing: then nothing is published. */
function withoutSections(tree: DocumentTree, secret: readonly AgendaItem[]): DocumentTree {
  let rest = tree;
  for (const item of secret) {
    const blocks = [...rest.blocks];
    const from = blocks.findIndex((block) => headsItem(block, item));
    if (from < 0) throw new AppError('publication.notReady');
    const next = blocks.findIndex((block, index) => index > from && block.kind === 'heading' && block.level <= 2);
    const anchor = blocks[from]?.kind === 'heading' ? blocks[from].anchor : undefined;
    const label = /^§\s*\S+/u.exec(textOf(blocks[from]))?.[0] ?? '';
    blocks.splice(
      from,
      (next < 0 ? blocks.length : next) - from,
      heading(2, `${label} ${hiddenItemTitle}`.trim(), anchor),
      paragraph('Paragrafen publiceras inte.'),
    );
    // A list of contents or a cover may name the item as well.
    rest = JSON.parse(
      JSON.stringify({ ...rest, blocks }).replaceAll(jsonWords(item.title), jsonWords(hiddenItemTitle)),
    );
  }
  return rest;
}

function headsItem(block: Block, { title }: Pick<AgendaItem, 'title'>): boolean {
  return block.kind === 'heading' && block.level === 2 && textOf(block).endsWith(title);
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'heading' ? plainText(block.content) : '';
}

function jsonWords(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
