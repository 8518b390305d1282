/**
 * Each rule has a package that breaks it, and it alone or with the rules that are named beside it. The packages are made of a whole one by one change,
 * so that what the rule sees is that change and nothing else.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import {
  archiveContent,
  loadOriginal,
  type UnpackedPackage,
  unpackPackage,
} from '../../../../test/support/archive-package.ts';
import { closePdfPool, composePackage, writeZip } from '../../out/index.ts';
import { checkPackage, packageRules } from './check-package.ts';

let whole: Uint8Array;
before(async () => {
  whole = (await composePackage(archiveContent, { load: loadOriginal })).bytes;
});
after(closePdfPool);

type Damage = (p: UnpackedPackage) => void;
type Broken = Damage | { readonly damage: Damage; readonly also: readonly string[] };

const mets =
  (from: string | RegExp, to: string): Damage =>
  (p) =>
    p.edit('METS.xml', (text) => text.replace(from, to));
const erms =
  (from: string | RegExp, to: string): Damage =>
  (p) =>
    p.editTold('metadata/descriptive/erms.xml', (text) => text.replace(from, to));
const premis =
  (from: string | RegExp, to: string): Damage =>
  (p) =>
    p.editTold('metadata/preservation/premis.xml', (text) => text.replace(from, to));
/** Changes the text of the METS from the first place of some words on. */
const from =
  (start: string, pattern: string | RegExp, to: string): Damage =>
  (p) =>
    p.edit('METS.xml', (text) => {
      const at = text.indexOf(start);
      return text.slice(0, at) + text.slice(at).replace(pattern, to);
    });
/** Statements of rights are none of ours: one is laid in, a copy of the reference to the history, and then damaged. */
const rights =
  (pattern: string | RegExp, to: string): Damage =>
  (p) => {
    layRights(p);
    from('<rightsMD', pattern, to)(p);
  };
const layRights = (p: UnpackedPackage) => {
  p.files.set('metadata/other/rights.xml', p.files.get('metadata/preservation/premis.xml')!);
  p.edit('METS.xml', (text) =>
    text.replace(/<digiprovMD([\s\S]*?)<\/digiprovMD>/, (one, inside: string) => {
      const copy = inside
        .replace(/ID="[^"]*"/, 'ID="id-rights"')
        .replace('metadata/preservation/premis.xml', 'metadata/other/rights.xml');
      return `${one}<rightsMD${copy}</rightsMD>`;
    }),
  );
};
/** The METS of a representation, with its checksum told anew in the METS of the package. */
const data =
  (pattern: string | RegExp, to: string): Damage =>
  (p) =>
    p.editTold('representations/data/METS.xml', (text) => text.replace(pattern, to));

const software = '<agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">';
const archivist = '<agent ROLE="ARCHIVIST" TYPE="ORGANIZATION">';
const submitter = '<agent ROLE="CREATOR" TYPE="ORGANIZATION">';
const contact = '<agent ROLE="CREATOR" TYPE="INDIVIDUAL">';
const preserver = '<agent ROLE="PRESERVATION" TYPE="ORGANIZATION">';
const untyped = ['csip:NOTETYPE="IDENTIFICATIONCODE"', ''] as const;

/** The nine attributes of a reference to metadata, each damaged in its own way. */
const references: readonly (readonly [RegExp, string])[] = [
  [/LOCTYPE="URL"/, 'LOCTYPE="ARK"'],
  [/xlink:type="simple"/, ''],
  [/xlink:href="[^"]*"/, 'xlink:href="metadata/finns-inte.xml"'],
  [/ MDTYPE="[^"]*"/, ' MDTYPE="EGEN"'],
  [/MIMETYPE="[^"]*"/, 'MIMETYPE="xml"'],
  [/ SIZE="\d+"/, ' SIZE="1"'],
  [/CREATED="[^"]*"( CHECKSUM)/, 'CREATED="2026-03-02"$1'],
  [/CHECKSUM="[^"]*"/, `CHECKSUM="${'0'.repeat(64)}"`],
  [/CHECKSUMTYPE="[^"]*"/, ''],
];
const referenceDamage = (
  first: number,
  damage: (pattern: RegExp, to: string) => Damage,
): Readonly<Record<string, Broken>> =>
  Object.fromEntries(
    references.map(([pattern, to], index) => [
      `CSIP${first + index}`,
      // A file that the reference does not find any more stands in no METS.
      index === 2 ? { damage: damage(pattern, to), also: ['CSIP58'] } : damage(pattern, to),
    ]),
  );

const division = (label: string, ids: readonly [string, string, string, string]): Readonly<Record<string, Broken>> => {
  const start = `LABEL="${label}"`;
  const div = new RegExp(`<div ID="[^"]*" LABEL="${label}"`);
  const edit = (pattern: RegExp, to: string) => (label === 'Representations' ? data(pattern, to) : mets(pattern, to));
  const pointer = new RegExp(`(${start}>\\s*)<fptr FILEID="[^"]*"/>`);
  return {
    [ids[0]]: edit(div, `<div ${start}`),
    [ids[1]]: edit(new RegExp(`(<div ID="[^"]*" )LABEL="${label}"`), `$1LABEL="${label.toLowerCase()}"`),
    [ids[2]]: edit(pointer, '$1'),
    [ids[3]]: edit(pointer, '$1<fptr FILEID="id-ingen"/>'),
  };
};

const broken: Readonly<Record<string, Broken>> = {
  CSIPSTR1: { damage: (p) => p.files.set('../annan/fil.txt', new Uint8Array([1])), also: ['CSIP58'] },
  CSIPSTR4: { damage: (p) => p.files.delete('METS.xml'), also: ['CSIP58'] },
  CSIP1: mets(/ OBJID="[^"]*"/, ''),
  CSIP2: mets(/ TYPE="Mixed"/, ''),
  CSIP6: { damage: mets(/ PROFILE="[^"]*"/, ''), also: ['SIP2'] },
  SIP2: mets(/PROFILE="[^"]*"/, 'PROFILE="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"'),
  CSIP117: mets(/<metsHdr[\s\S]*<\/metsHdr>/, ''),
  CSIP7: mets(/CREATEDATE="[^"]*"/, 'CREATEDATE="i går"'),
  CSIP9: { damage: mets(/ csip:OAISPACKAGETYPE="SIP"/, ''), also: ['SIP4'] },
  SIP4: mets('csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="AIP"'),
  CSIP10: mets(new RegExp(`${software}[\\s\\S]*?</agent>`), ''),
  CSIP11: mets(software, software.replace('CREATOR', 'EDITOR')),
  CSIP12: mets(software, software.replace('"OTHER"', '"ORGANIZATION"')),
  CSIP13: mets(software, software.replace(' OTHERTYPE="SOFTWARE"', '')),
  CSIP14: from(software, /<name>.*?<\/name>/, ''),
  CSIP15: from(software, /<note.*?<\/note>/, ''),
  CSIP16: from(software, ' csip:NOTETYPE="SOFTWARE VERSION"', ''),
  SIP10: mets(archivist, archivist.replace('ARCHIVIST', 'EDITOR')),
  SIP11: mets(archivist, archivist.replace('ORGANIZATION', 'OTHER')),
  SIP14: from(archivist, ...untyped),
  SIP15: mets(new RegExp(`${submitter}[\\s\\S]*?</agent>\\s*${contact}[\\s\\S]*?</agent>`), ''),
  SIP16: mets(submitter, submitter.replace('CREATOR', 'EDITOR')),
  SIP17: mets(submitter, submitter.replace('ORGANIZATION', 'FIRM')),
  SIP20: from(submitter, ...untyped),
  SIP22: mets(contact, contact.replace('CREATOR', 'EDITOR')),
  SIP23: mets(contact, contact.replace('INDIVIDUAL', 'PERSON')),
  SIP24: from(contact, /<name>.*?<\/name>/, ''),
  SIP27: mets(preserver, preserver.replace('PRESERVATION', 'DISSEMINATOR')),
  SIP28: mets(preserver, preserver.replace('ORGANIZATION', 'INDIVIDUAL')),
  SIP31: from(preserver, ...untyped),
  CSIP18: mets(/<dmdSec ID="[^"]*"/, '<dmdSec'),
  CSIP19: mets(/(<dmdSec ID="[^"]*") CREATED="[^"]*"/, '$1'),
  ...referenceDamage(22, (pattern, to) => from('<dmdSec', pattern, to)),
  CSIP33: mets(/<digiprovMD ID="[^"]*"/, '<digiprovMD'),
  ...referenceDamage(36, (pattern, to) => from('<digiprovMD', pattern, to)),
  CSIP46: rights(/ID="id-rights"/, ''),
  ...referenceDamage(49, rights),
  CSIP58: (p) => p.files.set('metadata/okand.txt', new Uint8Array([1])),
  CSIP59: mets(/<fileSec ID="[^"]*"/, '<fileSec'),
  CSIP60: {
    damage: mets(/<fileGrp ID="[^"]*" USE="Documentation">[\s\S]*?<\/fileGrp>/, ''),
    also: ['CSIP58', 'CSIP116'],
  },
  CSIP113: { damage: mets(/<fileGrp ID="[^"]*" USE="Schemas">[\s\S]*?<\/fileGrp>/, ''), also: ['CSIP58', 'CSIP118'] },
  CSIP114: {
    damage: mets(/(<fileGrp ID="[^"]*" USE="Representations[\s\S]*<\/fileGrp>)/, ''),
    also: ['CSIP58', 'CSIP108'],
  },
  CSIP64: { damage: mets(' USE="Documentation"', ''), also: ['CSIP60', 'CSIP116'] },
  CSIP65: {
    damage: mets(/<fileGrp ID="[^"]*" USE="Documentation"/, '<fileGrp USE="Documentation"'),
    also: ['CSIP116'],
  },
  CSIP66: { damage: from('USE="Documentation"', /<file [\s\S]*?<\/file>/, ''), also: ['CSIP58'] },
  CSIP67: mets(/<file ID="[^"]*"/, '<file'),
  CSIP68: from('<file ', / MIMETYPE="[^"]*"/, ''),
  CSIP69: from('<file ', / SIZE="\d+"/, ' SIZE="0"'),
  CSIP70: from('<file ', / CREATED="[^"]*"/, ' CREATED="2026-02-30T00:00:00"'),
  CSIP71: from('<file ', / CHECKSUM="./, ' CHECKSUM="g'),
  CSIP72: from('<file ', 'CHECKSUMTYPE="SHA-256"', 'CHECKSUMTYPE="SHA256"'),
  CSIP76: { damage: mets(/<FLocat [^>]*>/, ''), also: ['CSIP58'] },
  CSIP77: from('<FLocat', 'LOCTYPE="URL"', 'LOCTYPE="OTHER"'),
  CSIP78: from('<FLocat', 'xlink:type="simple"', ''),
  CSIP79: { damage: from('<FLocat', /xlink:href="[^"]*"/, 'xlink:href="finns-inte"'), also: ['CSIP58'] },
  CSIP80: mets(/<structMap[\s\S]*<\/structMap>/, ''),
  CSIP81: mets('TYPE="PHYSICAL"', 'TYPE="LOGICAL"'),
  CSIP82: mets('LABEL="CSIP"', 'LABEL="EGEN"'),
  CSIP83: mets(/<structMap ID="[^"]*"/, '<structMap'),
  CSIP84: mets('</structMap>', '<div ID="id-en-till" LABEL="en till"/></structMap>'),
  CSIP85: mets(/(<structMap [^>]*>\s*)<div ID="[^"]*"/, '$1<div'),
  CSIP86: mets(`LABEL="${archiveContent.objectId}"`, 'LABEL="annat"'),
  CSIP88: mets(/<div ID="[^"]*" LABEL="Metadata"[^>]*>/, ''),
  CSIP89: mets(/<div ID="[^"]*" LABEL="Metadata"/, '<div LABEL="Metadata"'),
  CSIP90: mets('LABEL="Metadata"', 'LABEL="metadata"'),
  ...division('Documentation', ['CSIP94', 'CSIP95', 'CSIP96', 'CSIP116']),
  ...division('Schemas', ['CSIP98', 'CSIP99', 'CSIP100', 'CSIP118']),
  ...division('Representations', ['CSIP102', 'CSIP103', 'CSIP104', 'CSIP119']),
  CSIP106: mets(/<div ID="[^"]*" LABEL="Representations\/pdfa"/, '<div LABEL="Representations/pdfa"'),
  CSIP107: from('<structMap', 'LABEL="Representations/pdfa"', 'LABEL="Representations/annan"'),
  CSIP108: from('<mptr', /xlink:title="[^"]*"/, ''),
  CSIP109: mets(/<mptr [^>]*>/, ''),
  CSIP110: from('<mptr', /xlink:href="representations\/pdfa/, 'xlink:href="Representations/pdfa'),
  CSIP111: from('<mptr', 'xlink:type="simple"', ''),
  CSIP112: from('<mptr', 'LOCTYPE="URL"', 'LOCTYPE="PURL"'),
  'ERMS-READABLE': erms('</erms>', '</erm>'),
  'ERMS-ORDER': erms(/(<title>.*?<\/title>)\s*(<otherTitle.*?<\/otherTitle>)/, '$2$1'),
  'ERMS-MISSING': erms(/<agencyName>.*?<\/agencyName>/, ''),
  'ERMS-ATTRIBUTE': erms('restrictionType="confidential"', 'restrictionType="hemlig"'),
  'ERMS-VALUE': erms(/(dateType="opened">)[^<]*/, '$12025-02-01'),
  'ERMS-OTHER': erms(/ otherAggregationType="[^"]*"/, ''),
  'ERMS-APPENDIX': erms(/path="file:\/\/\/[^"]*"/, 'path="file:///representations/borta.pdf"'),
  'PREMIS-READABLE': premis('</premis>', '</premi>'),
  'PREMIS-ORDER': premis(/(<eventType>.*?<\/eventType>)\s*(<eventDateTime>.*?<\/eventDateTime>)/, '$2$1'),
  'PREMIS-MISSING': premis(/<agentIdentifierValue>.*?<\/agentIdentifierValue>/, ''),
  'PREMIS-ATTRIBUTE': premis('version="3.0"', 'version="2.2"'),
  'PREMIS-VALUE': premis(/(<eventDateTime>)[^<]*/, '$1igår'),
  'PREMIS-FIXITY': premis(/(<messageDigest>)./, '$1z'),
};

describe('the rules of a package', () => {
  it('are all kept by a package of ours, also with rights', () => {
    assert.deepEqual(checkPackage(whole).faults, []);
    const withRights = unpackPackage(whole);
    layRights(withRights);
    assert.deepEqual(checkPackage(withRights.pack()).faults, []);
  });

  it('are the MUSTs that the specifications number, each once', () => {
    const ids = packageRules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const range = (prefix: string, ...parts: readonly (readonly [number, number])[]) =>
      parts.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${first + index}`),
      );
    const csip = range(
      'CSIP',
      ...([
        [1, 2],
        [6, 7],
        [9, 16],
        [18, 19],
        [22, 30],
        [33, 33],
        [36, 44],
        [46, 46],
        [49, 57],
        [59, 60],
      ] as const),
      ...([
        [64, 72],
        [76, 86],
        [88, 90],
        [94, 96],
        [98, 100],
        [102, 104],
        [106, 114],
        [116, 119],
      ] as const),
    );
    const sip = range('SIP', [2, 2], [4, 4], [10, 11], [14, 17], [20, 20], [22, 24], [27, 28], [31, 31]);
    const must = packageRules.filter(
      ({ level, source }) => level === 'MUST' && (source === 'csip' || source === 'sip'),
    );
    assert.deepEqual(must.map(({ id }) => id).toSorted(), ['CSIPSTR1', 'CSIPSTR4', ...csip, ...sip].toSorted());
  });

  it('have a broken package each', () => {
    assert.deepEqual(Object.keys(broken).toSorted(), packageRules.map(({ id }) => id).toSorted());
  });

  for (const [id, one] of Object.entries(broken))
    it(`${id} is broken by its package, and only what is named with it`, () => {
      const { damage, also } = typeof one === 'function' ? { damage: one, also: [] } : one;
      const unpacked = unpackPackage(whole);
      damage(unpacked);
      const report = checkPackage(unpacked.pack());
      assert.deepEqual(report.faults.map(({ rule }) => rule).toSorted(), [id, ...also].toSorted());
      assert.ok(report.faults.every(({ places, says }) => places.length > 0 && says.sv && says.en));
    });
});

test('a fault in the METS of a representation is found there', () => {
  const unpacked = unpackPackage(whole);
  data(/ TYPE="Mixed"/, '')(unpacked);
  const { faults } = checkPackage(unpacked.pack());
  assert.deepEqual(
    faults.map(({ rule, places }) => [rule, places.every((place) => place.startsWith('representations/data/'))]),
    [['CSIP2', true]],
  );
});

test('each byte that is changed in a file of the package is seen', () => {
  const unpacked = unpackPackage(whole);
  const paths = [...unpacked.files.keys()].filter((path) => path !== 'METS.xml' && !path.endsWith('METS.xml'));
  for (const path of paths) {
    const before = unpacked.files.get(path)!;
    const changed = before.slice();
    changed[Math.floor(before.length / 2)]! ^= 1;
    unpacked.files.set(path, changed);
    const seen = checkPackage(unpacked.pack()).faults.map(({ rule }) => rule);
    assert.ok(
      seen.some((rule) => ['CSIP29', 'CSIP43', 'CSIP71'].includes(rule)),
      path,
    );
    unpacked.files.set(path, before);
  }
  assert.deepEqual(checkPackage(unpacked.pack()).faults, [], 'and put back it is whole');
});

test('the same content is the same bytes, and what is no package is refused or judged', async () => {
  const again = await composePackage(archiveContent, { load: loadOriginal });
  assert.ok(Buffer.from(again.bytes).equals(Buffer.from(whole)));
  assert.throws(() => checkPackage(new Uint8Array([1, 2, 3])), { code: 'document.damaged' });
  const { faults } = checkPackage(writeZip([{ name: 'läs-mig.txt', bytes: new Uint8Array([65]) }]));
  assert.ok(faults.some(({ rule }) => rule === 'CSIPSTR4'));
});
