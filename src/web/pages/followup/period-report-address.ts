import type { Id } from '../../../kernel/id.ts';

/** Where an interim or annual report is worked on; its stable address is that of every report and leads here. */
export function periodReportAddress(id: Id<'report'>, step = ''): string {
  return `/uppfoljning/period/${id}${step ? `/${step}` : ''}`;
}
