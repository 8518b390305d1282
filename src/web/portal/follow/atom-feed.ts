/** What a feed tells of one thing. Nothing but what its page says stands in it. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly updated: Date;
  readonly published?: Date;
  readonly summary?: string | null;
  readonly category?: string;
};

/** A feed as Atom (RFC 4287), the newest first. */
export function atomFeed(feed: {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly self: string;
  readonly page: string;
  readonly updated: Date;
  readonly entries: readonly FeedEntry[];
}): string {
  const { id, title, author, self, page, updated, entries } = feed;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<rights>CC0 1.0</rights>
${entries.map(entryXml).join('\n')}
</feed>
`;
}

function entryXml({ id, title, href, updated, published, summary, category }: FeedEntry): string {
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
${published ? `<published>${published.toISOString()}</published>\n` : ''}<link rel="alternate" type="text/html" href="${xml(href)}"/>
${category ? `<category term="${xml(category)}"/>\n` : ''}${summary ? `<summary>${xml(summary)}</summary>\n` : ''}</entry>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand in XML: signs with a meaning are escaped, and what XML cannot hold is left out. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign]!);
}
