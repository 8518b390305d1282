import { childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import type { MetsDocument } from './open-package.ts';
import { attributeRule, elementsAt, exactly, metsRule, type PackageRule } from './package-rule.ts';
import { softwareAgent } from './root-rules.ts';

/** The parts that people and organisations have in a package that is handed over (SIP9, SIP15, SIP21, SIP26). */
export type AgentPart = 'creator' | 'submitter' | 'contact' | 'preserver';

/**
 * Who is who among the agents of a header. Those whose role says it come first; an agent with a role that nobody has takes the first part that is
 * still free, so that the rule about that role can find it.
 */
export function partsOf(mets: MetsDocument): ReadonlyMap<AgentPart, XmlElement> {
  const program = softwareAgent(mets);
  const agents = elementsAt(mets, 'metsHdr/agent').filter((one) => one !== program);
  const parts = new Map<AgentPart, XmlElement>();
  const take = (part: AgentPart, agent: XmlElement | undefined) => {
    if (agent && !parts.has(part) && ![...parts.values()].includes(agent)) parts.set(part, agent);
  };
  const makers = agents.filter(({ attributes }) => attributes.ROLE === 'CREATOR');
  take(
    'creator',
    agents.find(({ attributes }) => attributes.ROLE === 'ARCHIVIST'),
  );
  take(
    'preserver',
    agents.find(({ attributes }) => attributes.ROLE === 'PRESERVATION'),
  );
  const known = new Set(['ARCHIVIST', 'PRESERVATION', 'CREATOR']);
  const lost = agents.filter(({ attributes }) => !known.has(attributes.ROLE ?? ''));
  const organisation = makers.find(({ attributes }) => attributes.TYPE !== 'INDIVIDUAL');
  // Without an organisation the submitter may be a person, unless somebody with a lost role stands there for the submitter.
  take('submitter', organisation ?? (lost.some(isOrganisation) && parts.has('creator') ? undefined : makers[0]));
  for (const one of makers) take('contact', one);
  for (const one of lost) {
    const free = (['creator', 'submitter', 'contact', 'preserver'] as const).filter((part) => !parts.has(part));
    take(free.find((part) => (part === 'contact') === !isOrganisation(one)) ?? free[0] ?? 'creator', one);
  }
  return parts;
}

const isOrganisation = ({ attributes }: XmlElement): boolean => attributes.TYPE === 'ORGANIZATION';
const party = exactly('ORGANIZATION', 'INDIVIDUAL');
const of = (part: AgentPart) => (mets: MetsDocument) => {
  const agent = partsOf(mets).get(part);
  return agent ? [agent] : [];
};
const notesOf = (part: AgentPart) => (mets: MetsDocument) =>
  of(part)(mets).flatMap((one) => childrenOf(one, 'mets:note'));
const at = (name: string): string => `mets/metsHdr/agent/${name}`;
const coded = exactly('IDENTIFICATIONCODE');

/** Who created the archive, who hands it over, whom to ask and who preserves it (the METS profile of E-ARK SIP 2.1.0). */
export const agentRules: readonly PackageRule[] = [
  attributeRule('SIP10', at('@ROLE'), of('creator'), 'ROLE', exactly('ARCHIVIST')),
  attributeRule('SIP11', at('@TYPE'), of('creator'), 'TYPE', party),
  attributeRule('SIP14', at('note/@csip:NOTETYPE'), notesOf('creator'), 'csip:NOTETYPE', coded),
  metsRule(
    'SIP15',
    'mets/metsHdr/agent',
    { sv: 'Den som överlämnar paketet ska vara en agent.', en: 'Whoever hands over the package must be an agent.' },
    (mets) => (elementsAt(mets, 'metsHdr').length === 0 || partsOf(mets).has('submitter') ? [] : ['metsHdr']),
  ),
  attributeRule('SIP16', at('@ROLE'), of('submitter'), 'ROLE', exactly('CREATOR')),
  attributeRule('SIP17', at('@TYPE'), of('submitter'), 'TYPE', party),
  attributeRule('SIP20', at('note/@csip:NOTETYPE'), notesOf('submitter'), 'csip:NOTETYPE', coded),
  attributeRule('SIP22', at('@ROLE'), of('contact'), 'ROLE', exactly('CREATOR')),
  attributeRule('SIP23', at('@TYPE'), of('contact'), 'TYPE', exactly('INDIVIDUAL')),
  metsRule(
    'SIP24',
    at('name'),
    { sv: 'Kontaktpersonen ska ha ett namn.', en: 'The contact person must have a name.' },
    (mets) =>
      of('contact')(mets).flatMap((one) => {
        const [name, ...more] = childrenOf(one, 'mets:name');
        return name && more.length === 0 && textOf(name).trim() ? [] : ['agent/name'];
      }),
  ),
  attributeRule('SIP27', at('@ROLE'), of('preserver'), 'ROLE', exactly('PRESERVATION')),
  attributeRule('SIP28', at('@TYPE'), of('preserver'), 'TYPE', exactly('ORGANIZATION')),
  attributeRule('SIP31', at('note/@csip:NOTETYPE'), notesOf('preserver'), 'csip:NOTETYPE', coded),
];
