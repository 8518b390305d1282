import {
  type Block,
  bullets,
  type DocumentTree,
  heading,
  type Inline,
  paragraph,
  text,
  timeWords,
} from '../../documents/tree/index.ts';
import { currentDue, type Deliverable, deliverableStanding, standingOf } from './deliverable.ts';
import {
  type Project,
  projectPointKindCodes,
  projectPointKinds,
  projectPointStates,
  projectRoles,
  siteStates,
} from './project.ts';
import { countWords, projectEventKinds, projectStory } from './project-story.ts';
import { projectStates } from './project-transitions.ts';

/** A project as a document: what it is for, how far it has come, its deliverables with every slip, and what was learnt. */
export function projectDocument(project: Project, authority: string, today?: string): DocumentTree {
  const { evaluation } = project;
  return {
    title: project.name,
    subtitle: 'Projekt',
    author: authority,
    language: 'sv',
    ...(today && { date: today }),
    facts: [
      { label: 'Fas', value: projectStates[project.phase].sv },
      { label: 'Ägare', value: project.owner?.name ?? 'saknas' },
      ...(project.aliases.length > 0 ? [{ label: 'Andra namn', value: project.aliases.join(', ') }] : []),
      ...(project.startsOn ? [{ label: 'Start', value: inWords(project.startsOn) }] : []),
      ...(project.endsOn ? [{ label: 'Planerat slut', value: inWords(project.endsOn) }] : []),
    ],
    blocks: [
      ...section('Syfte', project.aim),
      ...section('Bakgrund', project.background),
      heading(1, 'Vad som har hänt'),
      bullets(
        ...projectStory(project).map(({ on, kind, what, because, effects, decision }) =>
          [
            `${on ? inWords(on) : 'utan datum'}: ${projectEventKinds[kind].sv} ${what.sv}`.trim(),
            because,
            effects,
            decision,
          ]
            .flatMap((words) => (words ? [words.replace(/\.$/u, '')] : []))
            .join('. '),
        ),
      ),
      ...(project.deliverables.length > 0
        ? [
            heading(1, 'Leveranser'),
            table(
              ['Leverans', 'Först sagt', 'Gäller nu', 'Flyttad, gånger', 'Läge'],
              project.deliverables.map((one) => [
                one.what,
                one.dueOn ? inWords(one.dueOn) : 'saknas',
                inWords(currentDue(one)) || 'saknas',
                String(one.moves.length),
                standingWords(one, today),
              ]),
            ),
          ]
        : []),
      ...(project.sites.length > 0
        ? [
            heading(1, 'Platser'),
            ...(project.selection ? [paragraph(project.selection)] : []),
            bullets(...project.sites.map(({ name, state }) => `${name}: ${siteStates[state].sv}`)),
          ]
        : []),
      ...(project.counts.length > 0
        ? [
            heading(1, 'Kapacitet'),
            bullets(...project.counts.map((one) => `${inWords(one.asOf)}: ${countWords(one, project.counted).sv}`)),
          ]
        : []),
      ...(project.roles.length > 0
        ? [
            heading(1, 'Roller'),
            bullets(
              ...project.roles.map(
                ({ role, person, percent }) =>
                  `${projectRoles[role].sv}: ${person}${percent === null ? '' : `, ${percent} procent`}`,
              ),
            ),
          ]
        : []),
      ...(evaluation.by || evaluation.due || evaluation.result
        ? [
            heading(1, 'Utvärdering'),
            paragraph([evaluation.by, inWords(evaluation.due), evaluation.result].filter(Boolean).join('. ')),
          ]
        : []),
      ...projectPointKindCodes.flatMap((kind) => {
        const points = project.points.filter((one) => one.kind === kind);
        return points.length === 0
          ? []
          : [
              heading(
                1,
                `${projectPointKinds[kind].sv.charAt(0).toLocaleUpperCase('sv')}${projectPointKinds[kind].sv.slice(1)}`,
              ),
              bullets(...points.map(({ point, state }) => `${point} (${projectPointStates[state].sv})`)),
            ];
      }),
      ...section('Följeforskning', project.research),
    ],
  };
}

/** How it stands on the day of the document; without a day only what does not change is said. */
function standingWords(one: Deliverable, today: string | undefined): string {
  if (today !== undefined || one.doneOn || !currentDue(one))
    return deliverableStanding[standingOf(one, today ?? '')].sv;
  return 'inte lämnad';
}

const inWords = (day: string | null | undefined): string => (day ? timeWords(day, 'sv') : '');

const section = (title: string, words: string): readonly Block[] =>
  words.trim() ? [heading(1, title), ...words.split(/\n+/u).map((line) => paragraph(line.trim()))] : [];

function table(header: readonly string[], rows: readonly (readonly string[])[]): Block {
  const cells = (values: readonly string[]): readonly (readonly Inline[])[] => values.map((value) => [text(value)]);
  return { kind: 'table', rowHeader: true, header: cells(header), rows: rows.map(cells) };
}
