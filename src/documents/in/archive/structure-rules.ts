import { childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { groupsFor } from './file-rules.ts';
import type { MetsDocument } from './open-package.ts';
import { attributeRule, elementsAt, exactly, metsRule, nameOf, type PackageRule, uniqueId } from './package-rule.ts';
import { existingFile } from './reference-rules.ts';

/** The structural map that CSIP speaks of: the one with its label, else the first. */
const mapOf = (mets: MetsDocument): readonly XmlElement[] => {
  const maps = elementsAt(mets, 'structMap');
  const map = maps.find(({ attributes }) => attributes.LABEL === 'CSIP') ?? maps[0];
  return map ? [map] : [];
};
const mainOf = (mets: MetsDocument) => mapOf(mets).flatMap((map) => childrenOf(map, 'mets:div').slice(0, 1));
const divisionsOf = (mets: MetsDocument) => mainOf(mets).flatMap((div) => childrenOf(div, 'mets:div'));
const labelled = (label: string) => (mets: MetsDocument) =>
  divisionsOf(mets).filter((div) => div.attributes.LABEL?.toLowerCase() === label.toLowerCase());
const metadataOf = (mets: MetsDocument) =>
  divisionsOf(mets).filter(
    ({ attributes }) =>
      attributes.LABEL?.toLowerCase() === 'metadata' ||
      attributes.ADMID !== undefined ||
      attributes.DMDID !== undefined,
  );
/** A division of a representation: it is called so, or points at a METS. */
const representationsOf = (mets: MetsDocument) =>
  divisionsOf(mets).filter(
    (div) => /^representations\/./i.test(div.attributes.LABEL ?? '') || childrenOf(div, 'mets:mptr').length > 0,
  );
const pointersOf = (mets: MetsDocument) => representationsOf(mets).flatMap((div) => childrenOf(div, 'mets:mptr'));

const map = "mets/structMap[@LABEL='CSIP']";
const within = `${map}/div/div`;

/** The four rules that each division with files of its own keeps: id, label, one pointer for each group, and pointers that lead there. */
function divisionRules(label: string, ids: readonly [id: string, label: string, pointers: string, target: string]) {
  const where = `${within}[@LABEL='${label}']`;
  const [id, name, pointers, target] = ids;
  return [
    attributeRule(id, `${where}/@ID`, labelled(label), 'ID', uniqueId),
    attributeRule(name, where, labelled(label), 'LABEL', exactly(label)),
    metsRule(
      pointers,
      `${where}/fptr`,
      { sv: `Varje filgrupp ${label} ska pekas ut.`, en: `Each group of files ${label} must be pointed at.` },
      (mets) =>
        labelled(label)(mets).flatMap((div) =>
          childrenOf(div, 'mets:fptr').length >= groupsFor(mets, label).length ? [] : [nameOf(div)],
        ),
    ),
    attributeRule(
      target,
      `${where}/fptr/@FILEID`,
      (mets) => labelled(label)(mets).flatMap((div) => childrenOf(div, 'mets:fptr')),
      'FILEID',
      {
        says: { sv: `ska vara id för en filgrupp ${label}`, en: `must be the id of a group of files ${label}` },
        holds: (value, _element, mets) => groupsFor(mets, label).some(({ attributes }) => attributes.ID === value),
      },
    ),
  ];
}

/** How the package hangs together: divisions for metadata, documentation, schemas and each representation (CSIP 5.3.6). */
export const structureRules: readonly PackageRule[] = [
  metsRule(
    'CSIP80',
    'mets/structMap',
    { sv: 'En strukturkarta ska finnas.', en: 'There must be a structural map.' },
    (mets) => (elementsAt(mets, 'structMap').length > 0 ? [] : ['structMap']),
  ),
  attributeRule('CSIP81', 'mets/structMap/@TYPE', mapOf, 'TYPE', exactly('PHYSICAL')),
  metsRule(
    'CSIP82',
    'mets/structMap/@LABEL',
    { sv: 'En strukturkarta ska heta CSIP.', en: 'One structural map must be called CSIP.' },
    (mets) => {
      const maps = elementsAt(mets, 'structMap');
      const named = maps.filter(({ attributes }) => attributes.LABEL === 'CSIP').length;
      return maps.length === 0 || named === 1 ? [] : [`structMap × ${named}`];
    },
  ),
  attributeRule('CSIP83', `${map}/@ID`, mapOf, 'ID', uniqueId),
  metsRule(
    'CSIP84',
    `${map}/div`,
    { sv: 'Strukturkartan ska ha en enda huvuddel.', en: 'The structural map must have a single main division.' },
    (mets) => mapOf(mets).flatMap((one) => (childrenOf(one, 'mets:div').length === 1 ? [] : [nameOf(one)])),
  ),
  attributeRule('CSIP85', `${map}/div/@ID`, mainOf, 'ID', uniqueId),
  attributeRule('CSIP86', `${map}/div/@LABEL`, mainOf, 'LABEL', {
    says: { sv: 'ska vara samma som mets/@OBJID', en: 'must be the same as mets/@OBJID' },
    holds: (value, _element, { root, folder }) => value === (root.attributes.OBJID ?? folder),
  }),
  metsRule(
    'CSIP88',
    `${within}[@LABEL='Metadata']`,
    { sv: 'En del ska vara metadata.', en: 'One division must be the metadata.' },
    (mets) => (mainOf(mets).length === 0 || metadataOf(mets).length === 1 ? [] : ['div']),
  ),
  attributeRule('CSIP89', `${within}[@LABEL='Metadata']/@ID`, metadataOf, 'ID', uniqueId),
  attributeRule('CSIP90', `${within}[@LABEL='Metadata']`, metadataOf, 'LABEL', exactly('Metadata')),
  ...divisionRules('Documentation', ['CSIP94', 'CSIP95', 'CSIP96', 'CSIP116']),
  ...divisionRules('Schemas', ['CSIP98', 'CSIP99', 'CSIP100', 'CSIP118']),
  ...divisionRules('Representations', ['CSIP102', 'CSIP103', 'CSIP104', 'CSIP119']),
  attributeRule('CSIP106', `${within}/@ID`, representationsOf, 'ID', uniqueId),
  metsRule(
    'CSIP107',
    `${within}/@LABEL`,
    {
      sv: 'En representations del ska heta som mappen med dess METS.',
      en: 'The division of a representation must be called as the folder of its METS.',
    },
    (mets) =>
      representationsOf(mets).flatMap((div) => {
        const href = childrenOf(div, 'mets:mptr')[0]?.attributes['xlink:href'];
        const label = div.attributes.LABEL;
        const told = href === undefined || label?.toLowerCase() === href.replace(/\/METS\.xml$/, '').toLowerCase();
        return label && (told || !/\/METS\.xml$/.test(href)) ? [] : [nameOf(div)];
      }),
  ),
  attributeRule('CSIP108', `${within}/mptr/@xlink:title`, pointersOf, 'xlink:title', {
    says: {
      sv: 'ska vara id för representationens filgrupp',
      en: 'must be the id of the representation’s group of files',
    },
    holds: (value, _element, mets) =>
      groupsFor(mets, 'Representations').some(({ attributes }) => attributes.ID === value),
  }),
  metsRule(
    'CSIP109',
    `${within}/mptr`,
    {
      sv: 'En representations del ska peka på en METS.',
      en: 'The division of a representation must point at one METS.',
    },
    (mets) =>
      representationsOf(mets).flatMap((div) => (childrenOf(div, 'mets:mptr').length === 1 ? [] : [nameOf(div)])),
  ),
  attributeRule('CSIP110', `${within}/mptr/@xlink:href`, pointersOf, 'xlink:href', existingFile),
  attributeRule('CSIP111', `${within}/mptr/@xlink:type`, pointersOf, 'xlink:type', exactly('simple')),
  attributeRule('CSIP112', `${within}/mptr/@LOCTYPE`, pointersOf, 'LOCTYPE', exactly('URL')),
];
