import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { type GuestRelease, getForGuest, listForGuest, readAsGuest } from '../../../domain/releases/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { idField, optionalWholeNumber } from '../../input.ts';
import { file, type Page, page } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { dayOf } from './release-log-pages.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const pageSize = 50;

/** All that a guest can reach: what was let out to the guests of their group. */
export const guestRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: releasePaths.guest,
    policy: 'release.readAsGuest',
    about: 'Visar för en gäst vad som har lämnats ut till gruppens gäster.',
    input: { query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1 } = ctx.input.query;
      const window = { limit: pageSize + 1, offset: (sida - 1) * pageSize };
      const releases = await ctx.services.db.read(ctx.auth, (r) => listForGuest(r, window));
      const more = releases.length > pageSize ? `${releasePaths.guest}?sida=${sida + 1}` : undefined;
      return guestListPage(ctx, releases.slice(0, pageSize), more);
    },
  }),
  route({
    method: 'GET',
    path: `${releasePaths.guest}/:id`,
    policy: 'release.readAsGuest',
    about: 'Visar för en gäst en handling som har lämnats ut till gruppens gäster, och noterar att den är läst.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { db } = ctx.services;
      const { id } = ctx.input.params;
      const t = texts[ctx.language];
      const found = await db.transact(ctx.auth, { verb: 'readAsGuest' }, (w) => readAsGuest(w, id));
      return page({
        title: found.title,
        crumbs: [{ text: t.guestTitle, href: releasePaths.guest }, { text: found.title }],
        body: html`${found.reservation ? notice(ctx, { tone: 'warning', title: t.reservation, body: html`<p lang="sv">${found.reservation}</p>` }) : null}<div class="actions">${linkButton({ text: t.asPdf, href: `${releasePaths.guest}/${found.id}/handling.pdf`, variant: 'secondary' })}</div>${documentView(found.snapshot.tree)}`,
        aside: card({
          title: t.makeTitle,
          body: summaryList(
            [
              { term: t.group, value: html`<span lang="sv">${found.group.name}</span>` },
              { term: t.when, value: ctx.format.date(dayOf(found.releasedAt)) },
              { term: t.note, value: found.note && html`<span lang="sv">${found.note}</span>` },
            ],
            { compact: true },
          ),
        }),
      });
    },
  }),
  route({
    method: 'GET',
    path: `${releasePaths.guest}/:id/handling.pdf`,
    policy: 'release.readAsGuest',
    about: 'Lämnar en utlämnad handling som PDF till en gäst.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { snapshot } = await ctx.services.db.read(ctx.auth, (r) => getForGuest(r, ctx.input.params.id));
      const { bytes, mediaType, extension } = await writeDocument(snapshot.tree, 'pdf');
      return file({ bytes, type: mediaType, name: `utlamnat.${extension}` });
    },
  }),
];

function guestListPage(ctx: RequestContext, releases: readonly GuestRelease[], more: string | undefined): Page {
  const t = texts[ctx.language];
  return page({
    title: t.guestTitle,
    lead: t.guestLead,
    body: html`${
      releases.length === 0
        ? emptyState({ title: t.guestNone, body: t.guestNoneBody })
        : table(ctx, {
            caption: t.guestTitle,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.record },
              { key: 'group', text: t.group },
              { key: 'when', text: t.when, kind: 'date' },
            ],
            rows: releases.map((one) => ({
              what: html`<a href="${releasePaths.guest}/${one.id}" lang="sv">${one.title}</a>`,
              group: html`<span lang="sv">${one.group.name}</span>`,
              when: ctx.format.date(dayOf(one.releasedAt)),
            })),
          })
    }${more ? html`<p><a href="${more}">${t.next}</a></p>` : null}`,
  });
}
