import { getWholeAgreement } from '../../../domain/agreements/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { type Page, redirect } from '../../reply.ts';
import { reading } from './agreement-facts.ts';
import { partyPage, type SentParty } from './party-page.ts';

/** An agreement with the bodies that can be its parties. */
export async function readParties(r: Reader, id: string) {
  return { agreement: await getWholeAgreement(r, id), bodies: await listBodies(r) };
}

/** The page of a party, with a form that was sent and did not fit. */
export async function showParty(
  ctx: RequestContext,
  { id, partyId }: { readonly id: string; readonly partyId: string },
  sent?: SentParty,
): Promise<Page> {
  const facts = await reading(ctx, (r) => readParties(r, id));
  const party = facts.agreement.parties.find((each) => each.id === partyId);
  if (!party) throw new AppError('record.notFound');
  return partyPage(ctx, { ...facts, party }, sent);
}

/** Leads to the parties of an agreement with a word about what happened. */
export const partyDone = (id: string, flash: string) =>
  redirect(`${recordAddress('agreement', id)}#parter`, { flash: { tone: 'success', text: flash } });
