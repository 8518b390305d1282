import type { Attendance } from '../../../domain/attendance/index.ts';
import {
  backingOf,
  bothEndorsements,
  type Decision,
  decisionStates,
  type Endorsement,
  endorsementSentence,
  type PrincipalStand,
  principalStandCodes,
  principalStandKinds,
} from '../../../domain/decisions/index.ts';
import type { ExpectedReport, MeetingDetail, OfficialsItem } from '../../../domain/meetings/index.ts';
import { type BodyRules, mandateNotice } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { mayFor } from '../meetings/meeting-facts.ts';
import { gatheringCrumbs } from './notes-page.ts';
import { texts } from './texts.ts';

/** What the page about a group's principals shows. */
export type OfficialsFacts = {
  readonly meeting: MeetingDetail;
  readonly rules: BodyRules;
  readonly principals: readonly { readonly name: string }[];
  readonly decisions: readonly Decision[];
  readonly stands: ReadonlyMap<string, readonly PrincipalStand[]>;
  readonly endorsements: ReadonlyMap<string, readonly Endorsement[]>;
  /** Those that were asked and answered one by one, which the form does not write. */
  readonly answered: ReadonlyMap<string, readonly Endorsement[]>;
  readonly items: ReadonlyMap<string, OfficialsItem>;
  /** The groups that were to report at the meeting, with what they reported. */
  readonly expected: readonly ExpectedReport[];
  readonly attendance: readonly Attendance[];
};

/** The address of the page about the principals of a meeting of officials. */
export function officialsPath(meetingId: string): string {
  return `${recordAddress('meeting', meetingId)}/huvudman`;
}

/** What a group of officials has beside an ordinary meeting: for whom each decision holds, who endorsed it, sub-groups and slides. */
export function officialsPage(ctx: RequestContext, facts: OfficialsFacts): Page {
  const t = texts[ctx.language];
  const { meeting, rules } = facts;
  const mandate = mandateNotice(rules);
  return page({
    title: t.officials,
    crumbs: gatheringCrumbs(ctx, meeting, t.officials),
    body: html`${mandate ? notice(ctx, { tone: 'info', title: t.mandate, body: html`<p>${mandate[ctx.language]}</p>` }) : null}
<section><h2>${t.principals}</h2><p>${t.principalsLead}</p>${decisionsTable(ctx, facts)}</section>
${representatives(ctx, facts)}<section><h2>${t.reports}</h2><p>${t.reportsLead}</p>${missingReports(ctx, facts)}${itemsTable(ctx, facts)}</section>`,
  });
}

function decisionsTable(ctx: RequestContext, facts: OfficialsFacts): Html {
  const t = texts[ctx.language];
  const { meeting, principals, decisions } = facts;
  if (principals.length === 0)
    return emptyState({
      title: t.noPrincipals,
      body: t.noPrincipalsBody,
      action: linkButton({
        text: t.toBody,
        href: `${recordAddress('body', meeting.body.id)}#huvudman`,
        variant: 'secondary',
      }),
    });
  if (decisions.length === 0) return emptyState({ title: t.noDecisions, body: t.noDecisionsBody });
  const may = mayFor(ctx.actor, 'decision.record', meeting);
  return table(ctx, {
    caption: t.principals,
    captionHidden: true,
    columns: [
      { key: 'decision', text: t.decision },
      { key: 'state', text: t.holdsFor },
      ...(may ? [{ key: 'change', text: t.change } as const] : []),
    ],
    rows: decisions.map((decision) => {
      const stands = facts.stands.get(decision.id) ?? [];
      const backing = backingOf(stands);
      return {
        decision: html`<a href="${recordAddress('decision', decision.id)}" lang="sv">${decision.title}</a> ${tag({ text: decisionStates[decision.state][ctx.language] })}${bothEndorsements(facts.endorsements.get(decision.id), facts.answered.get(decision.id)).map((one) => html`<p class="soft" lang="sv">${endorsementSentence(one)}</p>`)}`,
        state: html`${tag({ text: t.holds(backing.holds.length, stands.length), tone: backing.everywhere ? 'ok' : 'part' })}${missing(ctx, backing)}`,
        change: html`<a href="${officialsPath(meeting.id)}/${decision.id}">${t.change}<span class="sr-only">${t.changeAbout(decision.title)}</span></a>`,
      };
    }),
  });
}

/** Who spoke for each principal, the absent apart, and the principals for whom nobody is named; then who else was listed. */
function representatives(ctx: RequestContext, { principals, attendance }: OfficialsFacts): Html | null {
  if (principals.length === 0 && attendance.length === 0) return null;
  const t = texts[ctx.language];
  const names = [
    ...new Set([...principals.map(({ name }) => name), ...attendance.flatMap((one) => one.organisation ?? [])]),
  ];
  const those = (name: string, present: boolean) => {
    const people = attendance.filter((one) => one.organisation === name && one.present === present);
    return people.length === 0
      ? null
      : html`<ul lang="sv">${people.map((one) => html`<li>${[one.name, one.role].filter(Boolean).join(', ')}</li>`)}</ul>`;
  };
  return html`<section><h2>${t.representatives}</h2><p>${t.representativesLead}</p>${table(ctx, {
    caption: t.representatives,
    captionHidden: true,
    rowHeader: 'principal',
    columns: [
      { key: 'principal', text: t.principal },
      { key: 'present', text: t.present },
      { key: 'absent', text: t.absent },
    ],
    rows: names.map((name) => ({
      principal: html`<span lang="sv">${name}</span>`,
      present: attendance.some(({ organisation }) => organisation === name)
        ? those(name, true)
        : tag({ text: t.nobody, tone: 'unknown' }),
      absent: those(name, false),
    })),
  })}</section>`;
}

/** Who is missing, by what is missing: that is what the secretary asks for. */
function missing(ctx: RequestContext, { awaited, against, unsaid }: ReturnType<typeof backingOf>): Html {
  const t = texts[ctx.language];
  const line = (label: string, those: readonly PrincipalStand[]) =>
    those.length === 0
      ? null
      : html`<li>${label}: <span lang="sv">${ctx.format.list(those.map(({ principal }) => principal))}</span></li>`;
  return html`<ul>${line(principalStandKinds.needsOwnDecision[ctx.language], awaited)}${line(principalStandKinds.doesNotStand[ctx.language], against)}${line(t.unsaid, unsaid)}</ul>`;
}

function itemsTable(ctx: RequestContext, { meeting, items }: OfficialsFacts): Html {
  const t = texts[ctx.language];
  if (meeting.items.length === 0) return emptyState({ title: t.noItems, body: t.noItemsBody });
  const may = ctx.actor !== undefined && mayFor(ctx.actor, 'meeting.edit', meeting);
  return table(ctx, {
    caption: t.reports,
    captionHidden: true,
    columns: [
      { key: 'item', text: t.items },
      { key: 'reports', text: t.itemReports },
      ...(may ? [{ key: 'change', text: t.edit } as const] : []),
    ],
    rows: meeting.items.map((item) => {
      const has = items.get(item.id);
      const lines = [
        ...(has?.reports ?? []).map(({ subGroup }) => subGroup),
        ...(has?.slidesIn ? [`${t.slidesIn} ${has.slidesIn}`] : []),
      ];
      return {
        item: html`<span lang="sv">${item.number ? `${item.number}. ` : ''}${item.title}</span>`,
        reports: lines.length > 0 ? html`<ul lang="sv">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : null,
        change: html`<a href="${recordAddress('meeting', meeting.id)}/punkter/${item.id}/rapporter">${t.itemReports}<span class="sr-only">${t.changeAbout(item.title)}</span></a>`,
      };
    }),
  });
}

/** The groups that were to report and of whom nothing is written, once the meeting has begun; before that nobody can be late. */
function missingReports(ctx: RequestContext, { meeting, expected }: OfficialsFacts): Html | null {
  const t = texts[ctx.language];
  const missing = expected.filter(({ report }) => report === null);
  if (missing.length === 0) return null;
  const held = meeting.heldOn <= ctx.services.runtime.today();
  return notice(ctx, {
    tone: held ? 'warning' : 'info',
    title: held ? t.notReported : t.toReport,
    body: html`<ul lang="sv">${missing.map(({ name, itemTitle }) => html`<li>${name} (${itemTitle})</li>`)}</ul>`,
  });
}

/** The form in which it is noted where each principal stands to one decision, and who endorsed the proposal. */
export function standPage(ctx: RequestContext, facts: OfficialsFacts, decision: Decision, state: FormState): Page {
  const t = texts[ctx.language];
  const stands = facts.stands.get(decision.id) ?? [];
  return page({
    title: t.principals,
    width: 'text',
    crumbs: gatheringCrumbs(ctx, facts.meeting, t.principals),
    lead: html`<span lang="sv">${decision.title}</span>`,
    body: form(ctx, {
      action: `${officialsPath(facts.meeting.id)}/${decision.id}`,
      submit: t.save,
      state,
      cancel: { href: officialsPath(facts.meeting.id) },
      body: html`${field(ctx, { kind: 'textarea', name: 'endorsements', label: t.endorsements, hint: t.endorsementsHint, rows: 2, state, optional: true })}${stands.map(
        ({ principalId, principal, version }) =>
          group(
            principal,
            html`<input type="hidden" name="seen.${principalId}" value="${version}">${field(ctx, {
              kind: 'select',
              name: `stand.${principalId}`,
              label: t.stand(principal),
              empty: t.unsaid,
              options: principalStandCodes.map((code) => ({
                value: code,
                text: principalStandKinds[code][ctx.language],
              })),
              state,
              optional: true,
            })}${field(ctx, { kind: 'date', name: `day.${principalId}`, label: t.ownDecisionOn(principal), state, optional: true })}${field(ctx, { name: `note.${principalId}`, label: t.note(principal), state, optional: true })}`,
          ),
      )}`,
    }),
  });
}
