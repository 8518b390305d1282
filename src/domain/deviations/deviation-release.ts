import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Ask, ReleasedContent } from '../releases/index.ts';
import { deviationDocument } from './deviation-document.ts';
import { getDeviation } from './deviation-reader.ts';

/** A deviation as it is let out to the principal that it concerns. Nothing in it is secret: what points a person out was never taken. */
export async function releasedDeviation(r: Reader, id: Id<'deviation'>): Promise<ReleasedContent> {
  const deviation = await getDeviation(r, id);
  const tree = deviationDocument(deviation, deviation.from.name);
  return { noun: 'deviation', recordId: id, bodyId: deviation.from.id, title: tree.title, secrecy: null, tree };
}

/** What is asked of the principal that gets it, unless whoever lets it out says otherwise. */
export async function askOfDeviation(_: Reader, __: Id<'deviation'>): Promise<Ask> {
  return {
    kind: 'handleDeviation',
    question: 'Hantera avvikelsen hos er och berätta vad ni har gjort. Skriv utan patientuppgifter.',
    dueOn: null,
  };
}
