import {
  currentDue,
  type Deliverable,
  type DeliverableStanding,
  deliverableStanding,
  isLive,
  type PartialDay,
  type ProjectPhase,
  type ProjectSummary,
  projectStates,
  slippedDays,
  standingOf,
} from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { Crumb } from '../../reply.ts';
import { texts as collaborationTexts } from '../collaboration/texts.ts';
import { texts } from './texts.ts';

/** Where the projects lie. */
export const projectsPath = '/samverkan/projekt';

/** A day, a month or a year, as exactly as it is known. */
export function dayWords(ui: Ui, day: PartialDay | null): string {
  if (!day) return texts[ui.language].undated;
  if (day.length === 4) return day;
  return day.length === 7 ? ui.format.month(`${day}-01`) : ui.format.date(day);
}

/** The phase of a project as a word with its shape. */
export function phaseTag(ui: Ui, phase: ProjectPhase): Html {
  const tones: Readonly<Record<ProjectPhase, TagTone>> = {
    idea: 'neutral',
    feasibility: 'neutral',
    pilot: 'part',
    project: 'part',
    rollout: 'info',
    permanent: 'ok',
    paused: 'late',
    ended: 'unknown',
  };
  return tag({ text: projectStates[phase][ui.language], tone: tones[phase] });
}

/** How a deliverable stands today, as a word with its shape. */
export function standingTag(ctx: RequestContext, deliverable: Deliverable): Html {
  const tones: Readonly<Record<DeliverableStanding, TagTone>> = {
    undated: 'unknown',
    ahead: 'neutral',
    late: 'late',
    done: 'ok',
    doneLate: 'part',
  };
  const standing = standingOf(deliverable, ctx.services.runtime.today());
  return tag({ text: deliverableStanding[standing][ctx.language], tone: tones[standing] });
}

/** How much a deliverable has slipped, in words; null where it has not, or no day was said. */
export function slipWords(ctx: RequestContext, deliverable: Deliverable): string | null {
  const t = texts[ctx.language];
  const days = slippedDays(deliverable, ctx.services.runtime.today());
  if (!days) return null;
  return days > 0 ? t.days(days) : t.earlier(-days);
}

/** What is late in a project today. */
export function lateOf(project: Pick<ProjectSummary, 'deliverables'>, today: string): readonly Deliverable[] {
  return project.deliverables.filter((one) => standingOf(one, today) === 'late');
}

/** What is to be delivered next: the earliest that is not done, late ones first. */
export function nextOf(project: Pick<ProjectSummary, 'deliverables'>): Deliverable | undefined {
  return project.deliverables
    .filter((one) => !one.doneOn && currentDue(one))
    .sort((a, b) => currentDue(a)!.localeCompare(currentDue(b)!))[0];
}

/** Who owns it, or that nobody does. */
export function ownerWords(ui: Ui, { owner, phase }: Pick<ProjectSummary, 'owner' | 'phase'>): Html {
  if (!owner) return tag({ text: texts[ui.language].noOwner, tone: isLive(phase) ? 'late' : 'unknown' });
  return html`<a href="${recordAddress('body', owner.id)}" lang="sv">${owner.name}</a>`;
}

/** The way to a page of a project. */
export function projectCrumbs(ui: Ui, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [
    { text: collaborationTexts[ui.language].title, href: '/samverkan' },
    { text: texts[ui.language].title, href: projectsPath },
    ...rest,
  ];
}

/** The register's own words, which are Swedish on every page. */
export const swedish = (text: string): Html | null => (text ? html`<span lang="sv">${text}</span>` : null);

/** Begins with a capital. */
export function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
