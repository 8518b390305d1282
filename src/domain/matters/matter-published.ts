import { paragraph } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { findBody } from '../organisation/index.ts';
import { authorityName, type PublishedRecord } from '../published/index.ts';
import { getMatter } from './matter-reader.ts';
import { matterStates } from './matter-transitions.ts';

/** A matter as the open register shows it (OSL 5:2): number, public title, whose it is and how it stands. The protected title is not even read. */
export async function publishedMatter(r: Reader, id: Id<'matter'>): Promise<PublishedRecord<'matter'>> {
  const matter = await getMatter(r, id);
  const body = matter.bodyId === null ? undefined : await findBody(r, matter.bodyId);
  const { registrationNumber, publicTitle, openedOn } = matter;
  const state = matterStates[matter.state].sv;
  return {
    noun: 'matter',
    recordId: matter.id,
    title: publicTitle,
    summary: `Ärende ${registrationNumber}${body ? ` hos ${body.name}` : ''}.`,
    bodyId: body?.id ?? null,
    bodyName: body?.name ?? null,
    happenedOn: openedOn,
    year: openedOn === null ? null : Number(openedOn.slice(0, 4)),
    state: matter.state,
    registrationNumbers: [registrationNumber],
    tree: {
      title: publicTitle,
      author: await authorityName(r),
      language: 'sv',
      ...(openedOn && { date: openedOn }),
      facts: [
        { label: 'Diarienummer', value: registrationNumber },
        ...(body ? [{ label: 'Organ', value: body.name }] : []),
        ...(openedOn ? [{ label: 'Öppnat', value: openedOn }] : []),
        { label: 'Läge', value: state },
      ],
      blocks: [paragraph(`${publicTitle}. Ärendet är ${state}.`)],
    },
    data: { openedOn, closed: matter.state !== 'open' },
    links: body ? [{ relation: 'partOf', noun: 'body', recordId: body.id }] : [],
    files: [],
  };
}
