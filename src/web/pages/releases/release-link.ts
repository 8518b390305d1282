import { may } from '../../../domain/access/index.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import type { ReleasableNoun } from './releasable.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

/** The way from a record to letting another authority have it, for those who may; null for everybody else. */
export function releaseLink(
  ctx: RequestContext,
  { noun, id, bodyId }: { readonly noun: ReleasableNoun; readonly id: string; readonly bodyId?: string | null },
): Html | null {
  const { actor } = ctx;
  if (!actor || !may(actor, 'release.make', bodyId ?? undefined)) return null;
  return linkButton({
    text: texts[ctx.language].releaseThis,
    href: `${releasePaths.make}/${noun}/${id}`,
    variant: 'secondary',
  });
}
