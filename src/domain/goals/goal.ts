import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { anchorsOf } from './anchors.ts';

/** One sentence of a goal that other records may cite, by an anchor that stays as long as its words do. */
export type GoalStatement = {
  readonly id: Id<'goalStatement'>;
  readonly position: number;
  readonly statement: string;
  readonly anchor: string;
};

/** A headline goal ("Jag är en aktiv del av vårdteamet") with its text cut into statements. */
export type Goal = {
  readonly id: Id<'goal'>;
  readonly version: number;
  readonly goalDocumentId: Id<'goalDocument'>;
  readonly perspectiveId: Id<'perspective'>;
  readonly position: number;
  readonly heading: string;
  readonly text: string;
  readonly statements: readonly GoalStatement[];
};

/** A perspective groups goals; the perspectives of a document presuppose each other (GOA-02). */
export type Perspective = {
  readonly id: Id<'perspective'>;
  readonly position: number;
  readonly name: string;
};

/** A document of goals, such as a target vision (målbild): vision over perspectives over goals over statements (I-01). */
export type GoalDocument = {
  readonly id: Id<'goalDocument'>;
  readonly version: number;
  readonly title: string;
  readonly horizonYear: number | null;
  readonly vision: string | null;
  readonly adoptedByBodyId: Id<'body'> | null;
  readonly adoptedOn: CivilDate | null;
};

/** A goal document with all that hangs under it. `assignments` is filled when the reader was told how to count them. */
export type GoalTree = GoalDocument & {
  readonly perspectives: readonly (Perspective & {
    readonly goals: readonly (Goal & { readonly assignments?: number })[];
  })[];
};

/** How the statements of a goal change with its text: those whose words stay keep their record, and with it all that cites them. */
export function statementChanges(
  before: readonly Pick<GoalStatement, 'id' | 'anchor'>[],
  text: string,
): {
  readonly kept: readonly { readonly id: Id<'goalStatement'>; readonly position: number }[];
  readonly added: readonly { readonly anchor: string; readonly statement: string; readonly position: number }[];
  readonly removed: readonly Id<'goalStatement'>[];
} {
  const sentences = sentencesOf(text, 'paragraph').map((sentence) => sentence.text);
  const after = anchorsOf(sentences).map((anchor, i) => ({ anchor, statement: sentences[i]!, position: i + 1 }));
  const known = new Map(before.map((one) => [one.anchor, one.id]));
  return {
    kept: after.flatMap(({ anchor, position }) => (known.has(anchor) ? [{ id: known.get(anchor)!, position }] : [])),
    added: after.filter(({ anchor }) => !known.has(anchor)),
    removed: before.filter((one) => !after.some(({ anchor }) => anchor === one.anchor)).map((one) => one.id),
  };
}
