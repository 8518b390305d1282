import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask } from './ask-kinds.ts';
import type { ReceivedState } from './received-transitions.ts';
import type { ReleaseGround } from './release-grounds.ts';
import type { Snapshot } from './released-content.ts';

/** One line of what other authorities have let us have. */
export type ListedReceived = {
  readonly id: Id<'receivedRelease'>;
  readonly version: number;
  readonly title: string;
  readonly giver: { readonly id: Id<'body'>; readonly name: string };
  readonly ask: Ask | null;
  readonly dueOn: CivilDate | null;
  readonly receivedAt: Date;
  readonly state: ReceivedState;
  readonly readAt: Date | null;
};

/** Our copy of what another authority let us have, with what we have answered. */
export type ReceivedRelease = ListedReceived & {
  readonly snapshot: Snapshot;
  readonly contentHash: string;
  readonly protected: boolean;
  readonly ground: ReleaseGround;
  readonly provision: string | null;
  readonly note: string | null;
  readonly releasedAt: Date;
  readonly releasedBy: string;
  readonly readBy: string | null;
  readonly recalledAt: Date | null;
  readonly recallReason: string | null;
  readonly answers: readonly {
    readonly id: Id<'releaseAnswer'>;
    readonly answeredAt: Date;
    readonly answeredBy: string;
    readonly values: AnswerValues;
  }[];
};
