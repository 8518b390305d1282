import type { Language } from '../kernel/language.ts';

/** A tree of texts: plain sentences, and functions where a number, a name or a date is part of the sentence. */
export type TextTree = {
  readonly [key: string]: string | readonly string[] | ((...values: never[]) => string) | TextTree;
};

/** The shape of a text tree with its sentences forgotten: a translation must have the same keys and the same functions. */
export type SameTexts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : T[K] extends (...values: infer V) => string
        ? (...values: V) => string
        : SameTexts<T[K]>;
};

/**
 * The texts of one area in both languages. Swedish is the source; `tsc` refuses an English tree that lacks a key or has one too many.
 *
 * Convention: what several pages share lies in `web/texts/sv/<area>.ts` and `web/texts/en/<area>.ts`. What one noun's pages say lies beside
 * them in `web/pages/<noun>/texts.ts`: `export const texts = localized({ … sv … }, { … en … })`, read with `texts[ctx.language]`.
 */
export function localized<const T extends TextTree>(sv: T, en: SameTexts<T>): Readonly<Record<Language, SameTexts<T>>> {
  return { sv: sv as unknown as SameTexts<T>, en };
}
