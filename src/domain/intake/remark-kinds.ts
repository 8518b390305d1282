import type { Localized } from '../../kernel/language.ts';

type RemarkKind = { readonly label: Localized; readonly advice: Localized; readonly codes: readonly string[] };

/**
 * What a remark of the reading is about, and what a person can do. A row gathers the codes of the checks that are settled in the same way; a code
 * that stands in none of them is `other`. The remark itself says what was found, in the words of the paper.
 */
export const remarkKinds = {
  dates: {
    label: { sv: 'dagar och tider', en: 'days and times' },
    advice: {
      sv: 'Se efter i kallelsen eller kalendern vilken dag som gäller, och ändra förslaget.',
      en: 'Look in the notice or the calendar which day holds, and change the proposal.',
    },
    codes: [
      'weekdayDiffers',
      'dateUnreadable',
      'futureMeeting',
      'meetingDayMissing',
      'timeStyleMixed',
      'versionDatesDiffer',
      'dateOfFileDiffers',
      'deliverableLate',
      'deliverableWithoutDate',
    ],
  },
  figures: {
    label: { sv: 'tal och summor', en: 'figures and sums' },
    advice: {
      sv: 'Räkna efter mot källan. Skriv det tal som är rätt, eller fråga den som gjort handlingen.',
      en: 'Check the figures against the source. Write the right one, or ask who made the document.',
    },
    codes: [
      'sumDiffers',
      'voteCountDiffers',
      'voteUnreadable',
      'denominatorsMixed',
      'unverifiedNumber',
      'numberRepeated',
      'paragraphNumberRepeated',
    ],
  },
  names: {
    label: { sv: 'namn och platser', en: 'names and places' },
    advice: {
      sv: 'Bestäm vilket namn som är det rätta, och skriv det i förslaget.',
      en: 'Decide which name is the right one, and write it in the proposal.',
    },
    codes: [
      'bodyAlias',
      'personSpelledTwoWays',
      'placeSpelledTwoWays',
      'absentPersonMentioned',
      'labelVariants',
      'paperNameDiffers',
      'placeConflict',
      'roomAddressDiffers',
    ],
  },
  wording: {
    label: { sv: 'texter som säger olika', en: 'texts that differ' },
    advice: {
      sv: 'Läs båda ställena och avgör vilken lydelse som gäller innan du bekräftar.',
      en: 'Read both places and decide which wording holds before you confirm.',
    },
    codes: [
      'proposalDrift',
      'goalWordingDiffers',
      'modalityDiffers',
      'claimContradicted',
      'contentsDiffer',
      'copiedForward',
      'draftState',
    ],
  },
  missing: {
    label: { sv: 'sådant som saknas eller pekar fel', en: 'what is missing or points wrongly' },
    advice: {
      sv: 'Leta upp uppgiften i en annan handling eller hos den som vet, och fyll i den. Det som inte går att få veta lämnas tomt.',
      en: 'Find the value in another document or with who knows, and fill it in. What cannot be known is left empty.',
    },
    codes: [
      'answerMissing',
      'quotationMissing',
      'moneyWithoutDecision',
      'paragraphNumberGap',
      'diaryNumberShifted',
      'referenceElsewhere',
      'conditionRefersWrong',
      'bracketUnclosed',
      'columnCutOff',
    ],
  },
  damaged: {
    label: { sv: 'skadad eller otydlig text', en: 'damaged or unclear text' },
    advice: {
      sv: 'Jämför med bilden av sidan eller originalet. Det som inte går att läsa är okänt, aldrig Nej.',
      en: 'Compare with the picture of the page or the original. What cannot be read is unknown, never No.',
    },
    codes: ['tickUnreadable', 'rowLabelDamaged', 'damagedPage', 'brokenMark', 'encodingGuessed', 'mislabelled'],
  },
  other: {
    label: { sv: 'annat', en: 'other' },
    advice: {
      sv: 'Läs stället i källan och avgör om förslaget stämmer.',
      en: 'Read the place in the source and decide whether the proposal is right.',
    },
    codes: [],
  },
} as const satisfies Record<string, RemarkKind>;

export type RemarkKindName = keyof typeof remarkKinds;
export const remarkKindNames = Object.keys(remarkKinds) as readonly RemarkKindName[];

/** What a remark is about, by its code. */
export function remarkKindOf(code: string): RemarkKindName {
  return remarkKindNames.find((name) => (remarkKinds[name].codes as readonly string[]).includes(code)) ?? 'other';
}
