import { paragraph } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedLink, type PublishedRecord } from '../published/index.ts';
import { getAssignment } from './assignment-reader.ts';
import { assignmentStates } from './assignment-transitions.ts';
import { listAssignmentGoals, listAssignmentLinks } from './link-reader.ts';

/** The latest word about how an assignment stands, as the assessments tell it, with the last day of the period it was said about. */
export type TellingStatus = { readonly code: string; readonly label: Localized; readonly asOf: CivilDate };

/** An assignment as everybody may read it: its words, who performs it, and the latest status that has been told of it. */
export async function publishedAssignment(
  r: Reader,
  id: Id<'assignment'>,
  status: TellingStatus | null = null,
): Promise<PublishedRecord<'assignment'>> {
  const assignment = await getAssignment(r, id);
  const goals = await listAssignmentGoals(r, id);
  const others = await listAssignmentLinks(r, id);
  const performers = assignment.parties.filter(({ role }) => role === 'performer');
  const { title, year, ref, dueOn, state } = assignment;
  const words = assignment.text ?? title;
  return {
    noun: 'assignment',
    recordId: assignment.id,
    title: `${ref} ${title}`,
    summary: status ? `${status.label.sv} (${status.asOf}).` : assignmentStates[state].sv,
    bodyId: performers[0]?.bodyId ?? null,
    bodyName: performers[0]?.bodyName ?? null,
    happenedOn: `${year}-01-01`,
    year,
    state,
    registrationNumbers: [],
    tree: {
      title: `${ref} ${title}`,
      author: await authorityName(r),
      language: 'sv',
      facts: [
        { label: 'Uppdrag', value: ref },
        ...(performers.length > 0
          ? [{ label: 'Utförare', value: performers.map(({ bodyName }) => bodyName).join(', ') }]
          : []),
        ...(dueOn ? [{ label: 'Klart senast', value: dueOn }] : []),
        { label: 'Läge', value: assignmentStates[state].sv },
        ...(status ? [{ label: `Bedömning per ${status.asOf}`, value: status.label.sv }] : []),
      ],
      blocks: words.split(/\n\s*\n/u).map((one) => paragraph(one.replace(/\s+/gu, ' ').trim())),
    },
    data: {
      year,
      number: assignment.number === null ? null : String(assignment.number),
      text: words,
      status: status?.code ?? null,
      statusAsOf: status?.asOf ?? null,
      performers: performers.map(({ bodyName }) => bodyName),
      due: dueOn,
      goalIds: [...new Set(goals.map(({ goalId }) => goalId as string))],
    },
    links: [
      ...performers.map(({ bodyId }): PublishedLink => ({ relation: 'partOf', noun: 'body', recordId: bodyId })),
      ...[...new Set(goals.map(({ goalId }) => goalId as string))].map(
        (recordId): PublishedLink => ({ relation: 'about', noun: 'goal', recordId }),
      ),
      ...others
        .filter(({ kind, outgoing }) => kind === 'predecessor' && outgoing)
        .map(({ other }): PublishedLink => ({ relation: 'replaces', noun: 'assignment', recordId: other.id })),
    ],
    files: [],
  };
}
