import { may } from '../../../domain/access/index.ts';
import {
  countWords,
  currentDue,
  type ProjectPhase,
  type ProjectSummary,
  projectPhaseCodes,
  projectStates,
  slippageOf,
} from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { chart } from '../../components/chart/chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { chosenProjects, type ProjectQuery, projectChoices, withQuery } from './project-filter.ts';
import {
  dayWords,
  lateOf,
  nextOf,
  ownerWords,
  phaseTag,
  projectsPath,
  sentence,
  slipWords,
  standingTag,
  swedish,
} from './project-view.ts';
import { texts } from './texts.ts';

const pageSize = 50;
/** So many rows are drawn and listed beside the list itself; the list has them all. */
const mostDrawn = 20;

/** The portfolio: every project by phase, owner and what is late, drawn in time and with what comes next. */
export function projectListPage(
  ctx: RequestContext,
  all: readonly ProjectSummary[],
  query: ProjectQuery & { readonly sida?: number | undefined },
): Page {
  const t = texts[ctx.language];
  const { sida = 1, ...filter } = query;
  const create =
    ctx.actor && may(ctx.actor, 'project.edit') ? linkButton({ text: t.newProject, href: `${projectsPath}/ny` }) : null;
  const shown = chosenProjects(all, filter, ctx.services.runtime.today());
  const active = Object.values(filter).some(Boolean);
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'projects')}${
      all.length === 0
        ? html`${emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })}${create ? html`<div class="actions">${create}</div>` : null}`
        : html`${create ? html`<div class="actions">${create}</div>` : null}${filters(ctx, all, filter, active)}
${projectTable(ctx, shown.slice((sida - 1) * pageSize, sida * pageSize))}
${pagination(ctx, { page: sida, pageSize, total: shown.length, href: (number) => withQuery(projectsPath, { ...filter, sida: number }) })}
${exportLinks(ctx, { href: (format) => withQuery(`${projectsPath}/fil/${format}`, filter), what: t.export })}
<section id="leveranser"><h2>${t.nextDeliverables}</h2>${nextTable(ctx, shown)}</section>
<section id="forskjutning"><h2>${t.slippage}</h2>${slippage(ctx, shown)}</section>
<section id="faser"><h2>${t.board}</h2>${board(ctx, shown)}</section>
<section id="tid"><h2>${t.timeline}</h2>${timeline(ctx, shown)}</section>`
    }`,
  });
}

function filters(ctx: RequestContext, all: readonly ProjectSummary[], query: ProjectQuery, active: boolean): Html {
  const t = texts[ctx.language];
  const state = freshForm(query as Record<string, string>);
  const owners = new Map(all.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : [])));
  const areas = [...new Set(all.flatMap(({ area }) => (area ? [area] : [])))].sort(ctx.format.compare);
  return filterBar(ctx, {
    action: projectsPath,
    active,
    fields: html`${field(ctx, { kind: 'search', name: 'namn', label: t.sought, state })}
${field(ctx, { kind: 'select', name: 'fas', label: t.phase, empty: t.all, state, options: projectPhaseCodes.map((code) => ({ value: code, text: sentence(projectStates[code][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'agare', label: t.owner, empty: t.all, state, options: [...owners].map(([value, text]) => ({ value, text })).sort((a, b) => ctx.format.compare(a.text, b.text)) })}
${areas.length > 0 ? field(ctx, { kind: 'select', name: 'omrade', label: t.area, empty: t.all, state, options: areas.map((area) => ({ value: area, text: area })) }) : null}
${field(ctx, { kind: 'select', name: 'urval', label: t.choice, empty: t.all, state, options: Object.entries(projectChoices).map(([value, choice]) => ({ value, text: t.choices[choice] })) })}`,
  });
}

function projectTable(ctx: RequestContext, projects: readonly ProjectSummary[]): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.project },
      { key: 'phase', text: t.phase },
      { key: 'owner', text: t.owner },
      { key: 'time', text: t.time },
      { key: 'next', text: t.next },
      { key: 'late', text: t.state },
      { key: 'count', text: t.count },
    ],
    empty: html`<p>${t.noneFound}</p>`,
    rows: projects.map((project) => {
      const next = nextOf(project);
      const late = lateOf(project, today).length;
      return {
        name: html`<a href="${recordAddress('project', project.id)}" lang="sv">${project.name}</a>${project.area ? html`<br><span class="soft" lang="sv">${project.area}</span>` : null}`,
        phase: phaseTag(ctx, project.phase),
        owner: ownerWords(ctx, project),
        time: `${project.startsOn ? dayWords(ctx, project.startsOn) : '–'} – ${project.endsOn ? dayWords(ctx, project.endsOn) : ''}`.trim(),
        next: next
          ? html`<a href="${recordAddress('deliverable', next.id)}" lang="sv">${sentence(next.what)}</a><br><span class="soft">${dayWords(ctx, currentDue(next))}</span>`
          : '–',
        late:
          late > 0
            ? tag({ text: t.late(late), tone: 'late' })
            : next
              ? tag({ text: t.onTime, tone: 'ok' })
              : html`<span class="soft">${t.nothingDue}</span>`,
        count: project.count
          ? html`${countWords(project.count, '')[ctx.language]}<br><span class="soft">${dayWords(ctx, project.count.asOf)}</span>`
          : '–',
      };
    }),
  });
}

function nextTable(ctx: RequestContext, projects: readonly ProjectSummary[]): Html {
  const t = texts[ctx.language];
  const due = projects
    .flatMap((project) =>
      project.deliverables.filter((one) => !one.doneOn && currentDue(one)).map((one) => ({ project, one })),
    )
    .sort((a, b) => currentDue(a.one)!.localeCompare(currentDue(b.one)!))
    .slice(0, mostDrawn);
  return table(ctx, {
    caption: t.nextDeliverables,
    captionHidden: true,
    columns: [
      { key: 'due', text: t.dueNow, kind: 'date' },
      { key: 'what', text: t.what },
      { key: 'project', text: t.project },
      { key: 'responsible', text: t.responsible },
      { key: 'slipped', text: t.slipped },
      { key: 'state', text: t.state },
    ],
    rowHeader: 'what',
    empty: html`<p class="soft">${t.noNext}</p>`,
    rows: due.map(({ project, one }) => ({
      due: dayWords(ctx, currentDue(one)),
      what: html`<a href="${recordAddress('deliverable', one.id)}" lang="sv">${sentence(one.what)}</a>`,
      project: html`<a href="${recordAddress('project', project.id)}" lang="sv">${project.name}</a>`,
      responsible: swedish(one.responsible) ?? '–',
      slipped: slipWords(ctx, one) ?? '–',
      state: standingTag(ctx, one),
    })),
  });
}

function slippage(ctx: RequestContext, projects: readonly ProjectSummary[]): Html {
  const t = texts[ctx.language];
  const { number } = ctx.format;
  const found = slippageOf(
    projects.flatMap(({ deliverables }) => deliverables),
    ctx.services.runtime.today(),
  );
  if (found.dated === 0) return html`<p class="soft">${t.noSlippage}</p>`;
  return html`<p>${t.slippageOf(number(found.slipped), number(found.dated))} ${found.medianDays === null ? null : t.slippageDays(number(found.medianDays), number(found.mostDays))} ${found.movedTwice > 0 ? t.slippageTwice(number(found.movedTwice)) : null}</p>`;
}

function board(ctx: RequestContext, projects: readonly ProjectSummary[]): Html {
  const t = texts[ctx.language];
  const by = Map.groupBy(projects, ({ phase }) => phase);
  const link = (phase: ProjectPhase, count: number) =>
    count === 0
      ? '0'
      : html`<a href="${withQuery(projectsPath, { fas: phase })}">${count}<span class="sr-only"> ${projectStates[phase][ctx.language]}</span></a>`;
  return table(ctx, {
    caption: t.board,
    captionHidden: true,
    columns: [
      { key: 'phase', text: t.phase },
      { key: 'count', text: t.count, kind: 'number' },
      { key: 'projects', text: t.projectsInPhase },
    ],
    rows: projectPhaseCodes.map((phase) => {
      const own = by.get(phase) ?? [];
      return {
        phase: phaseTag(ctx, phase),
        count: link(phase, own.length),
        projects:
          own.length === 0
            ? '–'
            : html`${own.slice(0, mostDrawn).map((one, at) => html`${at > 0 ? ', ' : null}<a href="${recordAddress('project', one.id)}" lang="sv">${one.name}</a>`)}${own.length > mostDrawn ? ' …' : null}`,
      };
    }),
  });
}

function timeline(ctx: RequestContext, projects: readonly ProjectSummary[]): Html {
  const t = texts[ctx.language];
  const timed = projects.filter(({ startsOn }) => startsOn).sort((a, b) => a.startsOn!.localeCompare(b.startsOn!));
  if (timed.length === 0) return html`<p class="soft">${t.noTimes}</p>`;
  const today = ctx.services.runtime.today();
  return chart(
    ctx,
    {
      kind: 'ranges',
      title: t.timeline,
      unit: '',
      note: t.timelineNote,
      today,
      rows: timed.slice(0, mostDrawn).map(({ name, startsOn, endsOn, phase }) => ({
        label: name,
        from: startsOn!,
        to: endsOn,
        text: projectStates[phase][ctx.language],
        look: phase === 'ended' || phase === 'permanent' ? 'light' : phase === 'paused' ? 'outline' : 'full',
      })),
    },
    { id: 'projekt-tid', titleHidden: true, own: false },
  );
}
