import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** The agenda item in which something was agreed, ordered or promised. */
export type ItemPlace = {
  readonly id: Id<'agendaItem'>;
  readonly title: string;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
  readonly bodyName: string;
};
