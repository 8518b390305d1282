import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import type { SecretReading } from '../../../domain/releases/index.ts';

/** The proof that whoever is signed in may read what is protected, if they may: handed on beside the proof of the page. */
export function secretProof(actor: Actor): SecretReading | undefined {
  return may(actor, 'matter.readProtected') ? authorize(actor, 'matter.readProtected') : undefined;
}
