import type { TextValues } from './fill-text.ts';

/**
 * A problem is something in the input that a person can correct. Problems are data: they are shown beside the field and in the error summary,
 * and nothing has been written when there is one. `path` names the field (`clauses.0.text`), `key` the text in `web/texts`.
 */
export type Problem = {
  readonly path: string;
  readonly key: string;
  readonly values?: TextValues;
};
