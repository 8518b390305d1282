import { spanOf } from '../../../../documents/tree/passage.ts';
import { linesOf } from '../../../../documents/tree/recognise.ts';
import { findTimes } from '../../../../kernel/swedish-dates.ts';
import type { Check } from './check-bundle.ts';

/** Times written with a full stop among times written with a colon, or the other way round (E-13). The fewer are told. */
export const timeStyleProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'notice' || reading.kind === 'minutes')
    .flatMap((reading) => {
      const times = linesOf(reading.blocks).flatMap((line) => {
        const spans = findTimes(line.words.text).filter((time) => time.to !== undefined && time.style !== 'hour');
        return spans.map((time) => ({ time, words: line.words }));
      });
      const styles = new Set(times.map(({ time }) => time.style));
      if (styles.size < 2) return [];
      const count = (style: string) => times.filter(({ time }) => time.style === style).length;
      const usual = [...styles].sort((a, b) => count(b) - count(a))[0];
      return times
        .filter(({ time }) => time.style !== usual)
        .map(({ time, words }) => ({
          code: 'timeStyleMixed',
          message: `Tiden ”${words.text.slice(time.start, time.end)}” skrivs på ett annat sätt än övriga tider. Den har lästs som ${time.from}–${time.to}.`,
          source: spanOf(words, time.start, time.end),
        }));
    });
