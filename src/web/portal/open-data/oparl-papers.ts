import { type OpenRow, publishedNouns } from '../../../domain/published/index.ts';
import type { PaperNoun } from './oparl-address.ts';
import { type OparlObject, type OparlScene, oparlObject } from './oparl-objects.ts';

/** The files of a record: first the page of it, which holds the whole text, then what was published beside it. */
export function fileObjects(scene: OparlScene, row: OpenRow, embedded = false): readonly OparlObject[] {
  const { at } = scene;
  const owner = embedded
    ? {}
    : row.noun === 'minutes'
      ? { meeting: [at.object('Meeting', row.data.meetingId)] }
      : row.noun === 'meeting'
        ? { meeting: [at.object('Meeting', row.recordId)] }
        : { paper: [at.object('Paper', row.recordId)] };
  const page = at.page(row.noun, row.recordId);
  const written = oparlObject(scene, 'File', fileId(row, 'sida'), row, {
    name: row.title,
    fileName: `${publishedNouns[row.noun].path}-${row.recordId}.html`,
    mimeType: 'text/html',
    date: row.happenedOn,
    accessUrl: page,
    web: page,
    ...owner,
  });
  const beside = row.files.map((file, position) => {
    const address = at.file(row.noun, row.recordId, file.fileName);
    return oparlObject(scene, 'File', fileId(row, String(position)), row, {
      name: file.title,
      fileName: file.fileName,
      mimeType: file.mediaType,
      date: row.happenedOn,
      size: file.size,
      accessUrl: address,
      downloadUrl: address,
      ...owner,
    });
  });
  return [written, ...beside];
}

export function fileId({ noun, recordId }: Pick<OpenRow, 'noun' | 'recordId'>, part: string): string {
  return [noun, recordId, part].join('_');
}

export function paperObject(
  scene: OparlScene,
  row: OpenRow<PaperNoun>,
  consultations: readonly OparlObject[],
): OparlObject {
  const { at } = scene;
  const [mainFile, ...auxiliaryFile] = fileObjects(scene, row, true);
  const related = row.links.filter(
    ({ noun }) => noun !== 'minutes' && noun !== 'meeting' && noun !== 'body' && noun !== 'indicator',
  );
  return oparlObject(scene, 'Paper', row.recordId, row, {
    body: at.body,
    name: row.title,
    reference: row.registrationNumbers[0],
    date: row.happenedOn,
    paperType: publishedNouns[row.noun].sv,
    relatedPaper: related.map(({ recordId }) => at.object('Paper', recordId)),
    mainFile,
    auxiliaryFile,
    underDirectionOf: row.bodyId ? [at.object('Organization', row.bodyId)] : undefined,
    consultation: consultations,
    web: at.page(row.noun, row.recordId),
  });
}
