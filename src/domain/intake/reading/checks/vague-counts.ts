import { skeleton } from '../../../../documents/tree/damage-tolerant.ts';
import type { ProposedIndicator } from '../../../indicators/index.ts';
import type { Check } from './check-bundle.ts';

/** From how many times larger another count of the same thing makes a round lower bound odd. */
const odd = 100;

/**
 * A round lower bound that is far too small beside another count of the same thing (E-33): "över 100 personer" in a paper that counts 140 000
 * persons may have lost its end, or be a figure nobody checked. It is told for a look, and the figure is kept as it stands.
 */
export const vagueCountProblems: Check = (_, records) => {
  const counts = records.filter(
    (record): record is ProposedIndicator => record.type === 'indicator' && record.unit === 'antal',
  );
  return counts.flatMap(({ name, value, qualifier, source }) => {
    const round = value >= 10 && /^[1-9]0+$/u.test(String(value));
    if (qualifier !== 'över' || !round) return [];
    const larger = counts.filter((one) => counted(one.name) === counted(name) && one.value >= value * odd);
    const [most] = larger.sort((a, b) => b.value - a.value);
    if (!most) return [];
    const message = `”över ${value} ${name}” är litet mot ${most.value.toLocaleString('sv')} på ett annat ställe i samma papper. Talet kan vara avhugget eller oprövat.`;
    return [{ code: 'unverifiedNumber', message, source }];
  });
};

/** What is counted: the first word of the name without "Antal". */
function counted(name: string): string {
  return skeleton(name.replace(/^antal(?:et)?\s+/iu, '').split(' ')[0] ?? '');
}
