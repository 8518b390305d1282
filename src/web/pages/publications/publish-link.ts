import { may } from '../../../domain/access/index.ts';
import type { PublishedNoun } from '../../../domain/published/index.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { publicationOfPath } from './publication-paths.ts';
import { texts } from './texts.ts';

/** The way from a record to making it public, for those who may; null for everybody else. */
export function publishLink(
  ctx: RequestContext,
  { noun, id, bodyId }: { readonly noun: PublishedNoun; readonly id: string; readonly bodyId?: string | null },
): Html | null {
  const { actor } = ctx;
  if (!actor || !may(actor, 'publication.propose', bodyId ?? undefined)) return null;
  return linkButton({
    text: texts[ctx.language].publishThis,
    href: publicationOfPath(noun, id),
    variant: 'secondary',
  });
}
