import { type Block, heading, link, text } from '../../documents/tree/index.ts';
import type { SectionFacts } from './minutes-facts.ts';

/** The list of §§ with diary number and title, each leading to its place. */
export function contentsBlocks(sections: readonly SectionFacts[]): readonly Block[] {
  if (sections.length === 0) return [];
  return [
    heading(1, 'Ärendelista', 'arendelista'),
    {
      kind: 'table',
      caption: 'Ärenden i protokollet',
      header: [[text('Paragraf')], [text('Diarienummer')], [text('Ärende')]],
      rows: sections.map((section) => [
        [text(sectionLabel(section))],
        [text(section.registrationNumber ?? '–')],
        [link(`#${sectionAnchor(section)}`, section.title)],
      ]),
      rowHeader: true,
    },
  ];
}

/** "§ 41", or the number of the item where the body has no §. */
export function sectionLabel(section: Pick<SectionFacts, 'number' | 'itemNumber'>): string {
  return section.number === null ? (section.itemNumber ?? '–') : `§ ${section.number}`;
}

/** The place of a § within the document; by its number, so that the address is the same in every version. */
export function sectionAnchor(section: Pick<SectionFacts, 'number' | 'itemId'>): string {
  return section.number === null ? `punkt-${section.itemId}` : `paragraf-${section.number}`;
}
