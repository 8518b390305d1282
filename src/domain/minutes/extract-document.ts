import { type Block, type DocumentTree, heading, paragraph } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { longDate } from './document-words.ts';

/** What an extract says of the decision beside the § itself: the five points of förvaltningslagen 31 § (R-FL-2). */
export type ExtractFacts = {
  readonly authority: string;
  readonly body: string;
  readonly label: string;
  readonly title: string;
  readonly registrationNumber: string | null;
  readonly decidedOn: CivilDate;
  /** Who decided: the body, by those who served. */
  readonly decidedBy: readonly string[];
  readonly presentedBy: readonly string[];
  /** Who took part in the handling without deciding. */
  readonly tookPart: readonly string[];
  readonly adjustedOn: CivilDate | null;
  readonly contentHash: string | null;
  /** How it is appealed, in the words of `notices`; empty where it cannot be. */
  readonly appeal: readonly string[];
};

/**
 * One § as a document of its own (protokollsutdrag), to be sent to those it concerns. It carries day, content, who decided, who presented and who took
 * part without deciding (R-FL-2), and where it was taken from, so that it can be compared with the minutes.
 */
export function extractDocument(facts: ExtractFacts, section: readonly Block[]): DocumentTree {
  const fact = (label: string, words: readonly string[]) =>
    words.length > 0 ? [{ label, value: words.join(', ') }] : [{ label, value: '–' }];
  return {
    title: `Protokollsutdrag ${facts.label}`,
    subtitle: facts.title,
    author: facts.authority,
    language: 'sv',
    date: facts.decidedOn,
    facts: [
      { label: 'Organ', value: facts.body },
      { label: 'Beslutsdag', value: longDate(facts.decidedOn) },
      ...(facts.registrationNumber ? [{ label: 'Diarienummer', value: facts.registrationNumber }] : []),
      ...fact('Beslutat av', facts.decidedBy),
      ...fact('Föredragande', facts.presentedBy),
      ...fact('Deltog utan att besluta', facts.tookPart),
    ],
    blocks: [
      heading(1, 'Paragrafen'),
      ...section,
      ...(facts.appeal.length > 0
        ? [heading(1, 'Hur man överklagar'), ...facts.appeal.map((one) => paragraph(one))]
        : []),
      heading(1, 'Utdragets riktighet'),
      paragraph(
        facts.adjustedOn && facts.contentHash
          ? `Utdraget stämmer ord för ord med protokollet som justerades den ${longDate(facts.adjustedOn)} (kontrollsumma ${facts.contentHash}).`
          : 'Protokollet är inte justerat.',
      ),
    ],
  };
}
