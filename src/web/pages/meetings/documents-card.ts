import type { AgendaVersionHead, MeetingDetail } from '../../../domain/meetings/index.ts';
import { civilDateIn } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './document-texts.ts';

/** The documents of a meeting as files: what was sent, each version by itself, and all papers in one. A draft says that it is one. */
export function documentsCard(
  ctx: RequestContext,
  meeting: Pick<MeetingDetail, 'id' | 'items' | 'slots'>,
  versions: readonly AgendaVersionHead[],
): Html {
  const t = texts[ctx.language];
  if (meeting.items.length === 0) return card({ title: t.title, body: html`<p class="soft">${t.none}</p>` });
  const base = recordAddress('meeting', meeting.id);
  const rows = [
    ...(versions.length > 0 ? versions : [undefined]).map((version, index) => ({
      name: index === 0 ? t.notice : t.supplement(index),
      path: `${base}/kallelse`,
      query: version && index > 0 ? `?version=${version.number}` : '',
      note: version ? t.sent(ctx.format.date(civilDateIn(version.frozenAt))) : t.draft,
    })),
    ...(meeting.slots.length > 0 ? [{ name: t.timetable, path: `${base}/tidplan`, query: '', note: null }] : []),
  ];
  const facts = rows.map(({ name, path, query, note }) => ({
    term: name,
    value: html`${fileLinks(ctx, path, name, query)}${note ? html`<br><span class="soft">${note}</span>` : null}`,
  }));
  return card({
    title: t.title,
    body: html`${summaryList(facts, { compact: true })}<div class="actions">${linkButton({ text: `${t.papers} (PDF)`, href: `${base}/handlingar.pdf`, variant: 'secondary' })}</div><p class="soft">${t.papersHelp}</p>`,
  });
}

/** A document in the formats in which it can be fetched. */
export function fileLinks(ctx: RequestContext, path: string, document: string, query = ''): Html {
  const about = html`<span class="sr-only"> ${texts[ctx.language].about(document)}</span>`;
  return html`<span><a href="${path}.pdf${query}">PDF${about}</a> · <a href="${path}.docx${query}">DOCX${about}</a></span>`;
}
