import { type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import type { PortalContext } from '../portal-context.ts';

/** The address of another record where that is published too; undefined where it is not, or where nothing is named. */
export function openPath(
  { to, authority }: PortalContext,
  { links }: Pick<PublishedWhole, 'links'>,
  noun: string | null,
  recordId: string | null,
): string | undefined {
  const link = links.find((one) => one.noun === noun && one.recordId === recordId);
  return link && to(publishedPath(authority?.slug ?? '', link.noun, link.recordId));
}
