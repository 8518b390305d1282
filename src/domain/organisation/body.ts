import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { BodyKind } from './body-kinds.ts';

/** A body of the authority, or a party beside it: what can be given assignments, hold meetings and be reported to. */
export type Body = {
  readonly id: Id<'body'>;
  readonly version: number;
  readonly kind: BodyKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly parentId: Id<'body'> | null;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  /** Other names that documents use for it. */
  readonly aliases: readonly BodyAlias[];
};

export type BodyAlias = { readonly id: Id<'bodyAlias'>; readonly name: string; readonly reason: string };

/** What a name is compared with: every body and its other names. */
export type NamedBody = Pick<Body, 'id' | 'name' | 'shortName'> & {
  readonly kind?: BodyKind;
  readonly parentId?: Id<'body'> | null;
  readonly aliases: readonly Pick<BodyAlias, 'name'>[];
};

/** Whether a record that holds between two dates (both included, null is open) holds on a date. */
export function holdsOn(
  interval: { readonly validFrom: CivilDate | null; readonly validTo: CivilDate | null },
  date: CivilDate,
): boolean {
  return (interval.validFrom ?? date) <= date && date <= (interval.validTo ?? date);
}
