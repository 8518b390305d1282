import type { Language } from '../../kernel/language.ts';
import { letterMarks, type PostedLetter } from '../../kernel/posted-letter.ts';
import { type PublishedNoun, publishedNouns, publishedPath } from './published-nouns.ts';
import type { PublishedAuthority } from './published-reader.ts';

type Told = { readonly noun: PublishedNoun; readonly recordId: string; readonly title: string };
type Letter = Pick<PostedLetter, 'subject' | 'text' | 'sections' | 'closing' | 'endsBy'>;

/** The letter that asks whether the one who has the address wants to subscribe. */
export function confirmLetter(authority: Pick<PublishedAuthority, 'name'>, language: Language): Letter {
  if (language === 'en')
    return {
      subject: `Confirm: news from ${authority.name}`,
      text: `Somebody, hopefully you, has asked for letters when ${authority.name} publishes something new.\n\nFollow the link to confirm:\n${letterMarks.answerLink}\n\nIf it was not you, do nothing. The address is then removed within a week.`,
    };
  return {
    subject: `Bekräfta: nytt från ${authority.name}`,
    text: `Någon, förhoppningsvis du, har bett om brev när ${authority.name} publicerar något nytt.\n\nFölj länken för att bekräfta:\n${letterMarks.answerLink}\n\nVar det inte du behöver du inte göra något. Adressen tas då bort inom en vecka.`,
  };
}

/** The letter of a day: titles and links, and nothing of what the records say. */
export function newsLetter(
  authority: Pick<PublishedAuthority, 'name' | 'slug'>,
  language: Language,
  told: readonly Told[],
): Letter {
  const groups = Map.groupBy(told, ({ noun }) => noun);
  const end = `${letterMarks.answerLink}/sluta`;
  return {
    subject: language === 'en' ? `New from ${authority.name}` : `Nytt från ${authority.name}`,
    text:
      language === 'en'
        ? `${authority.name} has published something new. Stop these letters: ${end}`
        : `${authority.name} har publicerat något nytt. Sluta få breven: ${end}`,
    sections: [...groups].map(([noun, records]) => ({
      heading: capital(publishedNouns[noun][language]),
      lines: records.map(({ recordId, title }) => ({
        text: title,
        note: null,
        path: publishedPath(authority.slug, noun, recordId),
      })),
    })),
    endsBy: '/sluta',
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
