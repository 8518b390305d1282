import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask, AskKind } from './ask-kinds.ts';
import type { Snapshot } from './released-content.ts';

/** An answer that came back, as the noun that asked is handed it. */
export type TakenAnswer<Kind extends AskKind = AskKind> = {
  /** The release that asked, with the record that it is about. */
  readonly release: {
    readonly id: Id<'release'>;
    readonly noun: Snapshot['noun'];
    readonly recordId: string;
    readonly ask: Ask;
  };
  readonly answer: AnswerValues<Kind>;
  /** The id of the answer: the same each time it is handed over. */
  readonly answerId: Id<'releaseAnswer'>;
  /** Who answered, in the other authority. */
  readonly answeredBy: string;
  readonly answeredAt: Date;
  /** The principal whose answer it is, as a body here. */
  readonly from: { readonly bodyId: Id<'body'>; readonly name: string };
};

/**
 * Writes an answer into the noun that asked: a ratification of an agreement, an endorsement. It is called once an answer, in the transaction that keeps the answer, and
 * calls that noun's own verb; what it throws puts the answer back in the outbox.
 */
export type AnswerHandler<Kind extends AskKind> = (
  w: Writer<'release.receive'>,
  taken: TakenAnswer<Kind>,
) => Promise<void>;

/** Who takes in the answers to which kind of ask; wired in `src/release-answers.ts`. */
export type AnswerHandlers = { readonly [Kind in AskKind]?: AnswerHandler<Kind> };
