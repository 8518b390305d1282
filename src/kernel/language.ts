/** The two languages of the product. Swedish is the language of record; English is a translation of the interface, never of the records. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that the product itself says, in both languages. */
export type Localized = Readonly<Record<Language, string>>;
