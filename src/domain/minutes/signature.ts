import type { Id } from '../../kernel/id.ts';

/** What somebody is asked to sign: the hash of a frozen document, in one round of one act of adjustment. */
export type SignatureRequest = {
  readonly adjustmentId: Id<'adjustment'>;
  readonly round: number;
  readonly contentHash: string;
  readonly role: string;
  readonly signer: { readonly accountId: Id<'account'> | null; readonly name: string };
  readonly at: Date;
  /** Unguessable and used once, so that two signatures over the same words are two. */
  readonly nonce: string;
};

/** What a signature is made of, kept beside the name. A service with certificates adds its own proof as `evidence`. */
export type Signature = {
  readonly method: string;
  readonly contentHash: string;
  readonly at: string;
  readonly nonce: string;
  /** SHA-256 over all that was signed; it stands in the log as well, whose chain nobody can rewrite unseen. */
  readonly seal: string;
  /** What it is and is not, in words, for who reads it in twenty years. */
  readonly statement: string;
  readonly evidence?: Readonly<Record<string, unknown>>;
};

/**
 * Whoever makes signatures. The one of the house is `localSignatures`; an authority with a contract for electronic identification puts its
 * service here. It is called outside any transaction, because an answer from elsewhere takes its time, and what it answers is checked.
 */
export type SignatureService = {
  readonly method: string;
  /** Whether the page asks for the password again, or leads to a service that asks in its own way. */
  readonly asksFor: 'password' | 'nothing';
  readonly sign: (
    request: SignatureRequest,
    secret: string,
    /** When the signer last showed who they are by more than a password; then nothing is asked here. */
    shownAt?: Date,
  ) => Promise<Signature>;
};
