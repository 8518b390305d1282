import { childOf, childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import type { MetsDocument } from './open-package.ts';
import { attributeRule, elementsAt, exactly, metsRule, moment, type PackageRule } from './package-rule.ts';

const rootOf = ({ root }: MetsDocument) => [root];
const headerOf = (mets: MetsDocument) => elementsAt(mets, 'metsHdr');

/** The agent that names the program: by what it is told to be, so that one fault in it does not hide it. */
export function softwareAgent(mets: MetsDocument): XmlElement | undefined {
  const agents = elementsAt(mets, 'metsHdr/agent');
  return (
    agents.find(({ attributes }) => attributes.OTHERTYPE === 'SOFTWARE') ??
    agents.find(({ attributes }) => attributes.TYPE === 'OTHER')
  );
}

const software = (mets: MetsDocument) => {
  const agent = softwareAgent(mets);
  return agent ? [agent] : [];
};

/** The METS root and its header, with the program that made the package (CSIP 5.3.1 and 5.3.2). */
export const rootRules: readonly PackageRule[] = [
  attributeRule('CSIP1', 'mets/@OBJID', rootOf, 'OBJID', {
    says: { sv: 'ska vara mappens namn', en: 'must be the name of the folder' },
    holds: (value, _element, { folder }) => value === folder,
  }),
  attributeRule('CSIP2', 'mets/@TYPE', rootOf, 'TYPE'),
  attributeRule('CSIP6', 'mets/@PROFILE', rootOf, 'PROFILE'),
  attributeRule('SIP2', 'mets/@PROFILE', rootOf, 'PROFILE', exactly('https://earksip.dilcis.eu/profile/E-ARK-SIP.xml')),
  metsRule(
    'CSIP117',
    'mets/metsHdr',
    { sv: 'mets/metsHdr ska finnas en gång.', en: 'mets/metsHdr must be there once.' },
    (mets) => (headerOf(mets).length === 1 ? [] : ['metsHdr']),
  ),
  attributeRule('CSIP7', 'mets/metsHdr/@CREATEDATE', headerOf, 'CREATEDATE', moment),
  attributeRule('CSIP9', 'mets/metsHdr/@csip:OAISPACKAGETYPE', headerOf, 'csip:OAISPACKAGETYPE'),
  attributeRule('SIP4', 'mets/metsHdr/@csip:OAISPACKAGETYPE', headerOf, 'csip:OAISPACKAGETYPE', exactly('SIP')),
  metsRule(
    'CSIP10',
    'mets/metsHdr/agent',
    {
      sv: 'Programmet som gjorde paketet ska vara en agent.',
      en: 'The program that made the package must be an agent.',
    },
    (mets) => (headerOf(mets).length === 0 || softwareAgent(mets) ? [] : ['metsHdr']),
  ),
  attributeRule('CSIP11', 'mets/metsHdr/agent/@ROLE', software, 'ROLE', exactly('CREATOR')),
  attributeRule('CSIP12', 'mets/metsHdr/agent/@TYPE', software, 'TYPE', exactly('OTHER')),
  attributeRule('CSIP13', 'mets/metsHdr/agent/@OTHERTYPE', software, 'OTHERTYPE', exactly('SOFTWARE')),
  metsRule(
    'CSIP14',
    'mets/metsHdr/agent/name',
    { sv: 'Programmets namn ska stå en gång.', en: 'The name of the program must stand once.' },
    (mets) => software(mets).flatMap((one) => (names(one) === 1 ? [] : ['agent/name'])),
  ),
  metsRule(
    'CSIP15',
    'mets/metsHdr/agent/note',
    { sv: 'Programmets version ska stå som anmärkning.', en: 'The version of the program must stand as a note.' },
    (mets) => software(mets).flatMap((one) => (textOf(childOf(one, 'mets:note')).trim() ? [] : ['agent/note'])),
  ),
  attributeRule(
    'CSIP16',
    'mets/metsHdr/agent/note/@csip:NOTETYPE',
    (mets) => software(mets).flatMap((one) => childrenOf(one, 'mets:note')),
    'csip:NOTETYPE',
    exactly('SOFTWARE VERSION'),
  ),
];

const names = (agent: XmlElement): number =>
  childrenOf(agent, 'mets:name').filter((name) => textOf(name).trim() !== '').length;
