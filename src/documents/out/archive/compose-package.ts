import type { ArchiveContent, ArchiveEvent, ArchiveRecord } from '../../tree/index.ts';
import { checkPdf, describePdfFault } from '../check-pdf.ts';
import { csvText } from '../sheet/write-csv.ts';
import { renderPdf } from '../write-pdf.ts';
import { writeZip } from '../write-zip.ts';
import { aboutPackage } from './about-package.ts';
import { ownSchemas, recordSchema } from './own-schemas.ts';
import { type PackagedFile, packagedFile, safeName, textFile } from './packaged-file.ts';
import { writeErms } from './write-erms.ts';
import { type RepresentationPart, writeMets } from './write-mets.ts';
import { writePremis } from './write-premis.ts';

/** What a package is made with beside its content. */
export type PackageMeans = {
  /** The bytes of a file that was handed in, by their SHA-256. */
  readonly load: (sha256: string) => Promise<Uint8Array>;
  /** Published schemas to lay beside the metadata, where the installation has a folder of them. */
  readonly schemas?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** A written package, and what in it is not as an archive would have it. */
export type ComposedPackage = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly files: number;
  readonly remarks: readonly string[];
};

/**
 * Makes a package for an archive: `<id>/METS.xml` with description (CITS ERMS), history (PREMIS) and two representations of the same records, one for
 * reading (PDF/A) and one for machines (JSON, CSV and the files as they were handed in). The same content gives the same bytes.
 */
export async function composePackage(content: ArchiveContent, means: PackageMeans): Promise<ComposedPackage> {
  const remarks: string[] = [];
  const pdfa: PackagedFile[] = [];
  const data: PackagedFile[] = [];
  const ofRecords = new Map<string, readonly PackagedFile[]>();
  const events = new Map<string, readonly ArchiveEvent[]>();
  for (const [at, { records }] of content.aggregations.entries())
    for (const [index, record] of records.entries()) {
      const folder = `${numbered(at)}/${numbered(index)}-${safeName(record.kind)}`;
      const made = await filesOf(record, folder, means, content.createdAt);
      pdfa.push(...made.pdfa);
      data.push(...made.data);
      remarks.push(...made.remarks);
      ofRecords.set(record.id, [...made.pdfa, ...made.data]);
      events.set(record.id, made.events);
    }
  data.push(textFile('representations/data/data/register.csv', registerCsv(content), 'text/csv'));
  const parts = [...(pdfa.length > 0 ? [{ name: 'pdfa', data: pdfa }] : []), { name: 'data', data }].map(
    ({ name, data: own }) => representation(content, name, own),
  );
  const about = textFile('documentation/om-paketet.txt', aboutPackage(content, remarks));
  const schemas = (means.schemas ?? []).map(({ name, bytes }) =>
    packagedFile(`schemas/${safeName(name)}`, bytes, 'application/xml'),
  );
  const ownSchema = textFile('schemas/kansli-paket.xsd', ownSchemas, 'application/xml');
  const erms = writeErms(content, ofRecords);
  const premis = writePremis(content, ofRecords, events);
  const mets = writeMets(content, {
    base: '',
    name: content.objectId,
    descriptive: [erms],
    preservation: [premis],
    documentation: [about],
    schemas: [ownSchema, ...schemas],
    data: [],
    representations: parts.map(({ part }) => part),
  });
  const files = [mets, erms, premis, about, ownSchema, ...schemas, ...parts.flatMap((one) => one.files)];
  const bytes = writeZip(
    files.map(({ path, bytes: content_ }) => ({ name: `${content.objectId}/${path}`, bytes: content_ })),
  );
  return { fileName: `${content.objectId}.zip`, bytes, files: files.length, remarks };
}

const numbered = (index: number): string => String(index + 1).padStart(4, '0');

/** A representation is a package in the package: content, a METS of its own, and what one must know to read it. */
function representation(
  content: ArchiveContent,
  name: string,
  data: readonly PackagedFile[],
): { readonly part: RepresentationPart; readonly files: readonly PackagedFile[] } {
  const base = `representations/${name}/`;
  const about = textFile(
    `${base}documentation/om-representationen.txt`,
    name === 'pdfa'
      ? 'Handlingarna som PDF/A-2a, för läsning. Samma handlingar finns som data i representationen "data".\n'
      : 'Handlingarna som JSON (schemas/kansli-handling.schema.json), en förteckning som CSV, och filer så som de lämnades in.\n',
  );
  const schemas = [
    textFile(`${base}schemas/kansli-paket.xsd`, ownSchemas, 'application/xml'),
    ...(name === 'data'
      ? [textFile(`${base}schemas/kansli-handling.schema.json`, recordSchema, 'application/json')]
      : []),
  ];
  const mets = writeMets(content, {
    base,
    name,
    descriptive: [],
    preservation: [],
    documentation: [about],
    schemas,
    data,
    representations: [],
  });
  return { part: { name, mets }, files: [mets, ...data, about, ...schemas] };
}

type RecordFiles = {
  readonly pdfa: readonly PackagedFile[];
  readonly data: readonly PackagedFile[];
  readonly events: readonly ArchiveEvent[];
  readonly remarks: readonly string[];
};

async function filesOf(
  record: ArchiveRecord,
  folder: string,
  { load }: PackageMeans,
  createdAt: string,
): Promise<RecordFiles> {
  const pdfa: PackagedFile[] = [];
  const data: PackagedFile[] = [];
  const events: ArchiveEvent[] = [];
  const remarks: string[] = [];
  const note = (kind: ArchiveEvent['kind'], detail: string) => events.push({ kind, at: createdAt, detail, by: null });
  const { tree, originals, ...told } = record;
  data.push(
    textFile(
      `representations/data/data/${folder}/handling.json`,
      `${JSON.stringify({ ...told, originals, tree }, null, 2)}\n`,
      'application/json',
    ),
  );
  if (tree) {
    pdfa.push(
      packagedFile(`representations/pdfa/data/${folder}/handling.pdf`, await renderPdf(tree), 'application/pdf'),
    );
    note('normalisation', 'Skriven som PDF/A-2a och PDF/UA-1 ur handlingens text.');
  }
  for (const [index, { fileName, mediaType, sha256 }] of originals.entries()) {
    const bytes = await load(sha256);
    const name = `${numbered(index)}-${safeName(fileName)}`;
    data.push(packagedFile(`representations/data/data/${folder}/original/${name}`, bytes, mediaType, fileName));
    if (mediaType !== 'application/pdf') continue;
    const { faults } = await checkPdf(bytes);
    const first = faults[0];
    if (first === undefined) {
      pdfa.push(packagedFile(`representations/pdfa/data/${folder}/${name}`, bytes, mediaType, fileName));
      note('normalisation', `${fileName} uppfyller det som kan kontrolleras av PDF/A-2a och ligger oförändrad.`);
    } else remarks.push(`${record.objectId}, ${fileName}: ligger bara som den lämnades in. ${describePdfFault(first)}`);
  }
  note('packaging', 'Lagd i arkivpaketet.');
  return { pdfa, data, events, remarks };
}

function registerCsv({ aggregations }: ArchiveContent): string {
  return csvText([
    ['nummer', 'titel', 'klassificering', 'handling', 'slag', 'handlingens titel', 'sekretess', 'gallrad'],
    ...aggregations.flatMap((one) =>
      one.records.map((record) => [
        one.objectId,
        one.title,
        one.classification ?? '',
        record.objectId,
        record.kind,
        record.title,
        (record.restriction ?? one.restriction)?.provision ?? '',
        record.disposed ? `${record.disposed.on} ${record.disposed.mandate}` : '',
      ]),
    ),
  ]);
}
