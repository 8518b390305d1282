import { type Block, heading, paragraph, text } from '../../documents/tree/index.ts';
import { signerRoles } from './minutes.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { sectionRange } from './minutes-facts.ts';

/** The page on which it says who signs what. The signatures themselves stand beside the document, because they are bound to its hash. */
export function signaturePageBlocks(facts: Pick<MinutesFacts, 'signers' | 'secretary' | 'sections'>): readonly Block[] {
  const range = sectionRange(facts.sections.flatMap(({ number }) => (number === null ? [] : [number])));
  const signing = facts.signers.map(({ role, name }) => [signerRoles[role].sv, name] as const);
  const keeper = facts.secretary && !facts.signers.some(({ role }) => role === 'secretary');
  const rows = [...(keeper ? [['vid protokollet', facts.secretary] as const] : []), ...signing];
  if (rows.length === 0) return [];
  return [
    heading(1, 'Underskrifter', 'underskrifter'),
    ...(range ? [paragraph(`Protokollet omfattar ${range}.`)] : []),
    {
      kind: 'table',
      caption: 'Den som för protokollet och de som justerar det',
      header: [[text('Uppgift')], [text('Namn')]],
      rows: rows.map(([what, name]) => [[text(what ?? '')], [text(name ?? '')]]),
      rowHeader: true,
    },
  ];
}
