import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeZip } from '../../src/documents/out/index.ts';
import { type ArchiveContent, heading, paragraph } from '../../src/documents/tree/index.ts';

const original = strToU8('Skrivelse om bussarna.\n');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of the one file that was handed in, for `composePackage`. */
export const loadOriginal = async (sha256: string): Promise<Uint8Array> => {
  if (sha256 !== hashOf(original)) throw new Error(`No file ${sha256}.`);
  return original;
};

/** A package with one of everything that the rules speak of, in invented words. */
export const archiveContent: ArchiveContent = {
  objectId: 'prov-2026-0001',
  title: 'Avslutade ärenden 2025',
  createdAt: '2026-03-02T10:00:00.000+01:00',
  creator: { name: 'Provregionen', code: '232100-0000' },
  contact: 'Arkivarie Prov',
  receiver: { name: 'Provarkivet', code: '232100-0001' },
  agreement: 'Dnr 26PR7, 2026-02-01',
  register: 'Provregionens diarium',
  scheme: 'VerkSAM Diarium',
  software: { name: 'Kansli', code: '0.1.0' },
  leftOut: [{ title: '26PR9', reason: 'Sekretess: paketet görs utan skyddat innehåll.' }],
  aggregations: [
    {
      id: '10000000-0000-4000-8000-000000000001',
      objectId: '25PR12',
      kind: 'caseFile',
      title: 'Skyddad ärendemening',
      publicTitle: 'Bussar till skolan',
      classification: '2.7.1',
      dates: [
        { type: 'opened', on: '2025-02-01' },
        { type: 'closed', on: '2025-11-30' },
      ],
      restriction: { provision: 'OSL 21 kap. 7 §', markedOn: '2025-02-01', note: 'Kan omfattas av sekretess.' },
      records: [
        {
          id: '10000000-0000-4000-8000-000000000002',
          objectId: '25PR12-1',
          kind: 'annan handling',
          title: 'Skrivelse om bussarna',
          publicTitle: null,
          dates: [{ type: 'created', on: '2025-02-01' }],
          agents: [],
          restriction: null,
          disposed: null,
          tree: null,
          originals: [{ fileName: 'Skrivelse åäö.txt', mediaType: 'text/plain', sha256: hashOf(original) }],
          events: [{ kind: 'import', at: '2025-02-01T08:00:00.000Z', detail: 'Inläst.', by: null }],
        },
        {
          id: '10000000-0000-4000-8000-000000000003',
          objectId: '25PR12-2',
          kind: 'annan handling',
          title: 'Gallrad bilaga',
          publicTitle: null,
          dates: [],
          agents: [],
          restriction: null,
          disposed: { on: '2026-01-15', mandate: 'Dnr 25PR99, 2025-12-01' },
          tree: null,
          originals: [],
          events: [{ kind: 'disposal', at: '2026-01-15T08:00:00.000Z', detail: 'Gallrad.', by: 'Arkivarie Prov' }],
        },
      ],
    },
    {
      id: '10000000-0000-4000-8000-000000000004',
      objectId: 'Provnämnden 2025-10-01',
      kind: { own: 'sammanträde' },
      title: 'Provnämndens sammanträde 2025-10-01',
      publicTitle: null,
      classification: null,
      dates: [],
      restriction: null,
      records: [
        {
          id: '10000000-0000-4000-8000-000000000005',
          objectId: 'Provnämnden 2025-10-01 §§ 1–2',
          kind: 'protokoll',
          title: 'Protokoll',
          publicTitle: null,
          dates: [{ type: 'finished', on: '2025-10-10' }],
          agents: [{ type: 'main_signatory', name: 'Ordförande Prov' }],
          restriction: null,
          disposed: null,
          tree: {
            title: 'Protokoll',
            author: 'Provnämnden',
            language: 'sv',
            date: '2025-10-10',
            blocks: [heading(1, '§ 1'), paragraph('Nämnden beslutar att pröva.')],
          },
          originals: [],
          events: [{ kind: 'adjustment', at: '2025-10-10T08:00:00.000Z', detail: 'Justerat.', by: 'Ordförande Prov' }],
        },
      ],
    },
  ],
};

/** A package unpacked, so that a test can change a file of it and pack it again. Paths are told from the root folder. */
export type UnpackedPackage = {
  readonly root: string;
  readonly files: Map<string, Uint8Array>;
  readonly text: (path: string) => string;
  /** Changes the text of a file. What must find its place does: a change that changes nothing is a fault of the test. */
  readonly edit: (path: string, change: (text: string) => string) => void;
  /** The same for a file that METS tells the size and checksum of: both are told anew. */
  readonly editTold: (path: string, change: (text: string) => string) => void;
  readonly pack: () => Uint8Array;
};

export function unpackPackage(bytes: Uint8Array): UnpackedPackage {
  const entries = Object.entries(unzipSync(bytes));
  const root = entries[0]![0].split('/')[0]!;
  const files = new Map(entries.map(([name, content]) => [name.slice(root.length + 1), content]));
  const text = (path: string) => strFromU8(files.get(path)!);
  const edit = (path: string, change: (text: string) => string) => {
    const before = text(path);
    const after = change(before);
    if (after === before) throw new Error(`The change of ${path} finds nothing to change.`);
    files.set(path, strToU8(after));
  };
  return {
    root,
    files,
    text,
    edit,
    editTold: (path, change) => {
      const before = files.get(path)!;
      edit(path, change);
      const after = files.get(path)!;
      edit('METS.xml', (mets) =>
        mets.replace(
          new RegExp(`SIZE="${before.byteLength}"([^>]*)CHECKSUM="${hashOf(before)}"`),
          `SIZE="${after.byteLength}"$1CHECKSUM="${hashOf(after)}"`,
        ),
      );
    },
    pack: () => writeZip([...files].map(([name, content]) => ({ name: `${root}/${name}`, bytes: content }))),
  };
}
