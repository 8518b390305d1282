import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityOf } from '../inputs/index.ts';
import type { Ask, ReleasedContent } from '../releases/index.ts';
import { agreementDocument } from './agreement-document.ts';
import { getWholeAgreement } from './agreement-reader.ts';

/** An agreement as another principal gets it: the text, the parties and what each has decided. */
export async function releasedAgreement(r: Reader, id: Id<'agreement'>): Promise<ReleasedContent> {
  const agreement = await getWholeAgreement(r, id);
  return {
    noun: 'agreement',
    recordId: agreement.id,
    title: agreement.name,
    tree: agreementDocument(agreement, await authorityOf(r)),
    bodyId: agreement.body?.id ?? null,
    secrecy: null,
  };
}

/** What is asked with it while it is out for decision. */
export async function askOfAgreement(r: Reader, id: Id<'agreement'>): Promise<Ask> {
  const { name } = await getWholeAgreement(r, id);
  return {
    kind: 'decideAgreement',
    question: `Besluta om ${name} och svara med beslut, dag och diarienummer.`,
    dueOn: null,
  };
}
