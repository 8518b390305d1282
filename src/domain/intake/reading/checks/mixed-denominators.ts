import { skeleton } from '../../../../documents/tree/damage-tolerant.ts';
import { spanOf } from '../../../../documents/tree/passage.ts';
import { flowOf } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';

const rateForm =
  /(?<![\d.,])(?<number>\d{1,3}(?:\s\d{3})+|\d{2,6})\s{1,3}(?<counted>\p{L}[\p{L}&]{3,})\s{1,3}per\s{1,3}(?<unit>\p{L}[\p{L}&]{3,})/gu;

/**
 * One reference value with two denominators (E-32): "1100 invånare per specialist" and "1100 listade per läkare" are not the same measure,
 * since not every inhabitant is listed. Told when one number of something per something is stated of two different things.
 */
export const mixedDenominatorProblems: Check = (readings) =>
  readings.flatMap((reading) => {
    const rates = reading.blocks.flatMap((block) => {
      const words = flowOf(block);
      return [...words.text.matchAll(rateForm)].map((match) => ({
        value: match.groups!.number!.replace(/\s/gu, ''),
        counted: match.groups!.counted!,
        unit: match.groups!.unit!,
        printed: match[0],
        source: spanOf(words, match.index, match.index + match[0].length),
      }));
    });
    return rates.flatMap((rate, index) => {
      const earlier = rates
        .slice(0, index)
        .find((one) => one.value === rate.value && skeleton(one.counted) !== skeleton(rate.counted));
      if (!earlier) return [];
      const message = `Samma värde används för olika mått: ”${earlier.printed}” och ”${rate.printed}”. Det är inte säkert att de kan jämföras.`;
      return [{ code: 'denominatorsMixed', message, source: rate.source }];
    });
  });
