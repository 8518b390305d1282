import { type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import type { PortalContext } from '../portal-context.ts';

/** What a search engine is told of a record, in the words of schema.org: a meeting is an event, everything else a text of an authority. */
export function structuredRecord(ctx: PortalContext, record: PublishedWhole): unknown {
  const { authority, absolute } = ctx;
  const { noun, recordId, title, summary, happenedOn, publishedAt, firstPublishedAt, bodyName } = record;
  const publisher = { '@type': 'GovernmentOrganization', name: authority?.name };
  const common = {
    '@context': 'https://schema.org',
    '@id': absolute(publishedPath(authority?.slug ?? '', noun, recordId)),
    url: absolute(publishedPath(authority?.slug ?? '', noun, recordId)),
    name: title,
    inLanguage: 'sv',
    ...(summary && { description: summary }),
  };
  if (noun === 'body') return { ...common, '@type': 'GovernmentOrganization', parentOrganization: publisher };
  if (noun === 'meeting') {
    const { start, end, place, cancelled } = (record as PublishedWhole<'meeting'>).data;
    return {
      ...common,
      '@type': 'Event',
      startDate: start ?? happenedOn,
      ...(end && { endDate: end }),
      eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
      ...(place && { location: { '@type': 'Place', name: place } }),
      organizer: { '@type': 'GovernmentOrganization', name: bodyName ?? authority?.name },
    };
  }
  return {
    ...common,
    '@type': noun === 'report' ? 'Report' : noun === 'indicator' ? 'Dataset' : 'DigitalDocument',
    datePublished: firstPublishedAt.toISOString(),
    dateModified: publishedAt.toISOString(),
    ...(happenedOn && { dateCreated: happenedOn }),
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    publisher,
  };
}
