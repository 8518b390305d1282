import { letterDeliveries, type Summons, summonsAnswers, summonsLetterKinds } from '../../../domain/meetings/index.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

const answerTones = { comes: 'ok', comesRemotely: 'ok', cannotCome: 'late' } as const satisfies Record<string, TagTone>;
const deliveryTones = { waiting: 'part', failing: 'late', sent: 'ok' } as const satisfies Record<string, TagTone>;

/** What somebody answered, in a word with its shape; who has not answered is told of too. */
export function answerTag(ui: Ui, { answer, listed }: Pick<Summons, 'answer' | 'listed'>): Html {
  const t = texts[ui.language];
  if (!listed) return tag({ text: t.unlisted, tone: 'neutral' });
  if (!answer) return tag({ text: t.noAnswer, tone: 'unknown' });
  return tag({ text: summonsAnswers[answer.code][ui.language], tone: answerTones[answer.code] });
}

/** A letter with how far it has come. */
export function letterTag(ui: Ui, { kind, delivery }: Summons['letters'][number]): Html {
  return html`${summonsLetterKinds[kind][ui.language]} ${tag({ text: letterDeliveries[delivery][ui.language], tone: deliveryTones[delivery] })}`;
}

/** "Ada Ledamot (S)", in the language of the record. */
export function personName({ name, party }: Pick<Summons, 'name' | 'party'>): Html {
  return html`<span lang="sv">${party ? `${name} (${party})` : name}</span>`;
}

/** The names of several people in a sentence. */
export function namesOf(ctx: Pick<RequestContext, 'format'>, people: readonly { readonly name: string }[]): string {
  return ctx.format.list(people.map(({ name }) => name));
}
