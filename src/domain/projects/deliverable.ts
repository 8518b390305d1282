import type { Id } from '../../kernel/id.ts';
import type { ItemPlace } from '../collaboration/index.ts';

/** What is to be delivered (PRJ-06): when it was due, and to when it was moved, each a day or a month. */
export type Deliverable = {
  readonly id: Id<'deliverable'>;
  readonly version: number;
  readonly what: string;
  readonly project: string | null;
  readonly dueOn: string | null;
  readonly movedTo: string | null;
  readonly item: ItemPlace | null;
};
