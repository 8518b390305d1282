import { authorize } from '../../../domain/access/index.ts';
import { getWholeAgreement, listAgreements } from '../../../domain/agreements/index.ts';
import { endorsementsAsked } from '../../../domain/collaboration/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { readConnections } from '../connections/connected-facts.ts';
import type { AgreementFacts } from './agreement-fact-list.ts';
import type { AgreementChoices } from './agreement-form-page.ts';

/** All that the page of an agreement shows, read at one moment. */
export async function readAgreementFacts(r: Reader, id: string): Promise<AgreementFacts> {
  const agreement = await getWholeAgreement(r, id);
  const others = (await listAgreements(r, { name: agreement.name })).filter((one) => one.id !== id);
  return {
    agreement,
    others,
    connections: (await readConnections(r, [id])).get(id) ?? [],
    endorsements: await endorsementsAsked(r, { noun: 'agreement', id }),
    sources: await sourcesOf(r, 'agreement', id),
  };
}

/** What can be chosen where an agreement or a party is written. */
export async function readAgreementChoices(r: Reader): Promise<AgreementChoices> {
  return { bodies: await listBodies(r), agreements: await listAgreements(r) };
}

/** Reads by the right to look, on pages whose policy is a right to write. */
export function reading<T>({ services, actor }: RequestContext, run: (r: Reader) => Promise<T>): Promise<T> {
  if (!actor)
    throw new Error('The pages of agreements are shown to nobody without an account; their routes have a policy.');
  return services.db.read(authorize(actor, 'record.read'), run);
}
