import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { BodyRules } from '../organisation/index.ts';
import { type ItemProceedings, type MinutesPoint, sectionCompleteness } from '../proceedings/index.ts';
import { sectionLabel } from './contents-document.ts';
import type { SectionFacts } from './minutes-facts.ts';

/** One thing that a § misses of what kommunallagen 5:67 wants in minutes (R-KL-52), and what to do about it. */
export type MissingPoint = {
  readonly itemId: Id<'agendaItem'>;
  readonly section: string;
  readonly point: MinutesPoint;
  readonly problem: Problem;
};

/** What happened in an item, with who took part in its decision. */
export type ItemCourse = {
  readonly happened: ItemProceedings;
  readonly participants: readonly Id<'attendance'>[];
};

/**
 * Everything that is missing, § by §; nothing where no law rules the minutes of the body. A decision that is on record is an outcome, also where
 * nobody has said in so many words that the item was decided.
 */
export function missingIn(
  sections: readonly SectionFacts[],
  rules: BodyRules,
  courseOf: (itemId: Id<'agendaItem'>) => ItemCourse,
): readonly MissingPoint[] {
  return sections.flatMap((section) => {
    const { happened, participants } = courseOf(section.itemId);
    const made = section.decisions.some((decision) => decision.made);
    const presentForMinority = rules.tabling === 'third' ? participants.length : null;
    return sectionCompleteness(happened, { rules, participants, presentForMinority }).flatMap(({ point, problems }) =>
      problems
        .filter(({ key }) => !(made && key === 'proceedings.noOutcome'))
        .map((problem) => ({ itemId: section.itemId, section: sectionLabel(section), point, problem })),
    );
  });
}
