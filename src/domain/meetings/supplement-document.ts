import { type Block, bold, type DocumentTree, heading, paragraph } from '../../documents/tree/index.ts';
import { type AgendaAspect, agendaAspects, agendaChanges, type ChangedItem, itemAspects } from './agenda-changes.ts';
import { agendaBlocks, itemTitle } from './agenda-document.ts';
import type { AgendaContent } from './agenda-version.ts';
import { calledBlocks, type NoticeFacts, noticeHead, noticeTitle } from './notice-head.ts';
import { printedList } from './printed-words.ts';
import { timetableSection } from './timetable-document.ts';

/** A supplement is printed from what the agenda says now and said in the version before; `number` 1 is the first supplement. */
export type SupplementFacts = NoticeFacts & { readonly number: number; readonly before: AgendaContent };

/**
 * A supplementary notice: first, in short, what is new beside the version before, then the new and changed items whole, so that nobody has to
 * put two papers side by side to see what changed.
 */
export function supplementDocument({ authority, content, before, dated, number }: SupplementFacts): DocumentTree {
  const changes = agendaChanges(before, content);
  const told = [...changes.added, ...changes.changed.map(({ after }) => after)];
  const inOrder = content.items.filter((item) => told.some(({ id }) => id === item.id));
  return {
    title: noticeTitle(content, `Tilläggskallelse ${number}`),
    author: authority,
    language: 'sv',
    ...(dated && { date: dated }),
    blocks: [
      ...noticeHead(content),
      heading(1, 'Det här är nytt'),
      ...listed('Tillkommer', changes.added.map(itemTitle)),
      ...listed('Utgår', changes.removed.map(itemTitle)),
      ...listed('Ändras', changes.changed.map(changeLine)),
      ...listed(
        'Om sammanträdet',
        changes.aspects.map((aspect) => sentenceCase(agendaAspects[aspect].sv)),
      ),
      ...changes.aspects.flatMap((aspect) => aspectBlocks(aspect, content)),
      ...agendaBlocks(content, inOrder),
    ],
  };
}

function listed(label: string, lines: readonly string[]): readonly Block[] {
  return lines.length > 0 ? [paragraph(bold(label)), ...printedList(lines)] : [];
}

/** "5. Inspel …: handlingar (ny: Bilaga 2)". */
function changeLine({ after, aspects, addedDocuments, removedDocuments }: ChangedItem): string {
  const documents = [
    ...addedDocuments.map((title) => `ny: ${title}`),
    ...removedDocuments.map((title) => `utgår: ${title}`),
  ];
  const names = aspects.map((aspect) => itemAspects[aspect].sv).join(', ');
  return `${itemTitle(after)}: ${names}${documents.length > 0 ? ` (${documents.join('; ')})` : ''}`;
}

/** The parts of the notice that are printed anew because they differ; day and place always stand at the top. */
function aspectBlocks(aspect: AgendaAspect, content: AgendaContent): readonly Block[] {
  if (aspect === 'slots') return timetableSection(content);
  if (aspect === 'calls') return calledBlocks(content);
  if (aspect === 'order') return [heading(1, 'Punkterna i ordning'), ...printedList(content.items.map(itemTitle))];
  return [];
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
