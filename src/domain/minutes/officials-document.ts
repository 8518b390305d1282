import {
  type Block,
  bullets,
  type DocumentTree,
  heading,
  italic,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import { principalBlocks } from './attendance-document.ts';
import { sectionAnchor } from './contents-document.ts';
import { placeAndTime } from './cover-document.ts';
import { dateWithWeekday, daysOf, listed, longDate, paragraphs } from './document-words.ts';
import type { DecisionFacts, MinutesFacts, SectionFacts } from './minutes-facts.ts';

/**
 * The minutes of an officials' group in the form of seed 003: attendance per principal, numbered headings without §, "X föredrog ärendet", decisions
 * as sentences, at the end all decisions together and the calendar of the next meetings. What it agrees binds only through each principal's mandate
 * (R-ORG-3), which the document says.
 */
export function officialsDocument(facts: MinutesFacts): DocumentTree {
  const decided = facts.sections.flatMap((section) =>
    section.decisions.filter((one) => one.made).map((decision) => ({ section, decision })),
  );
  return {
    title: `Protokoll ${facts.body}`,
    subtitle: longDate(facts.heldOn),
    author: facts.authority,
    language: 'sv',
    date: facts.heldOn,
    facts: [
      { label: 'Tid och plats', value: placeAndTime(facts) },
      ...(facts.secretary ? [{ label: 'Sekreterare', value: facts.secretary }] : []),
    ],
    blocks: [
      ...principalBlocks(facts.attendance),
      heading(1, 'Punkter', 'punkter'),
      ...facts.sections.flatMap((section, index) => itemBlocks(section, facts.body, index)),
      ...(decided.length > 0
        ? [
            heading(1, 'Sammanfattning av beslut', 'beslut'),
            {
              kind: 'table' as const,
              caption: 'Beslut vid mötet',
              header: [[text('Punkt')], [text('Beslut')]],
              rows: decided.map(({ section, decision }) => [
                [text(section.itemNumber ?? '–')],
                [text(sentenceOf(decision))],
              ]),
              rowHeader: true,
            },
            paragraph('Besluten gäller genom varje huvudmans eget mandat.'),
          ]
        : []),
      ...(facts.nextMeetings.length > 0
        ? [
            heading(1, 'Kommande möten', 'moten'),
            bullets(
              ...facts.nextMeetings.map(
                ({ heldOn, lastDay, note }) =>
                  `${lastDay ? daysOf(heldOn, lastDay) : dateWithWeekday(heldOn)}${note ? ` (${note})` : ''}`,
              ),
            ),
          ]
        : []),
    ],
  };
}

function itemBlocks(section: SectionFacts, body: string, index: number): readonly Block[] {
  const made = section.decisions.filter((one) => one.made);
  const more = section.officials ?? { reports: [], slides: null, endorsements: [], backing: [] };
  // "7.2" is a point under "7" and stands under its heading, as the parts of seed 003's item 7 do.
  const level = /\d\.\d/u.test(section.itemNumber ?? '') ? 3 : 2;
  return [
    heading(level, `${section.itemNumber ?? index + 1}. ${section.title}`, sectionAnchor(section)),
    ...(section.presenters.length > 0 ? [paragraph(`${listed(section.presenters)} föredrog ärendet.`)] : []),
    ...paragraphs(section.summary),
    ...paragraphs(section.deliberation),
    ...section.questions.flatMap((one) =>
      paragraphs(`${one.askedBy}: ${one.question}${one.answer ? `\nSvar: ${one.answer}` : ''}`),
    ),
    ...more.reports.map((line) => paragraph(line)),
    ...more.endorsements.map((line) => paragraph(line)),
    ...made.flatMap((decision) => [
      paragraph(sentenceOf({ ...decision, body: decision.body || body })),
      ...(more.backing.find(({ decisionId }) => decisionId === decision.id)?.sentences ?? []).map((line) =>
        paragraph(italic(line)),
      ),
    ]),
    ...(made.length === 0 && section.outcome ? [paragraph(section.outcome)] : []),
    ...paragraphs(section.motivation),
    ...(section.documents.length > 0 ? [paragraph(`Underlag: ${listed(section.documents)}.`)] : []),
    ...(more.slides ? [paragraph(more.slides)] : []),
  ];
}

/** A decision in a sentence: as it was told, or "Chefsgruppen beslutar att …, att … samt att …". */
export function sentenceOf(decision: DecisionFacts): string {
  if (decision.clauses.length === 0) return /[.!?]$/u.test(decision.title) ? decision.title : `${decision.title}.`;
  const clauses = decision.clauses.map((clause) => clause.replace(/[,;.]?(?:\s+(?:och|samt))?\s*$/u, ''));
  return `${decision.body} beslutar ${listed(clauses)}.`;
}
