import { may } from '../../../domain/access/index.ts';
import { namedNouns, type ThreadSummary } from '../../../domain/thread/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';
import { threadAddress } from './thread-address.ts';

/** The longest threads of the register: what each is called, how many records hang together in it, and in which documents they were read. */
export function threadListPage(ctx: RequestContext, threads: readonly ThreadSummary[]): Page {
  const t = texts[ctx.language];
  const mayRead = ctx.actor !== undefined && may(ctx.actor, 'intake.handIn');
  return page({
    title: t.threads,
    lead: t.lead,
    body:
      threads.length > 0
        ? table(ctx, {
            caption: t.threads,
            captionHidden: true,
            columns: [
              { key: 'thread', text: t.thread },
              { key: 'kind', text: t.kind },
              { key: 'records', text: t.records },
              { key: 'documents', text: t.documents },
            ],
            rows: threads.map(({ name, size, documents }) => ({
              thread: html`<a href="${threadAddress(name.noun, name.id)}" lang="sv">${name.title}</a>`,
              kind: namedNouns[name.noun][ctx.language],
              records: String(size),
              documents: documentLinks(ctx, documents),
            })),
          })
        : emptyState({
            title: t.none,
            body: t.noneBody,
            ...(mayRead && { action: linkButton({ text: t.readIn, href: '/las-in', variant: 'secondary' }) }),
          }),
  });
}

function documentLinks(ctx: RequestContext, documents: ThreadSummary['documents']): Html {
  if (documents.length === 0) return html`${texts[ctx.language].noDocuments}`;
  return html`${documents.map(
    ({ id, title }, index) =>
      html`${index > 0 ? ', ' : null}<a href="${recordAddress('document', id)}" lang="sv">${title}</a>`,
  )}`;
}
