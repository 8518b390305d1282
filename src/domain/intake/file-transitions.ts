import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** Where a file stands on its way from bytes to proposals. `failed` carries the code of the error that a person can read. */
export const fileStates = {
  queued: { sv: 'Väntar på inläsning', en: 'Waiting to be read' },
  reading: { sv: 'Läses in', en: 'Being read' },
  read: { sv: 'Inläst', en: 'Read' },
  failed: { sv: 'Kunde inte läsas', en: 'Could not be read' },
} as const satisfies Record<string, Localized>;

export type FileState = keyof typeof fileStates;
export type FileAction = 'start' | 'finish' | 'fail' | 'retry';

/**
 * State × action → the state after. `start` is allowed while reading, because a job whose process was killed runs again; a file that has been
 * read is never read again over the proposals that people have reviewed.
 */
export const fileTransitions: Readonly<Record<FileState, Partial<Record<FileAction, FileState>>>> = {
  queued: { start: 'reading' },
  reading: { start: 'reading', finish: 'read', fail: 'failed' },
  read: {},
  failed: { retry: 'queued', start: 'reading' },
};

/** The state after an action; throws `record.wrongState` when the table has no row for it. */
export function afterFileAction(state: FileState, action: FileAction): FileState {
  const next = fileTransitions[state][action];
  if (!next) throw new AppError('record.wrongState', { state: fileStates[state] });
  return next;
}
