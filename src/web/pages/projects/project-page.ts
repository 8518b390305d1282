import { may } from '../../../domain/access/index.ts';
import { totalOf } from '../../../domain/commissions/index.ts';
import { seriesChart } from '../../../domain/indicators/index.ts';
import {
  movesFrom,
  type Project,
  type ProjectEvent,
  projectEventKinds,
  projectStory,
} from '../../../domain/projects/index.ts';
import { type AddressedNoun, recordAddress, recordAddresses } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { chart } from '../../components/chart/chart.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { endorsementCard } from '../collaboration/endorsement-pages.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { releaseLink } from '../releases/release-link.ts';
import { sourceCard } from '../sources/source-card.ts';
import { deliverableTable, slippageChart } from './deliverable-tables.ts';
import type { ProjectPageFacts } from './project-facts-reader.ts';
import { countTable, lessonList, pointTable, roleTable, siteTable } from './project-parts.ts';
import { dayWords, ownerWords, phaseTag, projectCrumbs, swedish } from './project-view.ts';
import { texts } from './texts.ts';

/** One project on one page: its story in time with what each event rests on, deliverables and their slips, money, capacity, people, goals and lessons. */
export function projectPage(ctx: RequestContext, facts: ProjectPageFacts): Page {
  const { project } = facts;
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'project.edit', project.owner?.id);
  const button = (text: string, href: string) =>
    mayEdit
      ? html`<div class="actions">${linkButton({ text, href: `${here}/${href}`, variant: 'secondary' })}</div>`
      : null;
  const lessons = project.points.filter(({ kind }) => kind === 'lesson');
  const goals = project.points.filter(({ kind }) => kind !== 'lesson');
  return page({
    title: project.name,
    ownHeading: true,
    width: 'wide',
    crumbs: projectCrumbs(ctx, { text: project.name }),
    body: html`<div class="page-head"><h1 lang="sv">${project.name}</h1><div class="page-lead">${phaseTag(ctx, project.phase)}${project.aliases.length > 0 ? html` <span lang="sv">${project.aliases.join(', ')}</span>` : null}</div></div>
${project.owner ? null : notice(ctx, { tone: 'warning', title: t.noOwner, body: html`<p>${t.noOwnerBody}</p>${ctx.actor && may(ctx.actor, 'project.edit') ? html`<p><a href="${here}/andra">${t.setOwner}</a></p>` : null}` })}
${prose(t.aim, project.aim)}${prose(t.background, project.background)}
<section id="handelser"><h2>${t.story}</h2><p class="soft">${t.storyLead}</p>${story(ctx, facts)}${mayEdit ? html`<div class="actions">${movesFrom(project.phase).length > 0 ? linkButton({ text: t.changePhase, href: `${here}/fas`, variant: 'secondary' }) : null}${linkButton({ text: t.addPast, href: `${here}/fas/tidigare`, variant: 'secondary' })}</div>` : null}</section>
<section id="leveranser"><h2>${t.deliverables}</h2>${deliverableTable(ctx, project.deliverables)}${slippageChart(ctx, project.deliverables)}${button(t.addDeliverable, 'leverans/ny')}</section>
<section id="kapacitet"><h2>${t.capacity}</h2>${capacity(ctx, project)}${countTable(ctx, project, mayEdit)}${indicator(ctx, facts)}${button(t.addCount, 'antal/ny')}</section>
<section id="platser"><h2>${t.sites}</h2>${project.selection ? html`<p lang="sv">${project.selection}</p>` : null}${siteTable(ctx, project, mayEdit)}${button(t.addSite, 'plats/ny')}</section>
<section id="pengar"><h2>${t.money}</h2>${money(ctx, facts)}</section>
<section id="roller"><h2>${t.roles}</h2>${roleTable(ctx, project, mayEdit)}${button(t.addRole, 'roll/ny')}</section>
<section id="mal"><h2>${t.goals}</h2>${pointTable(ctx, project, goals, mayEdit)}${button(t.addPoint, 'punkt/ny')}</section>
<section id="lardomar"><h2>${t.lessons}</h2>${lessonList(ctx, facts, lessons, mayEdit)}${button(t.addLesson, 'punkt/ny?slag=lesson')}</section>
<section id="utvardering"><h2>${t.evaluation}</h2>${evaluation(ctx, project)}</section>`,
    aside: html`${card({
      title: t.facts,
      body: html`${summaryList(
        [
          { term: t.owner, value: ownerWords(ctx, project) },
          { term: t.area, value: swedish(project.area) },
          { term: t.startsOn, value: project.startsOn && dayWords(ctx, project.startsOn) },
          { term: t.endsOn, value: project.endsOn && dayWords(ctx, project.endsOn) },
        ],
        { compact: true },
      )}${button(t.changeProject, 'andra')}`,
    })}${card({
      title: t.file,
      body: html`<ul>${(['pdf', 'docx', 'html'] as const).map((format) => html`<li><a href="${here}/fil/${format}">${format.toUpperCase()}</a></li>`)}</ul>${releaseLink(ctx, { noun: 'projekt', id: project.id, bodyId: project.owner?.id ?? null })}`,
    })}${endorsementCard(ctx, { noun: 'project', id: facts.project.id }, facts.endorsements)}${connectionCard(ctx, facts.connections, mayEdit && `${here}/samband`)}${sourceCard(ctx, facts.sources)}`,
  });
}

function story(ctx: RequestContext, facts: ProjectPageFacts): Html {
  const t = texts[ctx.language];
  const { language } = ctx;
  const events = projectStory(facts.project, facts.connected);
  return table(ctx, {
    caption: t.story,
    captionHidden: true,
    columns: [
      { key: 'when', text: t.when, kind: 'date' },
      { key: 'event', text: t.event },
      { key: 'because', text: t.because },
      { key: 'basis', text: t.basis },
    ],
    rowHeader: 'event',
    rows: events.map(({ on, kind, what, because, effects, decision, record, partId }) => ({
      when: dayWords(ctx, on),
      event: html`<span class="soft">${projectEventKinds[kind][language]}</span> ${kind === 'phase' ? what[language] : html`<span${language === 'sv' ? null : html` lang="sv"`}>${what.sv === what.en ? what.sv : what[language]}</span>`}`,
      because: html`${swedish(because)}${effects ? html`<br><span class="soft">${t.effects}:</span> ${swedish(effects)}` : null}${decision ? html`<br><span class="soft">${t.decision}:</span> ${swedish(decision)}` : null}${!because && !effects && !decision ? '–' : null}`,
      basis: basisOf(ctx, facts, what[language], record, partId) ?? '–',
    })),
  });
}

/** The record that an event rests on, and the papers in which it was read, each at its first passage. */
function basisOf(
  ctx: RequestContext,
  { places }: ProjectPageFacts,
  about: string,
  record: ProjectEvent['record'],
  partId: string | undefined,
): Html | null {
  const hidden = html`<span class="sr-only">: ${about}</span>`;
  const href =
    record && Object.hasOwn(recordAddresses, record.noun)
      ? recordAddress(record.noun as AddressedNoun, record.id, record.within)
      : undefined;
  const read = new Map(
    places
      .filter((place) => place.recordId === partId)
      .toReversed()
      .map((place) => [place.documentId, place]),
  );
  if (!href && read.size === 0) return null;
  return html`${href ? html`<a href="${href}">${texts[ctx.language].basis}${hidden}</a> ` : null}${[...read.values()].map((place) => html`<a href="${recordAddress('sourcePassage', place.passageId)}" lang="sv">${place.documentTitle}${hidden}</a> `)}`;
}

/** The series that follows the project, drawn where it has more than one value, with the way to its definition and source. */
function indicator(ctx: RequestContext, { series }: ProjectPageFacts): Html | null {
  if (!series) return null;
  const t = texts[ctx.language];
  return html`<h3>${t.indicator}: <a href="${recordAddress('indicator', series.indicator.id)}" lang="sv">${series.indicator.name}</a></h3>${
    series.points.length > 1
      ? chart(ctx, seriesChart(series, ctx.language), { id: 'indikator', titleHidden: true })
      : null
  }`;
}

function capacity(ctx: RequestContext, { counts, counted, name }: Project): Html | null {
  const t = texts[ctx.language];
  if (counts.length < 2) return null;
  const maximum = counts.at(-1)?.maximum;
  return chart(
    ctx,
    {
      kind: 'line',
      title: t.capacityChart(counted),
      unit: counted || t.value,
      fromZero: true,
      series: [{ name, points: counts.map(({ asOf, value }) => ({ time: asOf, value })) }],
      ...(maximum && { targets: [{ name: t.ceiling, value: maximum }] }),
    },
    { id: 'kapacitet-kurva', own: false },
  );
}

function money(ctx: RequestContext, { commissions }: ProjectPageFacts): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.money,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.commission },
      { key: 'who', text: t.person },
      { key: 'period', text: t.time },
      { key: 'amount', text: t.money, kind: 'number' },
    ],
    empty: html`<p class="soft">${t.noMoney}</p>`,
    rows: commissions.map((one) => {
      const total = totalOf(one);
      return {
        what: html`<a href="${recordAddress('commission', one.id)}" lang="sv">${one.what}</a>`,
        who: swedish(one.who),
        period: [one.from, one.to].map((day) => (day ? dayWords(ctx, day) : '–')).join(' – '),
        amount: total ? `${ctx.format.number(total.ore / 100)} kr` : '–',
      };
    }),
  });
}

function evaluation(ctx: RequestContext, { evaluation, research }: Project): Html {
  const t = texts[ctx.language];
  if (!evaluation.by && !evaluation.due && !evaluation.result && !research)
    return html`<p class="soft">${t.noEvaluation}</p>`;
  return summaryList([
    { term: t.evaluatedBy, value: swedish(evaluation.by) },
    { term: t.evaluationDue, value: evaluation.due && dayWords(ctx, evaluation.due) },
    { term: t.evaluationResult, value: swedish(evaluation.result) },
    { term: t.research, value: swedish(research) },
  ]);
}

function prose(title: string, words: string): Html | null {
  if (!words.trim()) return null;
  return html`<section><h2>${title}</h2>${words.split(/\n+/u).map((line) => html`<p lang="sv">${line}</p>`)}</section>`;
}
