import type { Assessment, AssessmentVersion } from '../../../domain/assessments/index.ts';
import type { Assignment } from '../../../domain/assignments/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { sourceCard } from '../sources/source-card.ts';
import { statusTag } from './status-look.ts';
import { texts } from './texts.ts';

export type AssessmentFacts = {
  readonly assessment: Assessment;
  readonly assignment: Assignment;
  readonly versions: readonly AssessmentVersion[];
  readonly sources: readonly Source[];
};

/** What was said about an assignment at the end of a period, in every wording it has had: a report may quote an earlier one. */
export function assessmentPage(ctx: RequestContext, facts: AssessmentFacts): Page {
  const { assessment, assignment, versions, sources } = facts;
  const t = texts[ctx.language];
  return page({
    title: t.assessmentOf(assessment.period.name),
    crumbs: [
      { text: t.title, href: '/uppdrag' },
      { text: assignment.ref, href: recordAddress('assignment', assignment.id) },
      { text: assessment.period.name },
    ],
    lead: html`${statusTag(ctx, assessment.status)} <a href="${recordAddress('assignment', assignment.id)}">${assignment.ref} <span lang="sv">${assignment.title}</span></a>`,
    body: html`${assessment.carried && assessment.carried.confirmedBy === null ? notice(ctx, { tone: 'warning', title: t.carriedMark(assessment.carried.periodName), body: null }) : null}${words(assessment.text)}<h2>${t.versions}</h2>${versions.toReversed().map((version) => versionCard(ctx, version, assessment.version))}`,
    aside: [
      card({
        title: t.facts,
        body: summaryList(
          [
            {
              term: t.period,
              value: `${ctx.format.date(assessment.period.startsOn)} – ${ctx.format.date(assessment.period.endsOn)}`,
            },
            {
              term: t.saidBy,
              value:
                assessment.body &&
                html`<a href="${recordAddress('body', assessment.body.id)}" lang="sv">${assessment.body.name}</a>`,
            },
            {
              term: t.statusSentence,
              value: assessment.statusPhrase && html`<span lang="sv">${assessment.statusPhrase}</span>`,
            },
            { term: t.forecast, value: assessment.forecastOn && ctx.format.date(assessment.forecastOn) },
          ],
          { compact: true },
        ),
      }),
      sourceCard(ctx, sources),
    ],
  });
}

function versionCard(ctx: RequestContext, version: AssessmentVersion, current: number): Html {
  const t = texts[ctx.language];
  const isCurrent = version.version === current;
  return card({
    id: `version-${version.version}`,
    level: 3,
    title: html`${t.version(version.version)}${isCurrent ? html` <span>(${t.currentVersion})</span>` : null}`,
    body: html`<p>${statusTag(ctx, version.status)} ${t.writtenBy(version.writtenBy, ctx.format.instant(version.writtenAt))}</p>${isCurrent ? null : words(version.text)}`,
  });
}

function words(text: string): Html {
  return html`<div lang="sv">${text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`)}</div>`;
}
