import { createHash } from 'node:crypto';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type OpenMatter,
  openMatter,
  type RegisterDocument,
  registerDocument,
} from '../../src/domain/matters/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
let count = 0;

/** Opens a matter through the verb. */
export function buildMatter({ db, tenantId }: Where, input: Partial<OpenMatter> = {}): Promise<Id<'matter'>> {
  count += 1;
  const auth = authorize(operatorOf(tenantId), 'matter.edit');
  return db.transact(auth, { verb: 'openMatter' }, (w) =>
    openMatter(w, { registrationNumber: `26PR${1000 + count}`, publicTitle: 'Ett prövat ärende', ...input }),
  );
}

/** Registers a document with a text through the verb. */
export function buildDocument({ db, tenantId }: Where, input: Partial<RegisterDocument> = {}): Promise<Id<'document'>> {
  count += 1;
  const sourceText = input.sourceText ?? `Handling ${count}\n\nNr 1. Att pröva.\n`;
  const auth = authorize(operatorOf(tenantId), 'matter.edit');
  return db.transact(auth, { verb: 'registerDocument' }, (w) =>
    registerDocument(w, {
      kind: 'other',
      title: `Handling ${count}`,
      fileName: `handling-${count}.txt`,
      mediaType: 'text/plain',
      size: Buffer.byteLength(sourceText),
      sha256: createHash('sha256').update(sourceText).digest('hex'),
      ...input,
      sourceText,
    }),
  );
}
