import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { ItemCategory } from './agenda-item.ts';
import type { MeetingKind } from './meeting.ts';

/**
 * What a study visit or a workshop gave: why it was made, who received, what was learnt, and which focus areas of the activity plan it was about.
 * Place and day stand on the meeting, participants on its attendance list. Its item is what assignments are linked to, so that it counts as evidence
 * like any other (seed 001's activity plan lists visits beside its meetings).
 */
export type Visit = {
  readonly meetingId: Id<'meeting'>;
  readonly version: number;
  readonly itemId: Id<'agendaItem'>;
  readonly purpose: string;
  readonly hostedBy: string | null;
  readonly learnt: string | null;
  readonly focusAreas: readonly { readonly id: Id<'focusArea'>; readonly area: string }[];
};

/** The category of the item that stands for a visit; only these kinds of gathering have one. */
export const visitCategories = {
  studyVisit: 'studyVisit',
  workshop: 'workshop',
} as const satisfies Partial<Record<MeetingKind, ItemCategory>>;

/** Whether a gathering is a visit or a workshop. */
export function isVisit(kind: MeetingKind): kind is keyof typeof visitCategories {
  return kind in visitCategories;
}

/** What must be corrected before a visit is recorded. */
export function visitProblems({ purpose }: Pick<Visit, 'purpose'>): readonly Problem[] {
  return purpose.trim() ? [] : [{ path: 'purpose', key: 'validation.required' }];
}
