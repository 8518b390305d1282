import {
  type Block,
  type DocumentTree,
  type Fact,
  heading,
  link,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import { itemFacts, itemTitle } from './agenda-document.ts';
import type { FrozenItem } from './agenda-version.ts';
import { headFacts, invited, type NoticeFacts } from './notice-head.ts';

/** A paper of the package as its contents list it. */
export type ListedPaper = {
  readonly title: string;
  readonly registrationNumber: string | null;
  /** The page of the package on which it begins; undefined while the pages are not counted. */
  readonly page: number | undefined;
  /** Where a link to it leads. */
  readonly address: string;
  /** Whether it stands under the paper before it that does not. */
  readonly below: boolean;
};

/** A paper that belongs to the meeting and could not be put into the package, with the reason. */
export type SeparatePaper = {
  readonly title: string;
  readonly item: string;
  readonly reason: string;
  readonly address: string;
};

/** A paper that a divider announces: in the package behind it, or to be fetched by itself. */
export type DividedPaper = Pick<ListedPaper, 'title' | 'address'> & { readonly separate: boolean };

type Head = Pick<NoticeFacts, 'authority' | 'content' | 'dated'>;

/** The first page of the package: what it holds and on which page, and what had to be left out and why. */
export function packageContentsDocument(
  head: Head,
  papers: readonly ListedPaper[],
  separate: readonly SeparatePaper[],
): DocumentTree {
  return {
    title: `Handlingar ${head.content.meeting.heldOn}`,
    subtitle: invited(head.content),
    author: head.authority,
    language: 'sv',
    ...(head.dated && { date: head.dated }),
    facts: headFacts(head.content),
    blocks: [heading(1, 'Innehåll'), contentsTable(papers), ...separateBlocks(separate)],
  };
}

/** A page between the items, as the paper packages of seed 001 have it: number, title, registration number, and what follows. */
export function dividerDocument(head: Head, item: FrozenItem, papers: readonly DividedPaper[]): DocumentTree {
  const facts: readonly Fact[] = [
    ...itemFacts(item).map(({ label, value }) => ({ label: label.replace(/:$/u, ''), value })),
    { label: 'Sammanträdesdatum', value: head.content.meeting.heldOn },
    { label: 'Organ', value: invited(head.content) },
  ];
  return {
    title: itemTitle(item),
    author: head.authority,
    language: 'sv',
    ...(head.dated && { date: head.dated }),
    facts,
    blocks: [
      heading(1, 'Handlingar till punkten'),
      {
        kind: 'list',
        ordered: false,
        items: papers.map(({ title, address, separate }) => ({
          content: [link(address, title), ...(separate ? [text(' (bifogas separat)')] : [])],
        })),
      },
    ],
  };
}

function separateBlocks(separate: readonly SeparatePaper[]): readonly Block[] {
  if (separate.length === 0) return [];
  return [
    heading(1, 'Bifogas separat'),
    paragraph(
      'De här handlingarna kan inte ingå i ett tillgängligt och arkivbeständigt dokument och hämtas var för sig.',
    ),
    {
      kind: 'list',
      ordered: false,
      items: separate.map(({ title, item, reason, address }) => ({
        content: [link(address, title), text(` (punkt ${item}): ${reason}.`)],
      })),
    },
  ];
}

/** The papers with the pages on which they begin; the column of registration numbers is left out where no paper has one. */
function contentsTable(papers: readonly ListedPaper[]): Block {
  const numbered = papers.some(({ registrationNumber }) => registrationNumber);
  return {
    kind: 'table',
    header: ['Handling', ...(numbered ? ['Diarienummer'] : []), 'Sida'].map((name) => [text(name)]),
    rows: papers.map(({ title, registrationNumber, page, address, below }) => [
      [...(below ? [text('– ')] : []), link(address, title)],
      ...(numbered ? [[text(registrationNumber ?? '')]] : []),
      // The number of pages does not depend on these figures, so that any of the same width may stand in for them.
      [text(page === undefined ? '000' : String(page))],
    ]),
    rowHeader: true,
  };
}
