import { capitalised } from '../../documents/tree/recognise.ts';
import { numberOfWord } from '../../kernel/swedish-amounts.ts';
import type { ToldParty } from './agreement-import.ts';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** The month that a sentence names, in the year that the paper is about. */
export function monthOf(word: string, year: number | undefined): { readonly signed?: string } {
  const month = months.indexOf(word.toLocaleLowerCase('sv')) + 1;
  return month === 0 || year === undefined ? {} : { signed: `${year}-${String(month).padStart(2, '0')}` };
}

/** "representanter från fyra kommuner, Region X län och polisen": counted where it counts, named where it names. */
export function partiesIn(words: string): readonly ToldParty[] {
  return words
    .replace(/^representanter (?:från|för) /iu, '')
    .split(/,\s*|\s+och\s+/u)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((name): ToldParty => {
      const count = /^(?<count>\p{L}+|\d{1,3}) kommuner$/iu.exec(name)?.groups?.count;
      const members = count === undefined ? undefined : (numberOfWord(count) ?? Number(count));
      const known = members !== undefined && Number.isInteger(members);
      return { name: known ? name : capitalised(name), kind: kindOf(name), ...(known && { members }) };
    });
}

function kindOf(name: string): ToldParty['kind'] {
  if (/^region(?:en)?(?!\p{L})/iu.test(name)) return 'region';
  if (/kommun(?:er|en)?$/iu.test(name)) return 'municipality';
  if (/polis/iu.test(name)) return 'police';
  return 'other';
}
