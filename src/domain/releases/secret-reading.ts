import type { Reader } from '../../storage/database.ts';
import type { SecretReading } from '../secrecy/index.ts';

export type { SecretReading };

/**
 * Whether what was let out by lifting secrecy may be seen: the secrecy follows the document to whoever gets it, so that it asks for the same right there
 * as here, in the whole authority.
 */
export function seesProtected(r: Pick<Reader, 'auth' | 'tenantId'>, reading: SecretReading | undefined): boolean {
  return (
    reading?.action === 'matter.readProtected' &&
    reading.bodies === 'all' &&
    reading.tenantId === r.tenantId &&
    reading.accountId === r.auth.accountId
  );
}
