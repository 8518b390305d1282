import { type Block, bullets, type Fact, heading, paragraph, text } from '../../documents/tree/index.ts';
import { sectionAnchor, sectionLabel } from './contents-document.ts';
import { listed, longDate, paragraphs } from './document-words.ts';
import type { DecisionFacts, DecisionPlace, SectionFacts } from './minutes-facts.ts';
import { propositionBlocks } from './votes-document.ts';

/**
 * One § with its fixed headings in their order (domain.md §3.10). What KL 5:67 asks for has a heading each: proposals, order of propositions, votes
 * and how each voted, decisions, reservations. A heading without content is left out.
 */
export function sectionBlocks(section: SectionFacts, place: DecisionPlace): readonly Block[] {
  const decision = decisionBlocks(section);
  const course = courseBlocks(section);
  return [
    heading(2, `${sectionLabel(section)} ${section.title}`, sectionAnchor(section)),
    ...factBlock(section),
    ...(place === 'first' ? [...decision, ...course] : [...course, ...decision]),
    ...list('Skickas till', section.sentTo),
  ];
}

function factBlock({ registrationNumber, presenters, adjustedAtOnce }: SectionFacts): readonly Block[] {
  const facts: Fact[] = [
    ...(registrationNumber ? [{ label: 'Diarienummer', value: registrationNumber }] : []),
    ...(presenters.length > 0 ? [{ label: 'Föredragande', value: listed(presenters) }] : []),
  ];
  const atOnce = adjustedAtOnce.on
    ? `Paragrafen är omedelbart justerad den ${longDate(adjustedAtOnce.on)}. Se separat protokoll.`
    : 'Paragrafen är omedelbart justerad.';
  return [
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...(adjustedAtOnce.declared || adjustedAtOnce.on ? [paragraph({ kind: 'text', text: atOnce, italic: true })] : []),
  ];
}

/** The decisions that were made; an item without one says what became of it. */
function decisionBlocks(section: SectionFacts): readonly Block[] {
  const made = section.decisions.filter((one) => one.made);
  if (made.length === 0 && !section.outcome) return [];
  return [
    heading(3, 'Beslut'),
    ...made.map(decisionBlock),
    ...(made.length === 0 && section.outcome ? [paragraph(section.outcome)] : []),
    ...paragraphs(section.motivation),
  ];
}

/** "Nämnden beslutar / att …", or the sentence in which a decision without clauses is told. */
export function decisionBlock(decision: DecisionFacts): Block {
  if (decision.clauses.length === 0) return paragraph(decision.title);
  return {
    kind: 'decision',
    intro: [text(`${decision.body} beslutar`)],
    clauses: decision.clauses.map((clause) => [text(clause)]),
  };
}

function courseBlocks(section: SectionFacts): readonly Block[] {
  return [
    ...prose('Sammanfattning', section.summary),
    ...list('Beslutsunderlag', section.documents),
    ...proposedBlocks(section.proposed),
    ...prose('Ärendets behandling', section.deliberation),
    ...proposalBlocks(section),
    ...propositionBlocks(section.propositions),
    ...dissentBlocks(section),
    ...disqualificationBlocks(section),
    ...questionBlocks(section),
  ];
}

function prose(title: string, words: string | null): readonly Block[] {
  const blocks = paragraphs(words);
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}

function list(title: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(3, title), bullets(...items)];
}

function proposedBlocks(clauses: readonly string[]): readonly Block[] {
  if (clauses.length === 0) return [];
  return [heading(3, 'Förslag till beslut'), bullets(...clauses)];
}

/** Motions from the floor. One that was withdrawn is not printed: KL 5:67 point 1 asks for those that were not. */
function proposalBlocks({ proposals }: SectionFacts): readonly Block[] {
  const kept = proposals.filter(({ withdrawn }) => !withdrawn);
  if (kept.length === 0) return [];
  return [
    heading(3, 'Yrkanden'),
    ...kept.flatMap((one) => [
      paragraph(`${listed(one.movers)}: ${one.label}.`),
      ...(one.clauses.length > 0 ? [bullets(...one.clauses)] : []),
      ...paragraphs(one.motivation),
    ]),
  ];
}

/** Reservations and notes, each kind under its own heading: one is a right, the others were granted (R-KL-36, R-KL-37). */
function dissentBlocks({ dissent }: SectionFacts): readonly Block[] {
  const labels = [...new Set(dissent.map(({ label }) => label))];
  return labels.flatMap((label) => [
    heading(3, label),
    ...dissent
      .filter((one) => one.label === label)
      .flatMap((one) => [paragraph(`${listed(one.people)}.`), ...paragraphs(one.statement)]),
  ]);
}

function disqualificationBlocks({ disqualified }: SectionFacts): readonly Block[] {
  if (disqualified.length === 0) return [];
  return [
    heading(3, 'Jäv'),
    bullets(
      ...disqualified.map(
        ({ name, ground }) =>
          `${name} deltog inte och var inte närvarande på grund av jäv${ground ? `: ${ground}` : ''}.`,
      ),
    ),
  ];
}

function questionBlocks({ questions }: SectionFacts): readonly Block[] {
  if (questions.length === 0) return [];
  return [
    heading(3, 'Anmälda frågor'),
    ...questions.flatMap((one) => [
      paragraph(`${one.askedBy}: ${one.question}`),
      ...(one.answer ? paragraphs(`Svar: ${one.answer}`) : [paragraph('Frågan är inte besvarad.')]),
    ]),
  ];
}
