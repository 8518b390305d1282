import {
  attendanceCapacities,
  canServe,
  disqualificationOutcomes,
  quorumAt,
} from '../../../domain/attendance/index.ts';
import { type SubstitutionReason, substitutionReasons } from '../../../domain/organisation/index.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { hiddenFields } from '../../components/form/form.ts';
import { type PresenceLine, presenceList } from '../../components/presence-list/presence-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { roleName } from '../organisation/seat-words.ts';
import { type ActName, actPath } from './conduct-address.ts';
import type { DeskFacts } from './desk-facts.ts';
import { actForm, type DeskView, isOpen, mayDo, stateOf } from './desk-view.ts';
import { type PresenceRow, presenceTable, type Standing } from './presence-rows.ts';
import { deputiesNow } from './proposed-deputies.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<Standing, TagTone>> = {
  inRoom: 'ok',
  remote: 'info',
  outside: 'late',
  absent: 'neutral',
  vacant: 'unknown',
};
const signs = [...'123456789abcdefghijklmopqrstuvwxyzåäö'];

/** Who sits at the table in this §, whether the body may decide, and what can be noted about each (R-KL-20–23). */
export function presenceSection(view: DeskView): Html {
  const { ctx, facts, item, moment } = view;
  const t = texts[ctx.language];
  const table = presenceTable(facts.course, moment);
  const now = moment === facts.course.state;
  const proposed = now ? deputiesNow(facts.course, facts.rules, facts.orders) : new Map();
  const people = [...table.seats, ...table.deputies, ...table.others].filter(
    ({ attendanceId }) => attendanceId !== null,
  );
  const signOf = (row: PresenceRow) => (row.attendanceId === null ? undefined : signs[people.indexOf(row)]);
  const line = (row: PresenceRow) => lineOf(view, row, { sign: signOf(row), proposed: proposed.get(row.key), now });
  const groups = [
    [t.members, table.seats],
    [t.deputies, table.deputies],
    [t.others, table.others],
  ] as const;
  const editable = now && mayDo(facts.meeting.state, 'writeDown');
  return html`<h2>${now ? t.presenceNow : t.presence}</h2>${quorumWords(ctx, facts, moment)}<form method="post" action="${path(view, 'arrive')}" data-presence>${hiddenFields(ctx)}${
    editable
      ? html`<details class="help" id="narvarotid"><summary>${t.eventTime}</summary><div class="help-body">${field(ctx, { name: 'presence.at', label: t.time, hint: t.timeHint, kind: 'time', state: freshForm(), optional: true })}${
          facts.rules.remote === 'allowed'
            ? tickBox({ name: 'presence.heard', label: t.heard, state: freshForm({ 'presence.heard': 'on' }) })
            : null
        }</div></details>`
      : null
  }${groups.map(([label, rows]) =>
    rows.length === 0
      ? null
      : html`<h3>${label}</h3>${presenceList({ label, actsLabel: () => t.who, lines: rows.map((row) => line(row)) })}`,
  )}</form>${inviteForm(view)}${disqualified(view, item.id)}${facts.rules.approval === 'adjustment' ? adjusters(ctx, facts) : null}`;
}

function path({ facts, item }: DeskView, act: ActName): string {
  return actPath(facts.meeting.id, act, item.id);
}

function lineOf(
  view: DeskView,
  row: PresenceRow,
  {
    sign,
    proposed,
    now,
  }: {
    readonly sign: string | undefined;
    readonly proposed:
      | { readonly attendanceId: string; readonly name: string; readonly reason: SubstitutionReason }
      | undefined;
    readonly now: boolean;
  },
): PresenceLine {
  const { ctx } = view;
  const t = texts[ctx.language];
  const party = row.party ? ` (${row.party})` : '';
  const idle =
    row.standing !== 'absent' &&
    row.seatId !== null &&
    !row.serves &&
    row.servedBy === null &&
    row.name !== null &&
    row.standing !== 'outside';
  const detail = [
    row.servedBy ? t.deputyServes(row.servedBy.name) : null,
    row.servesFor !== null ? t.servesForDetail(row.servesFor) : null,
    idle ? t.idle : null,
    proposed ? t.proposed(proposed.name, substitutionReasons[proposed.reason][ctx.language]) : null,
  ].filter((part) => part !== null);
  const acts = now && mayDo(view.facts.meeting.state, 'writeDown') ? lineActs(view, row, { sign, proposed }) : null;
  return {
    name: row.name === null ? t.vacantSeat(party) : `${row.name}${party}`,
    about: [row.organisation, row.role && roleName(ctx, row.role)].filter(Boolean).join(', ') || null,
    state: t.standings[row.standing],
    tone: tones[row.standing],
    ...(sign !== undefined && { sign }),
    ...(detail.length > 0 && { detail: html`<span lang="sv">${detail.join('; ')}</span>` }),
    ...(acts !== null && { acts, id: `person-${row.key}` }),
  };
}

/** What can have happened to somebody who stands as they do: nobody who is here arrives, nobody who is away leaves. */
function lineActs(
  view: DeskView,
  row: PresenceRow,
  {
    sign,
    proposed,
  }: {
    readonly sign: string | undefined;
    readonly proposed: { readonly attendanceId: string; readonly name: string } | undefined;
  },
): Html | null {
  const { ctx, facts } = view;
  const t = texts[ctx.language];
  const about = row.name ?? t.vacant;
  const act = (name: ActName, text: string, value: string, keys?: string) => {
    const look = {
      text,
      value,
      name: 'presence.who',
      formaction: path(view, name),
      variant: 'secondary' as const,
      about,
    };
    return html`<span${keys ? html` data-keys="${keys}"` : null}>${button(look)}</span>`;
  };
  const person = facts.course.scene.people.find(({ id }) => id === row.attendanceId);
  const remote =
    person &&
    ((facts.rules.remote !== 'notAllowed' && facts.rules.remote !== 'notPossible') || !canServe(person.capacity));
  const parts = [
    row.attendanceId !== null && row.standing === 'absent'
      ? html`${act('arrive', t.arrives, `${row.attendanceId}:inRoom`, `k${sign}`)}${remote ? act('arrive', t.arrivesRemote, `${row.attendanceId}:remote`) : null}`
      : null,
    row.attendanceId !== null && (row.standing === 'inRoom' || row.standing === 'remote' || row.standing === 'outside')
      ? html`${act('leave', t.leaves, `${row.attendanceId}:leaves`, `g${sign}`)}${row.standing === 'remote' ? act('leave', t.losesLine, `${row.attendanceId}:lostConnection`) : null}`
      : null,
    row.servedBy ? act('stopServing', `${t.stops}: ${row.servedBy.name}`, row.servedBy.attendanceId) : null,
    row.seatId !== null && proposed
      ? act('serve', t.serveProposed(proposed.name), `${proposed.attendanceId}:${row.seatId}`, sign && `i${sign}`)
      : null,
    row.seatId !== null && !row.serves && row.key === row.seatId
      ? otherDeputies(view, row, proposed?.attendanceId, act)
      : null,
  ];
  return parts.every((part) => part === null) ? null : html`${parts}`;
}

/** The secretary decides who serves; the order only proposes. */
function otherDeputies(
  { facts, ctx }: DeskView,
  row: PresenceRow,
  proposed: string | undefined,
  act: (name: ActName, text: string, value: string) => Html,
): Html | null {
  const t = texts[ctx.language];
  const free = facts.course.scene.people.filter(({ id, capacity }) => {
    const standing = facts.course.state.people.get(id);
    return capacity === 'deputy' && id !== proposed && standing?.here && standing.outFor === null && !standing.serves;
  });
  return free.length === 0
    ? null
    : html`${free.map(({ id, name }) => act('serve', t.serveProposed(name), `${id}:${row.seatId}`))}`;
}

/** The quorum of each body that needs one; for a body whose rules ask for none nothing is said of it (R-KL-23). */
export function quorumWords(
  ctx: RequestContext,
  { course }: Pick<DeskFacts, 'course'>,
  moment: DeskFacts['course']['state'],
): Html | null {
  const t = texts[ctx.language];
  const all = quorumAt(course.scene, moment);
  if (all.length === 0) return null;
  return html`<p class="desk-quorum">${all.map(({ serving, places, needed, enough }) =>
    tag({
      text: enough ? t.quorumYes(serving, places, needed) : t.quorumNo(serving, places, needed),
      tone: enough ? 'ok' : 'late',
    }),
  )}</p>`;
}

function inviteForm(view: DeskView): Html | null {
  const { ctx, facts } = view;
  if (!mayDo(facts.meeting.state, 'change')) return null;
  const t = texts[ctx.language];
  const state = stateOf(view, 'invite', { 'invite.here': 'on' });
  const capacities = Object.entries(attendanceCapacities)
    .filter(([value]) => value !== 'member' && value !== 'deputy')
    .map(([value, label]) => ({ value, text: label[ctx.language] }));
  return html`<details class="help" id="bjud-in"${isOpen(view, 'invite') ? html` open` : null}><summary>${t.invite}</summary><div class="help-body">${actForm(
    view,
    'invite',
    {
      submit: t.invite,
      body: html`${field(ctx, { name: 'invite.name', label: t.inviteName, state })}${field(ctx, { name: 'invite.capacity', label: t.inviteAs, kind: 'select', options: capacities, state })}${field(ctx, { name: 'invite.organisation', label: t.inviteOrganisation, state, optional: true })}${tickBox({ name: 'invite.here', label: t.inviteNow, state })}`,
    },
  )}</div></details>`;
}

function disqualified({ ctx, facts }: DeskView, itemId: string): Html | null {
  const t = texts[ctx.language];
  const here = facts.disqualifications.filter((one) => one.itemId === itemId);
  if (here.length === 0) return null;
  return html`<h3>${t.disqualifiedHere}</h3><ul class="desk-lines">${here.map(
    ({ name, outcome }) =>
      html`<li><span lang="sv">${name}</span>: ${disqualificationOutcomes[outcome][ctx.language]}</li>`,
  )}</ul>`;
}

/** Who adjusts the minutes beside the chair, as they are known so far, and by when. */
function adjusters(ctx: RequestContext, { meeting, minutes }: DeskFacts): Html {
  const t = texts[ctx.language];
  const signers = minutes?.adjustments.flatMap((one) => (one.kind === 'whole' ? one.signers : [])) ?? [];
  const due = meeting.adjustBy ? t.adjustBy(ctx.format.date(meeting.adjustBy)) : null;
  return html`<h3>${t.adjusters}</h3><p>${
    signers.length > 0 ? html`<span lang="sv">${signers.map(({ name }) => name).join(', ')}</span><br>` : null
  }<span class="soft">${due ?? t.noAdjusters}</span></p>`;
}
