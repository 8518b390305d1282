import { may } from '../../../domain/access/index.ts';
import { type ReviewStudy, reviewStudyKinds, reviewStudyStates } from '../../../domain/studies/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { texts as collaborationTexts } from '../collaboration/texts.ts';
import { texts } from './texts.ts';

/** All studies: of what kind, how far they have come, and who leads them. */
export function studyListPage(ctx: RequestContext, studies: readonly ReviewStudy[]): Page {
  const t = texts[ctx.language];
  const create =
    ctx.actor && may(ctx.actor, 'study.edit') ? linkButton({ text: t.newStudy, href: '/granskningar/ny' }) : null;
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'studies')}${
      studies.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, ...(create && { action: create }) })
        : html`${create ? html`<div class="actions">${create}</div>` : null}${table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'study', text: t.study },
              { key: 'kind', text: t.kind },
              { key: 'leader', text: t.leader },
              { key: 'rounds', text: t.rounds, kind: 'number' },
              { key: 'lessons', text: t.lessons, kind: 'number' },
              { key: 'state', text: t.state },
            ],
            rows: studies.map((study) => ({
              study: html`<a href="${recordAddress('reviewStudy', study.id)}" lang="sv">${study.title}</a>`,
              kind: reviewStudyKinds[study.kind][ctx.language],
              leader: html`<span lang="sv">${study.body.name}</span>`,
              rounds: study.rounds.length,
              lessons: study.lessons.length,
              state: studyTag(ctx, study),
            })),
          })}`
    }`,
  });
}

/** The state of a study as a word with its shape. */
export function studyTag(ctx: RequestContext, { state }: Pick<ReviewStudy, 'state'>): Html {
  const tones = { planned: 'neutral', ongoing: 'part', published: 'ok' } as const;
  return tag({ text: reviewStudyStates[state][ctx.language], tone: tones[state] });
}

/** The way to a page of a study. */
export function studyCrumbs(ctx: RequestContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [
    { text: collaborationTexts[ctx.language].title, href: '/samverkan' },
    { text: texts[ctx.language].title, href: '/granskningar' },
    ...rest,
  ];
}
