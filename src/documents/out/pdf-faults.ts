import type { Localized } from '../../kernel/language.ts';

/**
 * What our check of a written PDF can find, with the rule it breaks: UA is ISO 14289-1 (PDF/UA-1), A is ISO 19005-2 (PDF/A-2 level A). A row
 * is a thing a machine can see; whether a text alternative is a good one only a person can.
 */
export const pdfFaults = {
  unreadable: {
    rule: 'ISO 32000-1',
    text: { sv: 'Filen går inte att läsa som PDF.', en: 'The file cannot be read as PDF.' },
  },
  encrypted: { rule: 'A 6.1.3', text: { sv: 'Filen är krypterad.', en: 'The file is encrypted.' } },
  noFileId: { rule: 'A 6.1.3', text: { sv: 'Filen saknar ID.', en: 'The file has no ID in its trailer.' } },
  notMarked: {
    rule: 'UA 6.2',
    text: { sv: 'Filen säger inte att den är taggad.', en: 'The file does not say that it is tagged.' },
  },
  noStructure: {
    rule: 'UA 7.1',
    text: { sv: 'Strukturträdet saknas eller är tomt.', en: 'The structure tree is missing or empty.' },
  },
  noLanguage: { rule: 'UA 7.2', text: { sv: 'Språket är inte angivet.', en: 'The language is not given.' } },
  noTitle: { rule: 'UA 7.1', text: { sv: 'Titeln saknas i metadata.', en: 'The metadata has no title.' } },
  titleNotShown: {
    rule: 'UA 7.1',
    text: {
      sv: 'Fönstret visar filnamnet i stället för titeln.',
      en: 'The window shows the file name, not the title.',
    },
  },
  noMetadata: { rule: 'UA 7.1', text: { sv: 'XMP-metadata saknas.', en: 'The file has no XMP metadata.' } },
  notArchival: {
    rule: 'A 6.6.4',
    text: { sv: 'Filen säger inte att den är PDF/A-2a.', en: 'The file does not say that it is PDF/A-2a.' },
  },
  notAccessible: {
    rule: 'UA 5',
    text: { sv: 'Filen säger inte att den är PDF/UA-1.', en: 'The file does not say that it is PDF/UA-1.' },
  },
  noUaSchema: {
    rule: 'A 6.6.2.3',
    text: {
      sv: 'PDF/UA-märkningen är inte beskriven för arkivet.',
      en: 'The PDF/UA mark is not described for the archive.',
    },
  },
  noOutputIntent: {
    rule: 'A 6.2.3',
    text: { sv: 'Färgrymden är inte angiven.', en: 'The colour space is not given.' },
  },
  script: { rule: 'A 6.5.1', text: { sv: 'Filen innehåller skript.', en: 'The file contains a script.' } },
  unknownRole: { rule: 'UA 7.1', text: { sv: 'En tagg har en okänd roll.', en: 'A tag has an unknown role.' } },
  wrongNesting: { rule: 'UA 7.2', text: { sv: 'En tagg står på fel plats.', en: 'A tag stands in the wrong place.' } },
  headingSkipped: { rule: 'UA 7.4.2', text: { sv: 'En rubriknivå är överhoppad.', en: 'A heading level is skipped.' } },
  figureWithoutText: {
    rule: 'UA 7.3',
    text: { sv: 'En bild saknar alternativtext.', en: 'A figure has no alternative text.' },
  },
  tableWithoutHeader: {
    rule: 'UA 7.5',
    text: { sv: 'En tabell saknar rubrikceller.', en: 'A table has no header cells.' },
  },
  headerWithoutScope: {
    rule: 'UA 7.5',
    text: { sv: 'En rubrikcell säger inte vad den gäller.', en: 'A header cell does not say what it covers.' },
  },
  untaggedContent: {
    rule: 'UA 7.1',
    text: { sv: 'Något på sidan är varken taggat eller dekoration.', en: 'Content is neither tagged nor an artifact.' },
  },
  orphanContent: {
    rule: 'UA 7.1',
    text: {
      sv: 'Innehåll är märkt men finns inte i strukturträdet.',
      en: 'Marked content is not in the structure tree.',
    },
  },
  missingContent: {
    rule: 'UA 7.1',
    text: {
      sv: 'Strukturträdet pekar på innehåll som inte finns.',
      en: 'The structure tree points at content that is not there.',
    },
  },
  noStructParents: {
    rule: 'UA 7.1',
    text: { sv: 'En sida är inte knuten till strukturträdet.', en: 'A page is not tied to the structure tree.' },
  },
  noTabOrder: { rule: 'UA 7.18.3', text: { sv: 'En sida saknar tabbordning.', en: 'A page has no tab order.' } },
  linkWithoutText: { rule: 'UA 7.18.5', text: { sv: 'En länk saknar beskrivning.', en: 'A link has no description.' } },
  linkNotTagged: {
    rule: 'UA 7.18.5',
    text: { sv: 'En länk finns inte i strukturträdet.', en: 'A link is not in the structure tree.' },
  },
  fontNotEmbedded: {
    rule: 'A 6.2.11.4',
    text: { sv: 'Ett typsnitt är inte inbäddat.', en: 'A font is not embedded.' },
  },
  fontWithoutUnicode: {
    rule: 'A 6.2.11.7',
    text: { sv: 'Ett typsnitt kan inte läsas som text.', en: 'A font cannot be read as text.' },
  },
} as const satisfies Record<string, { readonly rule: string; readonly text: Localized }>;

export type PdfFaultCode = keyof typeof pdfFaults;

/** One finding of the check; `where` names the page, tag or font. */
export type PdfFault = { readonly code: PdfFaultCode; readonly where?: string };
