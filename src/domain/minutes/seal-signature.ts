import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import { isFresh } from '../access/index.ts';
import type { Signature, SignatureRequest, SignatureService } from './signature.ts';

/** The service of the house: no certificate, but an account that gives its password again at that moment. `confirms` checks it. */
export function localSignatures(
  confirms: (accountId: Id<'account'>, password: string) => Promise<boolean>,
): SignatureService {
  return {
    method: 'local',
    asksFor: 'password',
    sign: async (request, secret, shownAt) => {
      const { accountId } = request.signer;
      const shown = shownAt !== undefined && isFresh({ provedAt: shownAt }, request.at);
      if (accountId === null || !(shown || (await confirms(accountId, secret))))
        throw new AppError('minutes.wrongPassword');
      return {
        method: 'local',
        contentHash: request.contentHash,
        at: request.at.toISOString(),
        nonce: request.nonce,
        seal: sealOf(request),
        statement: shown
          ? `Underskrift utan certifikat: kontot loggade in, visade på nytt vem det är (${shownAt.toISOString()}) och skrev under dokumentet med denna kontrollsumma.`
          : 'Underskrift utan certifikat: kontot loggade in, angav sitt lösenord på nytt och skrev under dokumentet med denna kontrollsumma.',
      };
    },
  };
}

/** The seal of a signature: it changes with each thing that was signed, with who signed and with when. */
export function sealOf(request: SignatureRequest): string {
  const { at, ...rest } = request;
  return createHash('sha256')
    .update(canonicalJson({ ...rest, at: at.toISOString() }))
    .digest('hex');
}

/** Whether a signature is one over this request: what a service answers is never taken on trust. */
export function signatureFits(request: SignatureRequest, signature: Signature): boolean {
  return (
    signature.contentHash === request.contentHash &&
    signature.nonce === request.nonce &&
    signature.at === request.at.toISOString() &&
    signature.seal === sealOf(request)
  );
}
