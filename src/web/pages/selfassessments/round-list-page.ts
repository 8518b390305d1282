import { may } from '../../../domain/access/index.ts';
import type { AreaWhole, AssessmentRound, SelfAssessment } from '../../../domain/selfassessments/index.ts';
import { assessmentRoundStates, assessmentTitle, selfAssessmentStates } from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { smallestGroup } from '../../../kernel/small-groups.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { statusChart } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { texts } from './texts.ts';

export type RoundListFacts = {
  readonly rounds: readonly AssessmentRound[];
  readonly whole: readonly AreaWhole[];
  /** The assessments that the reader may see; of others there is not even a line. */
  readonly own: readonly SelfAssessment[];
};

/** The rounds, what the reader takes part in, and how the answers of all fell where they are many enough. */
export function roundListPage(ctx: RequestContext, { rounds, whole, own }: RoundListFacts): Page {
  const t = texts[ctx.language];
  const create =
    ctx.actor && may(ctx.actor, 'selfassessment.edit')
      ? linkButton({ text: t.newRound, href: '/larande-uppfoljning/ny' })
      : null;
  const current = own.filter(({ round }) => round.state === 'open');
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'selfAssessments')}
${rounds.length === 0 ? emptyState({ title: t.noRounds, body: t.noRoundsBody, ...(create && { action: create }) }) : html`${create ? html`<div class="actions">${create}</div>` : null}${roundTable(ctx, rounds)}`}
${current.length > 0 ? html`<section><h2>${t.yourAssessments}</h2>${assessmentTable(ctx, current)}</section>` : null}
${rounds.length > 0 ? html`<section id="helheten"><h2>${t.whole}</h2>${wholeSection(ctx, whole)}</section>` : null}`,
  });
}

function roundTable(ctx: RequestContext, rounds: readonly AssessmentRound[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.rounds,
    columns: [
      { key: 'round', text: t.round },
      { key: 'year', text: t.year, kind: 'date' },
      { key: 'leader', text: t.leader },
      { key: 'dueOn', text: t.dueOn, kind: 'date' },
      { key: 'state', text: t.state },
      { key: 'agreed', text: t.agreed },
    ],
    rows: rounds.map((round) => ({
      round: html`<a href="${recordAddress('assessmentRound', round.id)}" lang="sv">${round.title}</a>`,
      year: round.year,
      leader: html`<span lang="sv">${round.body.name}</span>`,
      dueOn: ctx.format.shortDate(round.dueOn),
      state: roundTag(ctx, round),
      agreed: t.agreedOf(round.agreed, round.assessments),
    })),
  });
}

/** The state of a round as a word with its shape. */
export function roundTag(ctx: RequestContext, { state }: Pick<AssessmentRound, 'state'>): Html {
  const tone = { preparing: 'neutral', open: 'part', closed: 'ok' } as const;
  return tag({ text: assessmentRoundStates[state][ctx.language], tone: tone[state] });
}

/** Assessments by the names of their units, with how far each has come and nothing of what was answered. */
export function assessmentTable(ctx: RequestContext, assessments: readonly SelfAssessment[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.assessments,
    captionHidden: true,
    columns: [
      { key: 'units', text: t.units },
      { key: 'year', text: t.year, kind: 'date' },
      { key: 'state', text: t.state },
      { key: 'agreed', text: t.agreed },
    ],
    rows: assessments.map((one) => ({
      units: html`<a href="${recordAddress('selfAssessment', one.id)}" lang="sv">${assessmentTitle(one)}</a>`,
      year: one.round.year,
      state: assessmentTag(ctx, one),
      agreed: t.agreedOf(one.parties.filter(({ agreed }) => agreed).length, one.parties.length),
    })),
  });
}

/** The state of an assessment as a word with its shape. */
export function assessmentTag(ctx: RequestContext, { state }: Pick<SelfAssessment, 'state'>): Html {
  return tag({ text: selfAssessmentStates[state][ctx.language], tone: state === 'agreed' ? 'ok' : 'part' });
}

function wholeSection(ctx: RequestContext, whole: readonly AreaWhole[]): Content {
  const t = texts[ctx.language];
  const shown = whole.filter(({ years }) => years.length > 0);
  if (shown.length === 0) return html`<p>${t.wholeNone}</p>`;
  return html`<p>${t.wholeLead(smallestGroup + 1)}</p>${shown.map((area) => areaChart(ctx, area))}`;
}

/** From the low end of a scale to the high one: what works well looks like what is done. */
const bandTones = ['part', 'neutral', 'info', 'ok'] as const;

function areaChart(ctx: RequestContext, { code, text, scale, bands, years, tooFew }: AreaWhole): Html {
  const t = texts[ctx.language];
  return html`<section><h3 lang="sv">${text}</h3><p class="soft"><span lang="sv">${t.ends(scale.from, scale.lowLabel, scale.to, scale.highLabel)}</span></p>${statusChart(
    ctx,
    {
      id: `helhet-${code}`,
      title: t.wholeTitle,
      tableOpen: true,
      rowName: t.year,
      parts: bands.map(({ from, to }, index) => ({
        key: String(index),
        text: t.band(from, to),
        tone: bandTones.at(Math.max(index - bands.length, -bandTones.length))!,
      })),
      rows: years.map(({ year, counts }) => ({
        label: String(year),
        counts: Object.fromEntries(counts.map((count, index) => [String(index), count])),
      })),
    },
  )}${bands.length === 1 ? html`<p>${t.oneBand}</p>` : null}${tooFew.length > 0 ? html`<p>${t.tooFew(ctx.format.list(tooFew.map(String)))}</p>` : null}</section>`;
}
