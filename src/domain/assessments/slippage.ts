import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Assignment, DueChange } from '../assignments/index.ts';
import type { Assessment } from './assessment.ts';
import { daysFrom } from './contribution.ts';
import { mainAssessmentOf } from './main-assessment-of.ts';

/** What was forecast at one period, and how far that was from the day the assignment was first due. */
export type Forecast = {
  readonly assessmentId: Id<'assessment'>;
  readonly periodName: string;
  readonly endsOn: CivilDate;
  readonly forecastOn: CivilDate;
  /** Days after the due date of now; negative when it is expected earlier. Null when the assignment has no due date. */
  readonly days: number | null;
};

/** How the forecast of an assignment stands against the day it is due. */
export type Slippage = {
  readonly assignmentId: Id<'assignment'>;
  readonly dueOn: CivilDate | null;
  /** The first due date that the assignment ever had; the same as `dueOn` when it never moved. */
  readonly firstDueOn: CivilDate | null;
  /** The forecast of now: that of the latest period that has one. */
  readonly forecastOn: CivilDate | null;
  /** Days from the due date to the forecast, negative when it is expected earlier; null without either day. */
  readonly days: number | null;
  /** The same against the first due date: a date that was moved along with the forecast hides nothing. */
  readonly daysFromFirst: number | null;
  /** How far the forecast itself has moved since the first one. */
  readonly moved: number | null;
  /** Every forecast, oldest period first. */
  readonly forecasts: readonly Forecast[];
};

/**
 * How far an assignment slips: the forecast of the latest period against the due date, with the forecasts of earlier periods, so that one which
 * keeps moving is seen. Only texts that speak for the whole assignment count.
 */
export function slippageOf(
  assignment: Pick<Assignment, 'id' | 'parties' | 'dueOn'>,
  assessments: readonly Assessment[],
  dueChanges: readonly DueChange[] = [],
): Slippage {
  const { id, dueOn } = assignment;
  const own = assessments.filter(({ assignmentId }) => assignmentId === id);
  const forecasts = [...Map.groupBy(own, ({ period }) => period.id).values()]
    .flatMap((ofPeriod) => mainAssessmentOf(assignment, ofPeriod) ?? [])
    .flatMap(({ id: assessmentId, period, forecastOn }): Forecast[] =>
      forecastOn === null
        ? []
        : [
            {
              assessmentId,
              periodName: period.name,
              endsOn: period.endsOn,
              forecastOn,
              days: between(dueOn, forecastOn),
            },
          ],
    )
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  const moves = dueChanges
    .filter(({ assignmentId }) => assignmentId === id)
    .toSorted((a, b) => a.changedAt.getTime() - b.changedAt.getTime());
  const firstDueOn = moves.find(({ oldDueOn }) => oldDueOn !== null)?.oldDueOn ?? dueOn;
  const first = forecasts[0];
  const last = forecasts.at(-1);
  return {
    assignmentId: id,
    dueOn,
    firstDueOn,
    forecastOn: last?.forecastOn ?? null,
    days: last?.days ?? null,
    daysFromFirst: between(firstDueOn, last?.forecastOn ?? null),
    moved: first && last ? daysFrom(first.forecastOn, last.forecastOn) : null,
    forecasts,
  };
}

/** The worst first: most days late, then those whose forecast moved most; those without days to compare last. */
export function worstFirst(a: Slippage, b: Slippage): number {
  const days = ({ days: of }: Slippage) => of ?? Number.NEGATIVE_INFINITY;
  if (days(a) !== days(b)) return days(b) > days(a) ? 1 : -1;
  return (b.moved ?? 0) - (a.moved ?? 0);
}

function between(from: CivilDate | null, to: CivilDate | null): number | null {
  return from === null || to === null ? null : daysFrom(from, to);
}
