/** Packages judged by schemas of a folder. The schemas are small ones of our own: what is proved is how they are found, joined and obeyed. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { archiveContent, loadOriginal, unpackPackage } from '../../../../test/support/archive-package.ts';
import { closePdfPool, composePackage } from '../../out/index.ts';
import { checkPackageFully } from './check-package.ts';
import { readSchemas, type SchemaFile } from './published-schemas.ts';
import { openSchemaFolder } from './schema-folder.ts';

const schema = (name: string, namespace: string, inside: string): SchemaFile => ({
  name,
  bytes: new TextEncoder().encode(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" xmlns:xlink="http://www.w3.org/1999/xlink" targetNamespace="${namespace}" elementFormDefault="qualified">${inside}</xs:schema>`,
  ),
});
const anything = (attributes = '<xs:anyAttribute processContents="lax"/>') =>
  `<xs:complexType><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>${attributes}</xs:complexType>`;

const xlink = schema('xlink.xsd', 'http://www.w3.org/1999/xlink', '<xs:attribute name="href" type="xs:anyURI"/>');
/** The METS of the test says that a package must have a label, in a file that another one includes, by an address that is not to be fetched. */
const metsParts = schema(
  'mets-parts.xsd',
  'http://www.loc.gov/METS/',
  `<xs:complexType name="whole"><xs:sequence><xs:element name="metsHdr">${anything()}</xs:element><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence><xs:attribute name="OBJID" use="required"/><xs:anyAttribute processContents="lax"/></xs:complexType>`,
);
const mets = schema(
  'mets.xsd',
  'http://www.loc.gov/METS/',
  '<xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="https://example.org/standards/xlink.xsd"/><xs:include schemaLocation="https://example.org/mets-parts.xsd"/><xs:element name="mets" type="whole"/>',
);
const premis = schema(
  'premis.xsd',
  'http://www.loc.gov/premis/v3',
  `<xs:element name="premis">${anything()}</xs:element>`,
);

let whole: Uint8Array;
before(async () => {
  const schemas = readSchemas([mets, metsParts, xlink]);
  whole = (await composePackage(archiveContent, { load: loadOriginal, schemas: schemas.files })).bytes;
});
after(closePdfPool);

const broken = async (schemas: readonly SchemaFile[], damage?: (p: ReturnType<typeof unpackPackage>) => void) => {
  const p = unpackPackage(whole);
  damage?.(p);
  return (await checkPackageFully(p.pack(), readSchemas(schemas))).faults.filter(({ rule }) => rule.startsWith('XSD'));
};

describe('published schemas', () => {
  it('judge what has their namespace, and pass a package that is whole', async () => {
    const bare = await checkPackageFully(whole);
    const { faults, rules } = await checkPackageFully(whole, readSchemas([mets, metsParts, xlink]));
    assert.deepEqual(faults, []);
    // The METS of the package and those of its two representations; no schema speaks of the history and the description.
    assert.equal(rules - bare.rules, 3);
    assert.equal((await checkPackageFully(whole, readSchemas([mets, metsParts, xlink, premis]))).rules - bare.rules, 4);
  });

  it('find what they forbid, also when an included file forbids it', async () => {
    const [fault, ...more] = await broken([mets, metsParts, xlink], (p) =>
      p.edit('METS.xml', (text) => text.replace(/ OBJID="[^"]*"/, '')),
    );
    assert.deepEqual(more, []);
    assert.equal(fault?.rule, 'XSD http://www.loc.gov/METS/');
    assert.equal(fault.where, 'METS.xml');
    assert.match(fault.places.join(), /OBJID/);
  });

  it('say so when they refer to what is not in the folder, instead of passing everything', async () => {
    const faults = await broken([mets, xlink]);
    assert.equal(faults.length, 3);
    assert.match(faults[0]!.says.en, /cannot be used/);
  });

  it('lie in the package and in its METS', () => {
    const p = unpackPackage(whole);
    for (const { name, bytes } of [mets, metsParts, xlink]) {
      assert.deepEqual(Buffer.from(p.files.get(`schemas/${name}`)!), Buffer.from(bytes));
      assert.match(p.text('METS.xml'), new RegExp(`xlink:href="schemas/${name}"`));
    }
  });

  it('are refused when two of them speak for one namespace, or one is no schema', () => {
    assert.throws(() => readSchemas([mets, { ...mets, name: 'mets-2.xsd' }]), { code: 'archiving.schemasUnclear' });
    assert.throws(() => readSchemas([mets, { ...premis, name: 'old/mets.xsd' }]), { code: 'archiving.schemasUnclear' });
    const text = { name: 'a.xsd', bytes: new TextEncoder().encode('inget schema') };
    assert.throws(() => readSchemas([text]), { code: 'archiving.schemasUnclear' });
  });

  it('are read from a folder, and an empty folder is said to be one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kansli-scheman-'));
    await assert.rejects(openSchemaFolder(folder), { code: 'archiving.noSchemas' });
    for (const { name, bytes } of [mets, metsParts, xlink]) await writeFile(join(folder, name), bytes);
    const { namespaces } = await openSchemaFolder(folder);
    assert.deepEqual([...namespaces].toSorted(), ['http://www.loc.gov/METS/', 'http://www.w3.org/1999/xlink']);
    await rm(folder, { recursive: true });
    await assert.rejects(openSchemaFolder(folder), { code: 'archiving.noSchemas' });
  });
});
