import type { Consultation } from '../../../domain/consultations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Crumb } from '../../reply.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { texts } from './texts.ts';

/** The way to a page below the list of consultations. */
export function consultationCrumbs(ctx: RequestContext, here: string): readonly Crumb[] {
  const t = texts[ctx.language];
  return [
    { text: t.room, href: collaborationPaths.agreements },
    { text: t.title, href: collaborationPaths.consultations },
    { text: here },
  ];
}

/** The way to a page of a round, ending with its own name. */
export function roundCrumbs(
  ctx: RequestContext,
  { id, title }: Pick<Consultation, 'id' | 'title'>,
  here: string,
): readonly Crumb[] {
  const up = consultationCrumbs(ctx, here).slice(0, -1);
  return [...up, { text: title, href: recordAddress('consultation', id) }, { text: here }];
}
