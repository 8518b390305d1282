import { sentenceTexts } from '../../kernel/sentences.ts';
import { type NamedPerson, peopleIn } from './named-people-import.ts';

/** What members say in a §: who, and their words as printed. Groups without names ("Ledamöterna från X") are `group`. */
export type Statement = { readonly by: readonly NamedPerson[]; readonly group?: string; readonly text: string };

const groupForm =
  /^(?<group>(?:ledamöterna|representanterna|ersättarna|partigruppen|gruppen)\s+(?:från|för)\s+[^.]*?)\s+(?:reserverar|antecknar|yrkar|deltar|lämnar|anmäler|avstår)/iu;

/**
 * The statements under a heading such as "Yrkanden", "Reservationer" or "Protokollsanteckningar". Each begins with a sentence that names who
 * makes it, before the verb; sentences that name nobody go on the one before.
 */
export function statementsIn(text: string, verb: RegExp): readonly Statement[] {
  const statements: { by: readonly NamedPerson[]; group?: string; text: string }[] = [];
  for (const sentence of sentenceTexts(text.replace(/\s+/g, ' '))) {
    const at = sentence.search(verb);
    const by = at > 0 ? peopleIn(sentence.slice(0, at)) : [];
    const group = by.length === 0 ? groupForm.exec(sentence)?.groups?.group : undefined;
    const beginsWithName =
      at > 0 && /^\p{Lu}/u.test(sentence) && !/^(?:vidare|därefter|dessutom|slutligen)(?!\p{L})/iu.test(sentence);
    if ((by.length > 0 && beginsWithName) || group) statements.push({ by, ...(group && { group }), text: sentence });
    else if (statements.length > 0) statements.at(-1)!.text += ` ${sentence}`;
    else if (sentence) statements.push({ by: [], text: sentence });
  }
  return statements;
}

/**
 * Those who did not take part because of a conflict of interest (jäv, KL 5:47 and 6:28 and following). Under a heading that says so, the sentence
 * need not say it again.
 */
export function disqualifiedIn(text: string, { headed = false } = {}): readonly NamedPerson[] {
  return sentenceTexts(text.replace(/\s+/g, ' ')).flatMap((sentence) => {
    const at = sentence.search(/(?<!\p{L})(?:deltar|deltog) (?:inte|ej|varken)|(?:på grund av|anmäler|anmälde) jäv/iu);
    return at > 0 && (headed || /(?<!\p{L})jäv(?!\p{L})/iu.test(sentence)) ? peopleIn(sentence.slice(0, at)) : [];
  });
}
