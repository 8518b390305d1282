import { type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import { claim, type EvidenceItem, evidenceList } from '../../components/evidence-list/evidence-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type ThreadStep, thread } from '../../components/thread/thread.ts';
import { type Html, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { indicatorPart } from './indicator-part.ts';
import { openPath } from './open-path.ts';

/** What the page of a kind shows beside the text that all records have. */
export function nounParts(ctx: PortalContext, record: PublishedWhole): Html | null {
  switch (record.noun) {
    case 'assignment':
      return threadPart(ctx, record as PublishedWhole<'assignment'>);
    case 'report':
      return reportPart(ctx, record as PublishedWhole<'report'>);
    case 'indicator':
      return indicatorPart(ctx, record as PublishedWhole<'indicator'>);
    case 'agreement':
      return agreementPart(ctx, record as PublishedWhole<'agreement'>);
    case 'consultation':
      return consultationPart(ctx, record as PublishedWhole<'consultation'>);
    default:
      return null;
  }
}

const threadKinds = ['goal', 'meeting', 'decision', 'minutes', 'report'] as const;

/** The thread of an assignment in the open: the goals above it, itself, and what dealt with it in the order of time. */
function threadPart(ctx: PortalContext, record: PublishedWhole<'assignment'>): Html | null {
  const { p, to, authority, format } = ctx;
  const links = record.links.filter(({ noun }) => (threadKinds as readonly string[]).includes(noun));
  if (links.length === 0) return null;
  const step = (link: (typeof links)[number]): ThreadStep => ({
    kind: p.nouns[link.noun].one,
    title: html`<span lang="sv">${link.title}</span>`,
    href: to(publishedPath(authority?.slug ?? '', link.noun, link.recordId)),
    state: 'done',
    ...(link.happenedOn && link.noun !== 'goal' && { when: format.date(link.happenedOn) }),
  });
  const goals = links.filter(({ noun }) => noun === 'goal');
  const since = links
    .filter(({ noun }) => noun !== 'goal')
    .sort((a, b) => (a.happenedOn ?? '').localeCompare(b.happenedOn ?? ''));
  const steps: readonly ThreadStep[] = [
    ...goals.map(step),
    {
      kind: p.nouns.assignment.one,
      title: html`<span lang="sv">${record.title}</span>`,
      state: 'now',
      ...(record.year && { when: String(record.year) }),
    },
    ...since.map(step),
  ];
  return html`<section><h2>${p.record.thread}</h2><p class="soft">${p.record.threadLead}</p>${thread(ctx, { steps, level: 3 })}</section>`;
}

/** What a report answers for each assignment, every sentence with what proves it in the open. */
function reportPart(ctx: PortalContext, record: PublishedWhole<'report'>): Html | null {
  const { data } = record;
  if (data.entries.length === 0) return null;
  const { p, format } = ctx;
  const items: EvidenceItem[] = [];
  const entries = data.entries.map((entry) => {
    const numbers = entry.evidence.map(({ label, noun, recordId, datedOn }) => {
      const number = items.length + 1;
      const href = openPath(ctx, record, noun, recordId);
      items.push({
        number,
        title: label,
        ...(href && { href }),
        ...(datedOn && { detail: format.date(datedOn) }),
      });
      return number;
    });
    const assignment = openPath(ctx, record, 'assignment', entry.assignmentId);
    const about = assignment ? html` <a href="${assignment}">${p.nouns.assignment.one}</a>` : null;
    return html`<li lang="sv">${claim(ctx, { text: entry.text, evidence: numbers })}${about}</li>`;
  });
  return html`<section><h2>${p.record.answers}</h2><ul>${entries}</ul>
${items.length > 0 ? html`<h3>${p.record.evidence}</h3>${evidenceList(ctx, items)}` : null}</section>`;
}

function agreementPart(ctx: PortalContext, { data }: PublishedWhole<'agreement'>): Html {
  const { p, format } = ctx;
  const span = p.record.validText(
    data.from ? format.date(data.from) : '–',
    data.to ? format.date(data.to) : p.record.untilFurther,
  );
  return html`<section>${summaryList([{ term: p.record.valid, value: data.from || data.to ? span : null }])}
${
  data.parties.length > 0
    ? html`<h2>${p.record.parties}</h2>${table(ctx, {
        caption: p.record.parties,
        captionHidden: true,
        columns: [
          { key: 'name', text: p.record.party },
          { key: 'on', text: p.record.decidedOn, kind: 'date' },
          { key: 'outcome', text: p.record.outcome },
        ],
        rows: data.parties.map(({ name, decidedOn, outcome }) => ({
          name: html`<span lang="sv">${name}</span>`,
          on: decidedOn && format.date(decidedOn),
          outcome: outcome && html`<span lang="sv">${outcome}</span>`,
        })),
      })}`
    : null
}</section>`;
}

function consultationPart(ctx: PortalContext, { data }: PublishedWhole<'consultation'>): Html {
  const { p, format } = ctx;
  return html`<section>${summaryList([{ term: p.record.due, value: data.due && format.date(data.due) }])}
${
  data.respondents.length > 0
    ? html`<h2>${p.record.respondents}</h2>${table(ctx, {
        caption: p.record.respondents,
        captionHidden: true,
        columns: [
          { key: 'name', text: p.record.respondent },
          { key: 'on', text: p.record.received, kind: 'date' },
          { key: 'stance', text: p.record.stance },
        ],
        rows: data.respondents.map(({ name, receivedOn, stance }) => ({
          name: html`<span lang="sv">${name}</span>`,
          on: receivedOn && format.date(receivedOn),
          stance: stance && html`<span lang="sv">${stance}</span>`,
        })),
      })}`
    : null
}</section>`;
}
