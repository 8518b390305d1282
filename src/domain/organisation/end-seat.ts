import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { takeSeat } from './seat-writer.ts';

export type EndSeat = { readonly seatId: Id<'seat'>; readonly expectedVersion: number; readonly lastDay: CivilDate };

/** Ends a seat: after its last day the body has one fewer, as when a term of office ends or the assembly changes the number. */
export async function endSeat(w: Writer<'organisation.edit'>, input: EndSeat): Promise<void> {
  const seat = await takeSeat(w, { ...input, from: input.lastDay });
  if (seat.validFrom && input.lastDay < seat.validFrom)
    throw new AppError('record.invalid', {}, [{ path: 'lastDay', key: 'organisation.endsBeforeStart' }]);
  await w.db
    .updateTable('seat')
    .set({ valid_to: input.lastDay, version: seat.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', seat.id)
    .execute();
  await w.log({ noun: 'seat', recordId: seat.id, summary: `ended ${input.lastDay}`, before: seat });
}
