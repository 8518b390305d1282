import { type ReadProblem, spanOfLines } from '../../../../documents/tree/recognise.ts';
import { findAmounts } from '../../../../kernel/swedish-amounts.ts';
import { decidedSentences, type MinutesItem, minutesItems, textOfItem } from '../../../meetings/index.ts';
import type { Check } from './check-bundle.ts';

const spends = /(?<!\p{L})(?:budget|finansier|avsätt|bekosta|medel(?!\p{L})|nära vård-medel)/iu;

/** Minutes in which money is set aside and nothing is said to be decided (E-24, DEC-11), or that call one paper by two names (E-22). */
export const minutesItemProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'minutes')
    .flatMap((reading) =>
      minutesItems(reading).flatMap((item) => [
        ...(decidedSentences(item, reading).length === 0 ? moneyIn(item) : []),
        ...paperNames(item),
      ]),
    );

function moneyIn(item: MinutesItem): readonly ReadProblem[] {
  return item.parts
    .flatMap((part) => part.paragraphs)
    .filter(({ words }) => spends.test(words.text) && findAmounts(words.text).length > 0)
    .slice(0, 1)
    .map(({ words, lines }) => {
      const [amount] = findAmounts(words.text);
      return {
        code: 'moneyWithoutDecision',
        message: `Punkt ${item.number} nämner ${words.text.slice(amount!.start, amount!.end)} men ingen mening säger att något beslutades.`,
        source: spanOfLines(lines),
      };
    });
}

const papers =
  /(?<!\p{L})(?<kind>protokoll|minnesanteckning|mötesanteckning|sammanträdesanteckning)(?:et|en|ar|arna)?(?!\p{L})/giu;

/** The heading speaks of the last minutes by one name and the text by another. */
function paperNames(item: MinutesItem): readonly ReadProblem[] {
  if (!/^föregående(?!\p{L})|från föregående/iu.test(item.title)) return [];
  const kindsIn = (text: string) =>
    [...text.matchAll(papers)].map((match) => match.groups!.kind!.toLocaleLowerCase('sv'));
  const [inTitle] = kindsIn(item.title);
  const inText = kindsIn(textOfItem(item)).find((kind) => kind !== inTitle);
  if (!inTitle || !inText) return [];
  return [
    {
      code: 'paperNameDiffers',
      message: `Punkt ${item.number}: rubriken säger ”${inTitle}”, texten ”${inText}” om samma papper.`,
      source: spanOfLines(item.headLines),
    },
  ];
}
