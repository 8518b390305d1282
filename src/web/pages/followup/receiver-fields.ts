import * as z from 'zod';
import type { ChosenReceiver } from '../../../domain/reports/index.ts';
import { optionalChoice, optionalId } from '../../input.ts';

/** Who a report goes to, as a form sends it: the first receiver, and further ones, each with why it gets the report. */
export const receiverFields = {
  toBodyId: optionalId(),
  toPurpose: optionalChoice(['treatment', 'information']),
  alsoTo: z
    .array(z.object({ bodyId: optionalId(), purpose: optionalChoice(['treatment', 'information']) }))
    .max(20)
    .default([]),
};

/** The receivers that were chosen, the first one first. */
export function receiversIn({
  toBodyId,
  toPurpose,
  alsoTo,
}: z.output<z.ZodObject<typeof receiverFields>>): readonly ChosenReceiver[] {
  return [
    ...(toBodyId ? [{ bodyId: toBodyId, purpose: toPurpose ?? 'treatment' }] : []),
    ...alsoTo.flatMap(({ bodyId, purpose = 'information' }) => (bodyId ? [{ bodyId, purpose }] : [])),
  ];
}
