import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';

/** The questions to discuss under a theme: seed 001's joint meeting has two themes with two and three questions (MTG-27). */
export type ThemeQuestions = { readonly itemId: Id<'agendaItem'>; readonly questions: readonly string[] };

/** A group in which the questions are discussed: a name and those who sit in it, from all bodies that meet. */
export type DiscussionGroup = { readonly name: string; readonly people: readonly string[] };

/** What must be corrected in the groups: each has a name of its own, and nobody sits in two. */
export function groupProblems(groups: readonly DiscussionGroup[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return groups.flatMap((group, index) => {
    const twice = group.people.find((name) => seen.has(name));
    for (const name of group.people) seen.set(name, index);
    return [
      ...(group.name.trim() ? [] : [{ path: `groups.${index}.name`, key: 'validation.required' }]),
      ...(groups.findIndex((other) => other.name.trim() === group.name.trim()) < index
        ? [{ path: `groups.${index}.name`, key: 'joint.groupTwice', values: { name: group.name } }]
        : []),
      ...(twice ? [{ path: `groups.${index}.people`, key: 'joint.personTwice', values: { name: twice } }] : []),
    ];
  });
}
