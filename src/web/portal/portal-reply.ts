import type { Content, Html } from '../html.ts';
import type { Crumb } from '../reply.ts';

/** A page of the portal as a handler answers it; the layout adds everything around. */
export type PortalPage = {
  readonly kind: 'page';
  readonly title: string;
  readonly status: 200 | 400 | 404 | 410 | 422 | 429 | 500 | 503;
  readonly body: Html;
  readonly crumbs: readonly Crumb[];
  readonly aside: Content;
  readonly lead: Content;
  readonly width: 'text' | 'normal' | 'wide';
  /** The title is the record's own words, which are Swedish on every page. */
  readonly ownTitle: boolean;
  /** Said where the page is shared or found by a search engine. */
  readonly description?: string;
  /** Facts for search engines (schema.org), written as data that no browser runs. */
  readonly structured?: unknown;
  /** Feeds that tell when the page changes. */
  readonly feeds?: readonly { readonly title: string; readonly href: string }[];
  /** A page of results or of a form, which search engines should leave out. */
  readonly hidden?: boolean;
  /** When what is shown was published in the form it has. */
  readonly lastModified?: Date;
};

/** Anything but a page: a file, a feed, open data. `headers` may add to what every answer carries. */
export type PortalBody = {
  readonly kind: 'body';
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly type: string;
  readonly status: 200 | 400 | 404 | 406 | 410 | 422;
  readonly headers: Readonly<Record<string, string>>;
  readonly lastModified?: Date;
};

/** Another address: for good where a record has a better one, and after a form (303). */
export type PortalRedirect = { readonly kind: 'redirect'; readonly to: string; readonly status: 301 | 303 };

export type PortalReply = PortalPage | PortalBody | PortalRedirect;

export function portalPage(parts: Partial<Omit<PortalPage, 'kind'>> & Pick<PortalPage, 'title' | 'body'>): PortalPage {
  return {
    kind: 'page',
    status: 200,
    crumbs: [],
    aside: null,
    lead: null,
    width: 'normal',
    ownTitle: false,
    ...parts,
  };
}

export function portalBody(parts: Partial<Omit<PortalBody, 'kind'>> & Pick<PortalBody, 'body' | 'type'>): PortalBody {
  return { kind: 'body', status: 200, headers: {}, ...parts };
}

/** Open data in JSON; programs of others' pages may read it too. */
export function portalJson(value: unknown, parts: Partial<Omit<PortalBody, 'kind' | 'body'>> = {}): PortalBody {
  return portalBody({
    body: JSON.stringify(value),
    type: 'application/json; charset=utf-8',
    ...parts,
    headers: { 'access-control-allow-origin': '*', ...parts.headers },
  });
}
