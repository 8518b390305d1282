import { type StreamedFile, streamZip } from '../../../documents/out/index.ts';
import { changesSoFar, type PublishedAuthority, publishedNounNames } from '../../../domain/published/index.ts';
import type { PortalServices } from '../portal-context.ts';
import { jsonSchemaOf } from './data-shapes.ts';
import { type DumpedFile, type DumpFormat, dumpFormats, dumpOf, measured } from './dump.ts';
import { licence, oparlAddresses } from './oparl-address.ts';

/**
 * Everything that is published as one archive, written while it is read. The manifest comes last, because only then it is known what the files hold; it
 * names the newest change before and after, so that who copies while something is published sees it.
 */
export async function* wholeDump(
  source: Pick<PortalServices, 'readPublic' | 'publicUrl'>,
  authority: PublishedAuthority,
): AsyncGenerator<Uint8Array> {
  const before = await source.readPublic((r) => changesSoFar(r, authority));
  const told: DumpedFile[] = [];
  yield* streamZip(files());

  async function* files(): AsyncGenerator<StreamedFile> {
    const { portal } = oparlAddresses(source.publicUrl, authority);
    for (const noun of publishedNounNames) {
      for (const format of Object.keys(dumpFormats) as DumpFormat[]) {
        const name = `${noun}.${format}`;
        let records = 0;
        const pieces = dumpOf(source, authority, noun, format, (more) => {
          records += more;
        });
        yield {
          name,
          pieces: measured(pieces, (bytes, sha256) => {
            told.push({ name, noun, records, bytes, sha256, schema: `schema/${noun}.json` });
          }),
        };
      }
      const schema = jsonSchemaOf(noun, `${portal}/data/schema/${noun}.json`);
      yield { name: `schema/${noun}.json`, pieces: once(JSON.stringify(schema, null, 2)) };
    }
    const after = await source.readPublic((r) => changesSoFar(r, authority));
    const manifest = {
      authority: authority.name,
      source: portal,
      licence,
      changes: { before: before?.seq ?? '0', after: after?.seq ?? '0' },
      files: told,
    };
    yield { name: 'manifest.json', pieces: once(JSON.stringify(manifest, null, 2)) };
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
