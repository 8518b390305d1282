import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { personName } from './seat-reader.ts';

/** Enters a person by name. Two people may have the same name; whether a name found before is the same person is for a human to say. */
export async function registerPerson(
  w: Writer<'organisation.edit' | 'decision.record' | 'intake.confirm' | 'collaboration.edit'>,
  input: { readonly name: string },
): Promise<Id<'person'>> {
  const name = personName(input.name);
  if (name === '') throw new AppError('record.invalid', {}, [{ path: 'name', key: 'validation.required' }]);
  const id: Id<'person'> = w.runtime.newId();
  await w.db.insertInto('person').values({ tenant_id: w.tenantId, id, name }).execute();
  await w.log({ noun: 'person', recordId: id, summary: 'entered', after: { name } });
  return id;
}
