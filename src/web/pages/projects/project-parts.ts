import {
  countWords,
  type Project,
  type ProjectPoint,
  projectLessonPlaces,
  projectPointKinds,
  projectPointStates,
  projectRoles,
  type SiteState,
  siteStates,
} from '../../../domain/projects/index.ts';
import { type AddressedNoun, recordAddress } from '../../../kernel/record-address.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { ProjectPageFacts } from './project-facts-reader.ts';
import { dayWords, swedish } from './project-view.ts';
import { texts } from './texts.ts';

/** The way to change a part; empty for who may not. */
function changeLink(
  ctx: RequestContext,
  project: Project,
  kind: string,
  id: string,
  about: string,
  mayEdit: boolean,
): Html | string {
  const t = texts[ctx.language];
  if (!mayEdit) return '';
  return html`<a href="${recordAddress('project', project.id)}/${kind}/${id}">${t.change}<span class="sr-only"> ${about}</span></a>`;
}

/** Where it is tried out or introduced, and why there. */
export function siteTable(ctx: RequestContext, project: Project, mayEdit: boolean): Html {
  const t = texts[ctx.language];
  const tones: Readonly<Record<SiteState, TagTone>> = {
    planned: 'neutral',
    starting: 'info',
    running: 'ok',
    paused: 'late',
    ended: 'unknown',
  };
  return table(ctx, {
    caption: t.sites,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.site },
      { key: 'state', text: t.state },
      { key: 'since', text: t.siteSince },
      { key: 'reason', text: t.siteReason },
      ...(mayEdit ? [{ key: 'change' as const, text: t.change }] : []),
    ],
    empty: html`<p class="soft">${t.noSites}</p>`,
    rows: project.sites.map((one) => ({
      name: swedish(one.name),
      state: tag({ text: siteStates[one.state][ctx.language], tone: tones[one.state] }),
      since: one.startsOn ? dayWords(ctx, one.startsOn) : '–',
      reason: swedish(one.reason) ?? '–',
      change: changeLink(ctx, project, 'plats', one.id, one.name, mayEdit),
    })),
  });
}

/** Who does what, and how much. */
export function roleTable(ctx: RequestContext, project: Project, mayEdit: boolean): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.roles,
    captionHidden: true,
    columns: [
      { key: 'person', text: t.person },
      { key: 'role', text: t.role },
      { key: 'percent', text: t.percent, kind: 'number' },
      { key: 'time', text: t.time },
      ...(mayEdit ? [{ key: 'change' as const, text: t.change }] : []),
    ],
    empty: html`<p class="soft">${t.noRoles}</p>`,
    rows: project.roles.map((one) => ({
      person: swedish(one.person),
      role: projectRoles[one.role][ctx.language],
      percent: one.percent === null ? '–' : ctx.format.percent(one.percent / 100),
      time:
        one.startsOn || one.endsOn
          ? `${one.startsOn ? dayWords(ctx, one.startsOn) : ''} – ${one.endsOn ? dayWords(ctx, one.endsOn) : ''}`.trim()
          : '–',
      change: changeLink(ctx, project, 'roll', one.id, one.person, mayEdit),
    })),
  });
}

/** The figures of capacity, the newest first. */
export function countTable(ctx: RequestContext, project: Project, mayEdit: boolean): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.capacity,
    captionHidden: true,
    columns: [
      { key: 'asOf', text: t.asOf, kind: 'date' },
      { key: 'value', text: t.value },
      { key: 'note', text: t.note },
      ...(mayEdit ? [{ key: 'change' as const, text: t.change }] : []),
    ],
    empty: html`<p class="soft">${t.noCounts}</p>`,
    rows: [...project.counts].reverse().map((one) => ({
      asOf: dayWords(ctx, one.asOf),
      value: countWords(one, project.counted)[ctx.language],
      note: swedish(one.note) ?? '–',
      change: changeLink(ctx, project, 'antal', one.id, one.asOf, mayEdit),
    })),
  });
}

/** Goals, means and challenges with how they stand. */
export function pointTable(
  ctx: RequestContext,
  project: Project,
  points: readonly ProjectPoint[],
  mayEdit: boolean,
): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.goals,
    captionHidden: true,
    columns: [
      { key: 'point', text: t.point },
      { key: 'kind', text: t.pointKind },
      { key: 'state', text: t.pointState },
      { key: 'note', text: t.note },
      ...(mayEdit ? [{ key: 'change' as const, text: t.change }] : []),
    ],
    empty: html`<p class="soft">${t.noPoints}</p>`,
    rows: points.map((one) => ({
      point: swedish(one.point),
      kind: projectPointKinds[one.kind][ctx.language],
      state: pointTag(ctx, one),
      note: swedish(one.note) ?? '–',
      change: changeLink(ctx, project, 'punkt', one.id, one.point, mayEdit),
    })),
  });
}

/** What was learnt, and into what it was carried on. */
export function lessonList(
  ctx: RequestContext,
  { project, names }: ProjectPageFacts,
  lessons: readonly ProjectPoint[],
  mayEdit: boolean,
): Html {
  const t = texts[ctx.language];
  if (lessons.length === 0) return html`<p class="soft">${t.noLessons}</p>`;
  return html`<ol>${lessons.map((one) => {
    const to = one.carried && names.get(one.carried.id)?.target;
    const where = one.carried && projectLessonPlaces[one.carried.noun][ctx.language];
    return html`<li><p lang="sv">${one.point}</p><p class="soft">${one.carried ? html`${t.carried} ${to ? html`<a href="${recordAddress(to.noun as AddressedNoun, to.id, to.within)}">${where}<span class="sr-only">: ${names.get(one.carried.id)?.title}</span></a>` : where}, ${ctx.format.date(one.carried.on)}` : t.notCarried}${mayEdit ? html` · ${changeLink(ctx, project, 'punkt', one.id, one.point, true)} · <a href="${recordAddress('project', project.id)}/lardom/${one.id}">${t.carry}<span class="sr-only"> ${one.point}</span></a>` : null}</p></li>`;
  })}</ol>`;
}

function pointTag(ctx: RequestContext, { state }: ProjectPoint): Html {
  const tones = { open: 'neutral', handled: 'ok', dropped: 'unknown' } as const;
  return tag({ text: projectPointStates[state][ctx.language], tone: tones[state] });
}
