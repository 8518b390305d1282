import { type Poll, pollStates } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import type { Crumb } from '../../reply.ts';
import { texts } from './texts.ts';

export const pollsPath = '/omrostningar';

/** The address of a poll for those who answer, whole: it stands on walls and slips of paper. */
export function answerAddress(ctx: RequestContext, code: string): string {
  return `${ctx.services.publicUrl.replace(/\/$/, '')}/o/${code}`;
}

const tones = { draft: 'neutral', open: 'part', closed: 'info', published: 'ok' } as const satisfies Readonly<
  Record<Poll['state'], TagTone>
>;

export function pollTag({ language }: RequestContext, state: Poll['state']): Html {
  return tag({ text: pollStates[state][language], tone: tones[state] });
}

export function pollCrumbs(ctx: RequestContext, poll?: Pick<Poll, 'id' | 'title'>, here?: string): readonly Crumb[] {
  const crumbs: Crumb[] = [{ text: texts[ctx.language].title, href: pollsPath }];
  if (poll) crumbs.push({ text: poll.title, href: recordAddress('poll', poll.id) });
  if (here) crumbs.push({ text: here });
  return crumbs;
}

/** "412 har svarat". */
export function answeredCount(ctx: RequestContext, count: number): string {
  const t = texts[ctx.language];
  return count === 1 ? t.one : t.total(ctx.format.number(count));
}

/** From and to which day a poll takes answers; nothing when it is opened and closed by hand. */
export function openDays(ctx: RequestContext, { opensOn, closesOn }: Pick<Poll, 'opensOn' | 'closesOn'>): string {
  const t = texts[ctx.language];
  return [opensOn && t.fromDay(ctx.format.date(opensOn)), closesOn && t.toDay(ctx.format.date(closesOn))]
    .filter(Boolean)
    .join(' ');
}
