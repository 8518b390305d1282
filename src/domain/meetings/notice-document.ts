import { type Block, type DocumentTree, type Inline, paragraph, text } from '../../documents/tree/index.ts';
import { agendaBlocks } from './agenda-document.ts';
import { calledBlocks, draftCallout, type NoticeFacts, noticeHead, noticeTitle } from './notice-head.ts';
import { timetableSection } from './timetable-document.ts';

/**
 * A notice in the order and with the labels of seed 001: who meets, when and where, whom to tell about hindrance, members called and deputies
 * notified with their vacancies (R-KL-03), the preliminary timetable, and the items.
 */
export function noticeDocument(facts: NoticeFacts): DocumentTree {
  const { authority, content, dated } = facts;
  return {
    title: noticeTitle(content, 'Kallelse'),
    author: authority,
    language: 'sv',
    ...(dated && { date: dated }),
    blocks: [
      ...draftCallout(dated),
      ...noticeHead(content),
      ...answerLines(facts),
      ...calledBlocks(content),
      ...timetableSection(content),
      ...agendaBlocks(content),
    ],
  };
}

function answerLines({ contact, content }: NoticeFacts): readonly Block[] {
  const deputies = content.calls.some(({ kind }) => kind === 'notified');
  const reach: readonly Inline[] = contact
    ? [[contact.name, contact.email].filter(Boolean).join(', '), contact.phone]
        .filter((line) => line)
        .flatMap((line): readonly Inline[] => [{ kind: 'lineBreak' }, text(line!)])
    : [];
  return [
    paragraph(text(`Meddela förhinder snarast möjligt till nämndsekreterare${contact ? '' : 'n.'}`), ...reach),
    ...(deputies ? [paragraph('Du som är ersättare meddelar om du kommer att delta.')] : []),
  ];
}
