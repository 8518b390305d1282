import * as z from 'zod';
import type { addProjectPart } from '../../../domain/projects/index.ts';
import { idempotencyField, optionalText, optionalWholeNumber } from '../../input.ts';
import type { PartWord } from './part-form-page.ts';

const line = optionalText({ maximum: 300 });
const day = optionalText({ maximum: 10 });

/** The fields of every kind of part; which of them count is told by the kind, and the noun says what is missing. */
export const partForm = z.object({
  name: line,
  state: line,
  startsOn: day,
  endsOn: day,
  reason: optionalText({ maximum: 2_000 }),
  role: line,
  person: line,
  percent: optionalWholeNumber({ minimum: 0, maximum: 1_000 }),
  asOf: day,
  value: optionalWholeNumber({ minimum: 0, maximum: 100_000_000 }),
  maximum: optionalWholeNumber({ minimum: 0, maximum: 100_000_000 }),
  note: line,
  kind: line,
  point: optionalText({ maximum: 2_000 }),
  idempotencyKey: idempotencyField,
});
export type PartForm = Omit<z.output<typeof partForm>, 'idempotencyKey'>;

type AnyFields = Parameters<typeof addProjectPart>[1]['fields'];

/** What was written about one part, in the words of its kind; the noun refuses a code that is none. */
export function partFields(word: PartWord, sent: PartForm): AnyFields {
  const { name = '', state = '', startsOn = null, endsOn = null, reason = '', role = '', person = '' } = sent;
  const { percent = null, asOf = '', value = Number.NaN, maximum = null, note = '', kind = '', point = '' } = sent;
  switch (word) {
    case 'plats':
      return { name, state, startsOn, reason } as AnyFields;
    case 'roll':
      return { role, person, percent, startsOn, endsOn } as AnyFields;
    case 'antal':
      return { asOf, value, maximum, note } as AnyFields;
    case 'punkt':
      return { kind, point, state, note } as AnyFields;
  }
}
