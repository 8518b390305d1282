import {
  type Block,
  bullets,
  type DocumentTree,
  heading,
  type Inline,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { smallestGroup } from '../../kernel/small-groups.ts';
import { lessonPlaces, type ReviewRound, type ReviewStudy, reviewStudyKinds, shareOf } from './review-study.ts';

/** The words for a figure that is not shown, the same on page and paper. */
export const hiddenFigure = {
  sv: `visas inte (färre än ${smallestGroup})`,
  en: `not shown (fewer than ${smallestGroup})`,
};

/** The summary of a study: what it was to find out, what was counted on each occasion, what was found and learnt (FOL-04, FOL-05). */
export function reviewStudyDocument(study: ReviewStudy, authority: string, date?: CivilDate): DocumentTree {
  return {
    title: study.title,
    subtitle: 'Sammanfattning av en gemensam granskning',
    author: authority,
    language: 'sv',
    ...(date && { date }),
    facts: [
      { label: 'Slag', value: reviewStudyKinds[study.kind].sv },
      { label: 'Leds av', value: study.body.name },
      { label: 'Enheter', value: study.units.map(({ name }) => name).join(', ') },
      ...(date ? [{ label: 'Utgiven', value: date }] : []),
    ],
    blocks: [
      ...(study.conclusions ? [heading(1, 'Slutsatser'), ...prose(study.conclusions)] : []),
      heading(1, 'Syfte'),
      ...prose(study.purpose),
      heading(1, 'Vad som granskades'),
      ...prose(study.scope),
      heading(1, 'Resultat'),
      ...(study.rounds.length === 0 || study.variables.length === 0
        ? [paragraph('Inget har räknats än.')]
        : [figureTable(study)]),
      paragraph(
        `Granskningen redovisar bara tal för många tillsammans. Ett tal som avser färre än ${smallestGroup} personer visas inte, och inte heller ett tal som ett sådant kan räknas ut av.`,
      ),
      ...study.rounds.flatMap((round) =>
        round.findings ? [heading(2, `${round.number}. ${round.title}`), ...prose(round.findings)] : [],
      ),
      ...(study.lessons.length > 0 ? [heading(1, 'Lärdomar'), bullets(...study.lessons.map(lessonLine))] : []),
    ],
  };
}

function figureTable({ rounds, variables }: ReviewStudy): Block {
  return {
    kind: 'table',
    rowHeader: true,
    header: cells('Vad som räknades', ...rounds.map(({ title }) => title)),
    rows: [
      cells(
        'Antal granskade',
        ...rounds.map(({ reviewed }) => (reviewed === null ? 'uppgift saknas' : String(reviewed))),
      ),
      cells(
        'Tid',
        ...rounds.map(({ startsOn, endsOn }) => (startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`)),
      ),
      ...variables.map(({ id, label }) => cells(label, ...rounds.map((round) => figureText(round, id)))),
    ],
  };
}

function figureText(round: ReviewRound, variableId: string): string {
  const figure = round.figures.find((one) => one.variableId === variableId);
  if (!figure) return 'uppgift saknas';
  const share = shareOf(figure, round);
  return share === undefined ? hiddenFigure.sv : `${figure.shown} (${share} %)`;
}

const lessonLine = ({ lesson, carried }: ReviewStudy['lessons'][number]): string =>
  carried ? `${lesson} (förd till ${lessonPlaces[carried.noun].sv} ${carried.on})` : lesson;

const prose = (words: string): readonly Block[] =>
  words
    .split(/\n+/u)
    .filter((line) => line.trim())
    .map((line) => paragraph(line.trim()));

const cells = (...values: readonly string[]): readonly (readonly Inline[])[] => values.map((value) => [text(value)]);
