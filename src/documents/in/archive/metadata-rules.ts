import { createHash } from 'node:crypto';
import type { Localized } from '../../../kernel/language.ts';
import { childOf, descendantsOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import { faultsOf, type ShapeFaultKind, type Shapes, shapeFaults } from './element-shape.ts';
import { ermsShapes, premisShapes } from './metadata-shapes.ts';
import { type OpenedPackage, xmlIn } from './open-package.ts';
import type { PackageRule, RuleSource } from './package-rule.ts';

const says: Readonly<Record<ShapeFaultKind, Localized>> = {
  order: {
    sv: 'Elementen ska vara kända och stå i schemats ordning.',
    en: 'Elements must be known and in the order of the schema.',
  },
  missing: { sv: 'Obligatoriska element ska finnas.', en: 'Mandatory elements must be there.' },
  attribute: { sv: 'Attributen ska vara schemats.', en: 'Attributes must be those of the schema.' },
  value: { sv: 'Värden ska ha schemats typ.', en: 'Values must have the type of the schema.' },
};

/** One file of metadata that follows a schema: where it lies, what its root is called, and the part of the schema that we use. */
const kinds: readonly {
  readonly source: RuleSource;
  readonly path: string;
  readonly root: string;
  readonly shapes: Shapes;
}[] = [
  { source: 'erms', path: 'metadata/descriptive/erms.xml', root: 'erms:erms', shapes: ermsShapes },
  { source: 'premis', path: 'metadata/preservation/premis.xml', root: 'premis:premis', shapes: premisShapes },
];

/** What the description and the history must be like, after their schemas, and that they speak of the files that are there. */
export const metadataRules: readonly PackageRule[] = [
  ...kinds.flatMap(({ source, path, root, shapes }) => [
    rule(
      source,
      'READABLE',
      path,
      {
        sv: 'Filen ska finnas och vara XML med rätt rot.',
        en: 'The file must be there and be XML with the right root.',
      },
      ({ files }) => {
        const bytes = files.get(path);
        return bytes && xmlIn(bytes)?.name === root ? [] : [path];
      },
    ),
    ...shapeFaults.map((kind) =>
      rule(source, kind.toUpperCase(), path, says[kind], (opened) => {
        const found = rootOf(opened, path, root);
        return found ? faultsOf(found, shapes).flatMap((fault) => (fault.kind === kind ? [fault.place] : [])) : [];
      }),
    ),
  ]),
  rule(
    'erms',
    'OTHER',
    'aggregation/@otherAggregationType',
    { sv: 'Ett eget slag ska ha ett namn.', en: 'A kind of one’s own must have a name.' },
    (opened) =>
      every(opened, 0, 'erms:aggregation').flatMap(({ attributes }) =>
        attributes.aggregationType === 'own_aggregation_definition' && !attributes.otherAggregationType?.trim()
          ? [attributes.systemIdentifier ?? 'aggregation']
          : [],
      ),
  ),
  rule(
    'erms',
    'APPENDIX',
    'appendix/@path',
    { sv: 'Varje fil som beskrivs ska finnas.', en: 'Each file that is described must be there.' },
    (opened) =>
      every(opened, 0, 'erms:appendix').flatMap(({ attributes }) =>
        opened.files.has((attributes.path ?? '').replace(/^file:\/\/\//, '')) ? [] : [attributes.path ?? 'appendix'],
      ),
  ),
  rule(
    'premis',
    'FIXITY',
    'object/objectCharacteristics/fixity',
    { sv: 'Kontrollsummorna ska vara filernas.', en: 'The checksums must be those of the files.' },
    (opened) =>
      every(opened, 1, 'premis:object').flatMap((one) => {
        const path = textOf(childOf(childOf(one, 'premis:objectIdentifier'), 'premis:objectIdentifierValue'));
        const fixity = childOf(childOf(one, 'premis:objectCharacteristics'), 'premis:fixity');
        if (!fixity) return [];
        const bytes = opened.files.get(path);
        const told = textOf(childOf(fixity, 'premis:messageDigest')).trim();
        return bytes && createHash('sha256').update(bytes).digest('hex') === told ? [] : [path];
      }),
  ),
];

function rule(
  source: RuleSource,
  name: string,
  where: string,
  text: Localized,
  check: PackageRule['check'],
): PackageRule {
  return { id: `${source.toUpperCase()}-${name}`, source, level: 'MUST', where, says: text, check };
}

function rootOf({ files }: OpenedPackage, path: string, name: string): XmlElement | undefined {
  const bytes = files.get(path);
  const root = bytes && xmlIn(bytes);
  return root?.name === name ? root : undefined;
}

function every(opened: OpenedPackage, kind: 0 | 1, name: string): readonly XmlElement[] {
  const { path, root } = kinds[kind]!;
  const found = rootOf(opened, path, root);
  return found ? [...descendantsOf(found, name)] : [];
}
