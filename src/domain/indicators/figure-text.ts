import type { MissingReason } from './series.ts';

/** What stands in a cell: a number with what limits it, a reason why there is none, nothing at all, or something that is no figure. */
export type FigureText =
  | { readonly kind: 'value'; readonly value: number; readonly qualifier: string | null }
  | { readonly kind: 'missing'; readonly missing: MissingReason }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

/** How people and statistical tables write that there is no figure: two dots stand for "not available" in Swedish statistics. */
const missingWords: readonly (readonly [RegExp, MissingReason])[] = [
  [/^(?:kan (?:inte|ej) anges|uppgift saknas|saknas|\.\.|n\/?a)$/iu, 'cannotBeStated'],
  [/^(?:mätt?s (?:inte|ej)|mättes (?:inte|ej)|ej mätt|inte mätt)$/iu, 'notMeasured'],
  [/^(?:<\s?\d{1,2}|för få|sekretess|x)$/iu, 'tooFew'],
  [/^(?:ej|inte) levererat?$/iu, 'notDelivered'],
];

const form =
  /^(?:(?<qualifier>över|cirka|ca|omkring|drygt|nästan|knappt|ungefär|minst|högst)\.?\s+)?(?<sign>[+−–-]?)\s?(?<whole>\d{1,3}(?:[\s\u00a0\u202f\u2009]\d{3})+|\d+)(?:[.,](?<decimals>\d+))?\s*(?:%|procent|st|personer|kr)?$/iu;

/** A cell as it is typed: "1 234,5", "46 %", "över 100", "kan inte anges", "..". */
export function readFigure(typed: string): FigureText {
  const text = typed.replace(/[\u00a0\u202f\u2009]/gu, ' ').trim();
  if (text === '' || /^[-–—]$/u.test(text)) return { kind: 'empty' };
  const missing = missingWords.find(([words]) => words.test(text));
  if (missing) return { kind: 'missing', missing: missing[1] };
  const { qualifier, sign, whole, decimals } = form.exec(text)?.groups ?? {};
  if (whole === undefined) return { kind: 'unreadable' };
  const size = Number(`${whole.replace(/\s/gu, '')}.${decimals ?? '0'}`);
  return {
    kind: 'value',
    value: sign && sign !== '+' ? -size : size,
    qualifier: qualifier?.toLocaleLowerCase('sv') ?? null,
  };
}
