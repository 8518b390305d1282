import { type Block, paragraph } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { findBody } from '../organisation/index.ts';
import { authorityName, type PublishedRecord } from '../published/index.ts';
import { documentKinds } from './document-kinds.ts';
import { getDocument } from './document-reader.ts';
import { findMatter } from './matter-reader.ts';

/** A registered document as everybody may read it: its facts, its file, and its text beside the file, because a file is not always accessible. */
export async function publishedDocument(r: Reader, id: Id<'document'>): Promise<PublishedRecord<'document'>> {
  const document = await getDocument(r, id);
  const matter = document.matterId === null ? undefined : await findMatter(r, document.matterId);
  const body = document.bodyId === null ? undefined : await findBody(r, document.bodyId);
  const { title, kind, datedOn, fileName, fileOpen, mediaType, size, sha256 } = document;
  return {
    noun: 'document',
    recordId: document.id,
    title,
    summary: `${documentKinds[kind].sv.charAt(0).toLocaleUpperCase('sv')}${documentKinds[kind].sv.slice(1)}${matter ? ` i ärende ${matter.registrationNumber}` : ''}.`,
    bodyId: body?.id ?? null,
    bodyName: body?.name ?? null,
    happenedOn: datedOn,
    year: datedOn === null ? null : Number(datedOn.slice(0, 4)),
    state: null,
    registrationNumbers: matter ? [matter.registrationNumber] : [],
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
      blocks: textBlocks(document.sourceText),
    },
    data: { kind, matterId: matter?.id ?? null, datedOn },
    links: [
      ...(body ? [{ relation: 'partOf' as const, noun: 'body' as const, recordId: body.id }] : []),
      ...(matter ? [{ relation: 'about' as const, noun: 'matter' as const, recordId: matter.id }] : []),
    ],
    files: fileOpen ? [{ fileName, title, mediaType, size, sha256, accessible: false }] : [],
  };
}

function textBlocks(sourceText: string | null): readonly Block[] {
  const paragraphs = (sourceText ?? '').split(/\n\s*\n/u).map((one) => one.replace(/\s+/gu, ' ').trim());
  const written = paragraphs.filter((one) => one !== '');
  return written.length > 0 ? written.map((one) => paragraph(one)) : [paragraph('Texten finns i filen.')];
}
