import type { PublishedNoun } from '../../domain/published/index.ts';
import { tag } from '../components/tag/tag.ts';
import type { Html } from '../html.ts';
import type { PortalContext } from './portal-context.ts';

/** What a code is called in the language of the page; a code that has no name is said as it is. */
export function toldText({ services, language }: PortalContext, noun: PublishedNoun, code: string): string {
  return services.codes[noun]?.[code]?.[language] ?? code;
}

/** A state as a word with its shape. */
export function toldTag(ctx: PortalContext, noun: PublishedNoun, code: string | null): Html | null {
  if (code === null) return null;
  return tag({ text: toldText(ctx, noun, code), tone: ctx.services.codes[noun]?.[code]?.tone ?? 'neutral' });
}
