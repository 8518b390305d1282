import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityOf } from '../inputs/index.ts';
import { type PublishedRecord, withoutRegisterLinks } from '../published/index.ts';
import { agreementKinds } from './agreement-codes.ts';
import { agreementDocument } from './agreement-document.ts';
import { getWholeAgreement } from './agreement-reader.ts';

/** An agreement as everybody may read it: its text, its term, the parties and what each has decided. Remarks of the register are left out. */
export async function publishedAgreement(r: Reader, id: Id<'agreement'>): Promise<PublishedRecord<'agreement'>> {
  const agreement = await getWholeAgreement(r, id);
  const { name, kind, from, to, noticeMonths, state, body, parties } = agreement;
  return {
    noun: 'agreement',
    recordId: agreement.id,
    title: name,
    summary: `${agreementKinds[kind].sv.charAt(0).toLocaleUpperCase('sv')}${agreementKinds[kind].sv.slice(1)}${from ? ` från ${from}` : ''}${to ? ` till ${to}` : ''}.`,
    bodyId: body?.id ?? null,
    bodyName: body?.name ?? null,
    happenedOn: from,
    year: from === null ? null : Number(from.slice(0, 4)),
    state,
    registrationNumbers: agreement.diaryNumber ? [agreement.diaryNumber] : [],
    tree: withoutRegisterLinks(agreementDocument(agreement, await authorityOf(r))),
    data: {
      kind,
      from,
      to,
      noticeMonths,
      parties: parties.map((party) => ({
        name: party.name,
        decidedOn: party.decision?.decidedOn ?? null,
        outcome: party.decision?.outcome ?? null,
      })),
    },
    links: [
      ...(body ? [{ relation: 'partOf' as const, noun: 'body' as const, recordId: body.id }] : []),
      ...parties.flatMap(({ decision }) =>
        decision?.decisionId
          ? [{ relation: 'decidedBy' as const, noun: 'decision' as const, recordId: decision.decisionId }]
          : [],
      ),
      ...(agreement.predecessor
        ? [{ relation: 'replaces' as const, noun: 'agreement' as const, recordId: agreement.predecessor.id }]
        : []),
    ],
    files: [],
  };
}
