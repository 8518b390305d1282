import { paragraph } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedRecord } from '../published/index.ts';
import { getGoal, getGoalTree } from './goal-reader.ts';

/** A goal as everybody may read it: its words, and the document and perspective that it stands in. */
export async function publishedGoal(r: Reader, id: Id<'goal'>): Promise<PublishedRecord<'goal'>> {
  const goal = await getGoal(r, id);
  const document = await getGoalTree(r, goal.goalDocumentId);
  const perspective = document.perspectives.find((one) => one.id === goal.perspectiveId)?.name ?? null;
  const { adoptedOn } = document;
  return {
    noun: 'goal',
    recordId: goal.id,
    title: goal.heading,
    summary: perspective ? `${document.title}, ${perspective}.` : `${document.title}.`,
    bodyId: null,
    bodyName: null,
    happenedOn: adoptedOn,
    year: adoptedOn === null ? null : Number(adoptedOn.slice(0, 4)),
    state: null,
    registrationNumbers: [],
    tree: {
      title: goal.heading,
      author: await authorityName(r),
      language: 'sv',
      ...(adoptedOn && { date: adoptedOn }),
      facts: [
        { label: 'Dokument', value: document.title },
        ...(perspective ? [{ label: 'Perspektiv', value: perspective }] : []),
        ...(adoptedOn ? [{ label: 'Antaget', value: adoptedOn }] : []),
      ],
      blocks: goal.text.split(/\n\s*\n/u).map((one) => paragraph(one.replace(/\s+/gu, ' ').trim())),
    },
    data: { documentTitle: document.title, perspective },
    links: [],
    files: [],
  };
}
