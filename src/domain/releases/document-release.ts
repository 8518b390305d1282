import { type Block, paragraph } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type DocumentWithText,
  documentKinds,
  findMatter,
  getDocument,
  getProtectedDocument,
} from '../matters/index.ts';
import { authorityName } from '../published/index.ts';
import type { ReleasedContent } from './released-content.ts';

/** A registered document as it is let out: its facts, its text as it was read, and the file itself. What lies in a matter that is not open says so. */
export async function releasedDocument(r: Reader, id: Id<'document'>): Promise<ReleasedContent> {
  const document = isProtected(r) ? await getProtectedDocument(r, id) : await getDocument(r, id);
  const matter = document.matterId === null ? undefined : await findMatter(r, document.matterId);
  const secret = matter && matter.secrecyLevel !== 'open';
  const { title, fileName, fileOpen, mediaType, size, sha256, datedOn, kind } = document;
  return {
    noun: 'document',
    recordId: document.id,
    bodyId: document.bodyId,
    title,
    secrecy: secret ? { provision: matter.legalGround } : null,
    tree: {
      title,
      author: await authorityName(r),
      language: 'sv',
      ...(datedOn && { date: datedOn }),
      facts: [
        { label: 'Slag', value: documentKinds[kind].sv },
        ...(datedOn ? [{ label: 'Daterad', value: datedOn }] : []),
        ...(matter ? [{ label: 'Diarienummer', value: matter.registrationNumber }] : []),
        { label: 'Fil', value: fileName },
      ],
      blocks: textBlocks(document),
    },
    files: fileOpen ? [{ fileName, mediaType, size, sha256 }] : [],
  };
}

function isProtected(r: Reader): r is Reader<'matter.readProtected'> {
  return r.auth.action === 'matter.readProtected';
}

function textBlocks({ sourceText }: DocumentWithText): readonly Block[] {
  const paragraphs = (sourceText ?? '').split(/\n\s*\n/u).map((one) => one.replace(/\s+/gu, ' ').trim());
  const written = paragraphs.filter((one) => one !== '');
  return written.length > 0 ? written.map((one) => paragraph(one)) : [paragraph('Texten finns i filen.')];
}
