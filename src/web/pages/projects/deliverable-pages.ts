import { may } from '../../../domain/access/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import type { Deliverable, ProjectSummary } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths, collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { itemLink } from '../collaboration/term-words.ts';
import { texts as collaborationTexts } from '../collaboration/texts.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { deliverableTable } from './deliverable-tables.ts';
import { dayWords, sentence, slipWords, standingTag, swedish } from './project-view.ts';
import { texts } from './texts.ts';

const pageSize = 50;

/** Everything that is to be delivered, of projects and of decisions, the last day first. */
export function deliverableListPage(ctx: RequestContext, deliverables: readonly Deliverable[], sida = 1): Page {
  const t = texts[ctx.language];
  return page({
    title: t.deliverables,
    lead: t.deliverablesLead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'deliverables')}${
      deliverables.length === 0
        ? emptyState({
            title: t.noDeliverablesTitle,
            body: t.noDeliverablesBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : html`${deliverableTable(ctx, deliverables.slice((sida - 1) * pageSize, sida * pageSize), true)}${pagination(
            ctx,
            {
              page: sida,
              pageSize,
              total: deliverables.length,
              href: (number) => `${collaborationPaths.deliverables}?sida=${number}`,
            },
          )}`
    }`,
  });
}

export type DeliverableFacts = {
  readonly deliverable: Deliverable;
  readonly project: ProjectSummary | null;
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
};

/** One deliverable: the day said first, every move with its reason, when it was delivered, and in which item it was promised. */
export function deliverablePage(
  ctx: RequestContext,
  { deliverable, project, connections, sources }: DeliverableFacts,
): Page {
  const t = texts[ctx.language];
  const { dueOn, movedTo, doneOn, item, moves } = deliverable;
  const title = sentence(deliverable.what);
  const here = recordAddress('deliverable', deliverable.id);
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'project.edit', project?.owner?.id);
  return page({
    title,
    ownHeading: true,
    crumbs: crumbs(ctx, { text: title }),
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead">${standingTag(ctx, deliverable)}</div></div>
<section><h2>${t.facts}</h2>${summaryList([
      {
        term: t.project,
        value: project
          ? html`<a href="${recordAddress('project', project.id)}" lang="sv">${project.name}</a>`
          : (swedish(deliverable.project ?? '') ?? t.noProject),
      },
      { term: t.responsible, value: swedish(deliverable.responsible) },
      { term: t.firstDue, value: dueOn ? dayWords(ctx, dueOn) : tag({ text: t.noDate, tone: 'unknown' }) },
      { term: t.dueNow, value: movedTo && dayWords(ctx, movedTo) },
      { term: t.doneOn, value: doneOn && dayWords(ctx, doneOn) },
      { term: t.slipped, value: slipWords(ctx, deliverable) },
      { term: t.dealtWith, value: itemLink(ctx, item) ?? collaborationTexts[ctx.language].noItem },
    ])}${mayEdit ? html`<div class="actions">${doneOn ? null : linkButton({ text: t.move, href: `${here}/flytta`, variant: 'secondary' })}${linkButton({ text: t.changeDeliverable, href: `${here}/andra`, variant: 'secondary' })}</div>` : null}</section>
<section id="flyttar"><h2>${t.moves}</h2>${table(ctx, {
      caption: t.moves,
      captionHidden: true,
      columns: [
        { key: 'from', text: t.from, kind: 'date' },
        { key: 'to', text: t.to, kind: 'date' },
        { key: 'reason', text: t.reason },
        { key: 'source', text: t.basis },
        { key: 'told', text: t.toldBy },
      ],
      rowHeader: 'to',
      empty: html`<p class="soft">${t.noMovesYet}</p>`,
      rows: moves.map((move) => ({
        from: move.before ? dayWords(ctx, move.before) : '–',
        to: dayWords(ctx, move.after),
        reason: swedish(move.reason) ?? t.noReason,
        source: swedish(move.source) ?? '–',
        told: move.toldOn ? html`${move.toldBy}, ${ctx.format.date(move.toldOn)}` : '–',
      })),
    })}</section>`,
    aside: html`${connectionCard(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

/** The form that moves a deliverable: the new day, and why. */
export function moveDeliverablePage(ctx: RequestContext, deliverable: Deliverable, sent?: FormState): Page {
  const t = texts[ctx.language];
  const here = recordAddress('deliverable', deliverable.id);
  const state = sent ?? freshForm();
  const now = deliverable.movedTo ?? deliverable.dueOn;
  return page({
    title: t.moveTitle,
    width: 'text',
    lead: html`<span lang="sv">${sentence(deliverable.what)}</span>, ${now ? dayWords(ctx, now) : t.noDate}`,
    crumbs: crumbs(ctx, { text: sentence(deliverable.what), href: here }, { text: t.move }),
    body: form(ctx, {
      action: `${here}/flytta`,
      submit: t.move,
      state,
      labels: { to: t.moveTo, reason: t.moveReason, source: t.moveSource },
      version: deliverable.version,
      cancel: { href: here },
      body: html`${bothTexts(ctx, { state, fields: [{ name: 'to', label: t.moveTo, saved: now ?? '' }] })}
${field(ctx, { name: 'to', label: t.moveTo, hint: t.dayHint, width: 'short', state })}
${field(ctx, { kind: 'textarea', name: 'reason', label: t.moveReason, rows: 3, state })}
${field(ctx, { name: 'source', label: t.moveSource, hint: t.moveSourceHint, optional: true, width: 'full', state })}`,
    }),
  });
}

/** The form in which a deliverable is written, changed or said to be delivered; a new one also gets its day. */
export function deliverableFormPage(
  ctx: RequestContext,
  facts: {
    readonly project: Pick<ProjectSummary, 'id' | 'name'> | null;
    readonly deliverable?: Deliverable;
    readonly projects: readonly Option[];
  },
  sent?: FormState,
): Page {
  const { deliverable, project, projects } = facts;
  const t = texts[ctx.language];
  const saved = deliverable && {
    what: deliverable.what,
    responsible: deliverable.responsible,
    projectId: deliverable.projectId ?? '',
    doneOn: deliverable.doneOn ?? '',
  };
  const state = sent ?? freshForm(saved ?? {});
  const labels = { what: t.what, responsible: t.responsible, projectId: t.project, doneOn: t.doneOn, dueOn: t.due };
  const back = deliverable ? recordAddress('deliverable', deliverable.id) : recordAddress('project', project!.id);
  const title = deliverable ? t.changeDeliverable : t.addDeliverable;
  return page({
    title,
    width: 'text',
    crumbs: crumbs(
      ctx,
      { text: deliverable ? sentence(deliverable.what) : project!.name, href: back },
      { text: title },
    ),
    body: form(ctx, {
      action: deliverable ? `${back}/andra` : `${back}/leverans/ny`,
      submit: t.save,
      state,
      labels,
      ...(deliverable && { version: deliverable.version }),
      cancel: { href: back },
      body: html`${saved ? bothTexts(ctx, { state, fields: (['what', 'responsible', 'doneOn'] as const).map((name) => ({ name, label: labels[name], saved: saved[name] })) }) : null}
${field(ctx, { name: 'what', label: t.what, width: 'full', state })}
${field(ctx, { name: 'responsible', label: t.responsible, optional: true, width: 'full', state })}
${
  deliverable
    ? html`${field(ctx, { kind: 'select', name: 'projectId', label: t.project, empty: t.noProject, optional: true, state, options: projects })}
${field(ctx, { name: 'doneOn', label: t.doneOn, hint: `${t.doneHint} ${t.dayHint}`, optional: true, width: 'short', state })}`
    : field(ctx, { name: 'dueOn', label: t.due, hint: t.dayHint, optional: true, width: 'short', state })
}`,
    }),
  });
}

function crumbs(ctx: RequestContext, ...rest: readonly { readonly text: string; readonly href?: string }[]) {
  return [
    { text: collaborationTexts[ctx.language].title, href: collaborationPaths.agreements },
    { text: texts[ctx.language].deliverables, href: collaborationPaths.deliverables },
    ...rest,
  ];
}
