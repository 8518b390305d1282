import { type Actor, may } from '../../../domain/access/index.ts';
import type { Adjustment, Signer } from '../../../domain/minutes/index.ts';

/** The line on which an actor can sign now; undefined when the act does not wait for them. */
export function signerOf(actor: Actor | undefined, adjustment: Adjustment): Signer | undefined {
  if (!actor || adjustment.state !== 'signing' || !may(actor, 'minutes.sign')) return undefined;
  return adjustment.signers.find(
    ({ signedAt, accountId, name }) =>
      signedAt === null && (accountId === null ? name === actor.name : accountId === actor.accountId),
  );
}
