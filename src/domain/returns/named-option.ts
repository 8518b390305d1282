import { type Option, printedOption } from '../forms/index.ts';
import { linesOfLabels } from './word-likeness.ts';

/** The option that printed words name, with the words written behind it where it asks for some ("Annat: i brev"). */
export function optionOf(
  options: readonly Option[],
  printed: string,
): { readonly option: string; readonly specify: string | null } | undefined {
  const texts = options.map(printedOption);
  const whole = linesOfLabels([printed], texts)[0];
  if (whole !== undefined) return { option: options[whole]!.code, specify: null };
  const colon = printed.indexOf(':');
  const before = colon < 0 ? undefined : linesOfLabels([printed.slice(0, colon)], texts)[0];
  if (before === undefined) return undefined;
  return { option: options[before]!.code, specify: printed.slice(colon + 1).trim() || null };
}
