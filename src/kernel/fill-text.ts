import { type Language, type Localized, languages } from './language.ts';

/** What fills the places `{name}` of a text. A value that is itself a text of the product is said in the language of the text around it. */
export type TextValues = Readonly<Record<string, string | number | Localized>>;

/** The text with its places filled. A place without a value stays as it is, so that a forgotten value is seen. */
export function fillText(text: string, language: Language, values: TextValues = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** The same in both languages at once. */
export function fillBoth(text: Localized, values: TextValues = {}): Localized {
  return inBoth((language) => fillText(text[language], language, values));
}

/** Several texts after each other, in both languages. */
export function joinTexts(texts: readonly Localized[], between = ' '): Localized {
  return inBoth((language) => texts.map((text) => text[language]).join(between));
}

function inBoth(say: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Localized;
}
