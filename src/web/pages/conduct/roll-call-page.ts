import { type CourseScene, canServe } from '../../../domain/attendance/index.ts';
import { mandateNotice, substitutionReasons } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button, linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { deskNotes } from '../../components/meeting-desk/meeting-desk.ts';
import { notice } from '../../components/notice/notice.ts';
import { type PersonChoice, personChoices } from '../../components/person-choices/person-choices.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName, meetingTag } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { roleName } from '../organisation/seat-words.ts';
import { deskPath } from './conduct-address.ts';
import type { DeskFacts } from './desk-facts.ts';
import { personName } from './desk-view.ts';
import { participantsListPath } from './participants-page.ts';
import { participantsTexts } from './participants-texts.ts';
import { quorumWords } from './presence-section.ts';
import { deputiesNow } from './proposed-deputies.ts';
import { courseAfter, type RollCallAnswer, type TypedRollCall } from './roll-call.ts';
import { texts } from './texts.ts';

/** The roll call before a meeting is opened: who is here, who serves for whom, and whether the body has its quorum. */
export function rollCallPage(ctx: RequestContext, facts: DeskFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, course } = facts;
  const called = course.scene.people.some(({ capacity }) => canServe(capacity));
  const mandate = mandateNotice(facts.rules);
  return page({
    title: `${t.rollCall}: ${meetingName(ctx, meeting)}`,
    crumbs: [
      { text: meetingTexts[ctx.language].title, href: meetingListPath },
      { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
      { text: t.title },
    ],
    script: 'meetingScript',
    lead: html`${meetingTag(ctx, meeting.state)}<span lang="sv">${meeting.body.name}</span>`,
    body: html`${deskNotes(ctx)}${mandate ? notice(ctx, { tone: 'info', body: mandate[ctx.language] }) : null}${participants(ctx, facts)}${
      called || !facts.rules.seats || course.scene.people.length > 0
        ? rollCallForm(ctx, facts, state)
        : beginForm(ctx, facts)
    }`,
  });
}

/** The way to the list of those without a seat: the first thing to do where nobody has one. */
function participants(ctx: RequestContext, { meeting, course, rules }: DeskFacts): Html {
  const first = !rules.seats && course.scene.people.length === 0;
  return html`<div class="actions">${linkButton({
    text: participantsTexts[ctx.language].open,
    href: participantsListPath(meeting.id),
    variant: first ? 'primary' : 'quiet',
  })}</div>`;
}

/** The list does not stand until somebody asks for it: looking at a page writes nothing. */
function beginForm(ctx: RequestContext, { meeting }: DeskFacts): Html {
  const t = texts[ctx.language];
  return html`<p>${t.beginLead}</p><div class="actions">${postButton(ctx, { action: `${deskPath(meeting.id)}/upprop`, text: t.begin, shortcut: 'n' })}</div>`;
}

function rollCallForm(ctx: RequestContext, facts: DeskFacts, state: FormState): Html {
  const t = texts[ctx.language];
  const { scene } = facts.course;
  const typed = typedRollCall(scene, state);
  const after = courseAfter(scene, typed, '00:00');
  const remote = facts.rules.remote === 'allowed';
  const groups = [
    [t.members, scene.people.filter(({ capacity }) => capacity === 'member')],
    [t.deputies, scene.people.filter(({ capacity }) => capacity === 'deputy')],
    [t.others, scene.people.filter(({ capacity }) => !canServe(capacity))],
  ] as const;
  const answers = [
    { value: 'present', text: t.present, key: 'n' },
    { value: 'remote', text: t.remote, key: 'd' },
    { value: 'absent', text: t.absent, key: 'f' },
  ];
  const noRemote = facts.rules.remote === 'notAllowed' || facts.rules.remote === 'notPossible';
  return html`<p>${t.rollCallLead}</p><p class="soft">${t.rollCallKeys(noRemote ? '' : t.rollCallRemoteKey)}</p>${form(
    ctx,
    {
      action: `${deskPath(facts.meeting.id)}/oppna`,
      submit: t.openMeeting,
      state,
      more: button({ text: t.countAgain, variant: 'secondary', name: 'act', value: 'count' }),
      body: html`<div data-roll-call>${groups.map(([label, people]) =>
        people.length === 0
          ? null
          : html`<h2>${label}</h2>${personChoices({
              label,
              answers,
              people: people.map(
                (person): PersonChoice => ({
                  name: `answer.${person.id}`,
                  person: personName(person),
                  about:
                    [person.organisation, person.role && roleName(ctx, person.role)].filter(Boolean).join(', ') || null,
                  chosen: typed.answers.get(person.id),
                  without: noRemote && canServe(person.capacity) ? ['remote'] : [],
                }),
              ),
            })}`,
      )}</div>${remote ? tickBox({ name: 'seenAndHeard', label: t.seenAndHeard, state }) : null}<div data-roll-count aria-live="polite">${quorumWords(ctx, { course: after }, after.state)}${servingFields(ctx, facts, state)}</div>${field(ctx, { name: 'at', label: t.openedAt, hint: t.timeHint, kind: 'time', state, optional: true })}`,
    },
  )}`;
}

/** For each seat on which nobody serves: who should, by the order of the body, and who else could. */
function servingFields(ctx: RequestContext, facts: DeskFacts, state: FormState): Html | null {
  const t = texts[ctx.language];
  const { scene } = facts.course;
  if (!facts.rules.seats || facts.rules.deputiesServe === 'no') return null;
  const before = courseAfter(scene, { ...typedRollCall(scene, state), serving: [] }, '00:00');
  const taken = new Set(
    [...before.state.people.values()].flatMap(({ serves, seatId }) => (serves && seatId ? [seatId] : [])),
  );
  const empty = scene.seats.filter(({ id }) => !taken.has(id));
  const deputies = scene.people.filter(
    ({ id, capacity }) => capacity === 'deputy' && before.state.people.get(id)?.here,
  );
  if (empty.length === 0 || deputies.length === 0) return null;
  const proposed = deputiesNow(before, facts.rules, facts.orders);
  return html`<h2>${t.servingSeats}</h2>${empty.map((seat) => {
    const holder = scene.people.find((person) => person.capacity === 'member' && person.seatId === seat.id);
    const turn = proposed.get(seat.id);
    const name = `serving.${seat.id}`;
    const chosen = state.values[name] ?? turn?.attendanceId ?? '';
    return field(ctx, {
      name,
      label: t.servesFor(holder ? personName(holder) : t.vacantSeat(seat.party ? ` (${seat.party})` : '')),
      kind: 'select',
      empty: t.nobody,
      options: deputies.map((person) => ({ value: person.id, text: personName(person) })),
      state: { ...state, values: { ...state.values, [name]: chosen } },
      ...(turn && { hint: t.proposed(turn.name, substitutionReasons[turn.reason][ctx.language]) }),
      optional: true,
    });
  })}`;
}

/** Reads a roll call out of what stands in its form. */
export function typedRollCall(scene: Pick<CourseScene, 'people' | 'seats'>, { values }: FormState): TypedRollCall {
  const word = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const codes: readonly string[] = ['present', 'remote', 'absent'] satisfies readonly RollCallAnswer[];
  return {
    answers: new Map(
      scene.people.flatMap(({ id }): [string, RollCallAnswer][] => {
        const answer = word(`answer.${id}`);
        return answer !== undefined && codes.includes(answer) ? [[id, answer as RollCallAnswer]] : [];
      }),
    ),
    serving: scene.seats.flatMap(({ id }) => {
      const attendanceId = word(`serving.${id}`);
      return attendanceId ? [{ attendanceId, seatId: id }] : [];
    }),
    seenAndHeard: word('seenAndHeard') !== undefined,
  };
}
