/** A letter that leaves the house by electronic mail. */
export type Letter = {
  /** The same at each attempt, so that a mail server or a reader can tell a letter from its repetition. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text: what it says must be readable everywhere. */
  readonly text: string;
  /** The same as a page, for readers that show pages. */
  readonly html?: string;
  /** The address at which one press ends letters of this kind. */
  readonly unsubscribe?: string;
  readonly attachments?: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
};

/** Hands a letter on; it has been taken over when the promise resolves. */
export type CarryLetter = (letter: Letter) => Promise<void>;
