import { may } from '../../../domain/access/index.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type MarkableSlug, secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

/** The way from a record to marking its fields, and for a document to masking it, for those who may; null for everybody else. */
export function secrecyLink(
  ctx: RequestContext,
  { noun, id, bodyId }: { readonly noun: MarkableSlug; readonly id: string; readonly bodyId?: string | null },
): Html | null {
  if (!ctx.actor || !may(ctx.actor, 'secrecy.mark', bodyId ?? undefined)) return null;
  const t = texts[ctx.language];
  const mark = linkButton({ text: t.markThis, href: `${secrecyPaths.mark}/${noun}/${id}`, variant: 'secondary' });
  if (noun !== 'handling') return mark;
  return html`${mark}${linkButton({ text: t.maskThis, href: `/kallor/${id}/maska`, variant: 'secondary' })}`;
}
