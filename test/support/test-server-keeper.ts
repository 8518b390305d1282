/** The process behind test files that are run alone; see `test-server.ts`. */
import { AppError } from '../../src/kernel/errors.ts';
import { keepServer } from './test-server.ts';

try {
  await keepServer();
} catch (error) {
  // Another keeper was quicker, and serves.
  if (!(error instanceof AppError && error.code === 'storage.folderInUse')) throw error;
}
