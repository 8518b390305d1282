import type { ReportBinding } from './report-basis-reader.ts';

/** Whether quoting `other` in `question` would make an answer quote itself, at once or by way of other answers. */
export function quotesItself(bindings: readonly ReportBinding[], question: string, other: string): boolean {
  const quoted = Map.groupBy(
    bindings.filter(({ kind, state }) => kind === 'question' && state === 'kept'),
    (one) => one.question,
  );
  const seen = new Set<string>();
  const reaches = (from: string): boolean => {
    if (from === question) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (quoted.get(from) ?? []).some(({ ref }) => reaches(ref));
  };
  return reaches(other);
}
