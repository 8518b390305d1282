import { courseBreach } from './course-rules.ts';
import { type CourseScene, type CourseState, stateAtStart } from './course-state.ts';
import type { CourseBreach } from './course-table.ts';
import { inOrder, type MeetingEvent } from './meeting-event.ts';
import { stateAfter } from './state-after.ts';

/** The course of a meeting: each event with the state it led to. It ends at the first event that could not happen, with the reason. */
export type Course = {
  readonly scene: CourseScene;
  /** All entries in their order, also those after a breach. */
  readonly events: readonly MeetingEvent[];
  readonly steps: readonly { readonly event: MeetingEvent; readonly state: CourseState }[];
  readonly state: CourseState;
  readonly breach: { readonly event: MeetingEvent; readonly code: CourseBreach } | null;
};

/**
 * What happened in a meeting, put together from its entries. This is the one place from which presence, service, quorum and who took part in each §
 * are told:
 *
 *     opened 13.00 · arrived A · arrived B · § 1 began · A left 14.10 · D began serving on A's seat · § 2 began …
 *     → § 1: A and B took part; § 2: B and D
 */
export function courseOf(scene: CourseScene, events: readonly MeetingEvent[]): Course {
  const ordered = inOrder(events);
  const steps: { event: MeetingEvent; state: CourseState }[] = [];
  let state = stateAtStart(scene);
  for (const event of ordered) {
    const code = courseBreach(scene, state, event);
    if (code) return { scene, events: ordered, steps, state, breach: { event, code } };
    state = stateAfter(scene, state, event);
    steps.push({ event, state });
  }
  return { scene, events: ordered, steps, state, breach: null };
}
