import { statementStanding } from '../../../domain/organisation/index.ts';
import { type Dissent, type DissentKind, dissentKinds, tookPart } from '../../../domain/proceedings/index.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Content, type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { actButton, actForm, type DeskView, isOpen, mayDo, mayWrite, nameOf, stateOf } from './desk-view.ts';

/** Who showed another mind, and what the body said to it. */
export function dissentSheet(view: DeskView): Html | null {
  const { ctx, happened } = view;
  const a = actTexts[ctx.language];
  if (happened.dissents.length === 0) return null;
  const state = stateOf(view, 'statement');
  return html`<div class="desk-sheet" id="reservationer"><h3>${a.dissents}</h3><ul class="desk-lines">${happened.dissents.map((one) => dissentLine(view, one))}</ul>${
    mayWrite(view)
      ? html`<details class="help"${isOpen(view, 'statement') ? html` open` : null}><summary>${a.writeStatement}</summary><div class="help-body">${actForm(
          view,
          'statement',
          {
            submit: a.writeStatement,
            body: html`${field(ctx, {
              name: 'statement.dissent',
              label: a.dissent,
              kind: 'select',
              options: happened.dissents.map((one) => ({
                value: `${one.id}:${one.version}`,
                text: `${dissentKinds[one.kind][ctx.language]}: ${namesOf(view, one)}`,
              })),
              state,
            })}${field(ctx, { name: 'statement.statement', label: a.statement, kind: 'textarea', rows: 3, state })}`,
          },
        )}</div></details>`
      : null
  }</div>`;
}

function dissentLine(view: DeskView, one: Dissent): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const fields = { dissent: one.id, version: one.version };
  const needs = dissentKinds[one.kind].needsGrant;
  const word = one.granted === null ? a.awaitsGrant : one.granted ? a.granted : a.notGranted;
  return html`<li><div class="desk-row"><p><strong>${dissentKinds[one.kind][ctx.language]}</strong> ${one.announcedAt} <span lang="sv">${namesOf(view, one)}</span></p>${
    needs ? tag({ text: word, tone: one.granted ? 'ok' : 'neutral' }) : null
  }${mayWrite(view) && needs && one.granted === null ? html`${actButton(view, 'grant', { text: a.grant, fields: { ...fields, granted: 'yes' } })}${actButton(view, 'grant', { text: a.refuse, variant: 'quiet', fields: { ...fields, granted: 'no' } })}` : null}${
    mayWrite(view)
      ? actButton(view, 'takeBackDissent', {
          text: a.takeBack,
          variant: 'quiet',
          about: dissentKinds[one.kind][ctx.language],
          fields,
        })
      : null
  }</div>${one.statement ? html`<p lang="sv">${one.statement}</p>` : one.statementDue ? html`<p class="soft">${a.due(ctx.format.date(one.statementDue))}</p>` : null}</li>`;
}

function namesOf(view: DeskView, one: Dissent): string {
  return one.people.map((id) => nameOf(view, id)).join(', ');
}

/** The forms of a reservation, a right of who took part (KL 4:27), and of what the body must let into its minutes (R-KL-37). */
export function dissentActs(view: DeskView): Content {
  const { facts, happened, table, ctx } = view;
  if (!mayWrite(view)) return null;
  const a = actTexts[ctx.language];
  const decided = happened.outcome.outcome !== null;
  const underWay = mayDo(facts.meeting.state, 'announceQuestion');
  const right = statementStanding(facts.rules, 'reservation') === 'right';
  const taking = tookPart(happened, table.voters);
  const notes = (Object.keys(dissentKinds) as DissentKind[]).filter(
    (kind) => kind !== 'reservation' && (kind !== 'deputyOpinion' || facts.rules.deputyMayRecordOpinion),
  );
  return [
    right && decided && underWay && taking.length > 0
      ? dissentForm(view, {
          id: 'reservation',
          title: a.reservation,
          shortcut: 'r',
          kinds: ['reservation'],
          people: taking,
          submit: a.reserve,
        })
      : null,
    taking.length + table.idleDeputies.length > 0
      ? dissentForm(view, {
          id: 'anteckning',
          title: a.note,
          shortcut: 'a',
          kinds: notes,
          people: [...taking, ...table.idleDeputies],
          submit: a.noteDissent,
        })
      : null,
  ];
}

function dissentForm(
  view: DeskView,
  options: {
    readonly id: string;
    readonly title: string;
    readonly shortcut: string;
    readonly kinds: readonly DissentKind[];
    readonly people: readonly string[];
    readonly submit: string;
  },
): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const { id, title, shortcut, kinds, people, submit } = options;
  const act = kinds.includes('reservation') ? 'dissent' : 'note';
  const state = stateOf(view, act);
  return deskAct({
    id,
    title,
    shortcut,
    open: isOpen(view, act),
    body: actForm(view, act, {
      submit,
      body: html`${
        act === 'dissent'
          ? html`<input type="hidden" name="dissent.kind" value="reservation">`
          : field(ctx, {
              name: 'note.kind',
              label: a.dissentKind,
              kind: 'select',
              options: kinds.map((kind) => ({ value: kind, text: dissentKinds[kind][ctx.language] })),
              state,
            })
      }${choices(ctx, { kind: 'checkbox', name: `${act}.people`, legend: a.people, inline: true, options: people.map((one) => ({ value: one, text: nameOf(view, one) })), state })}${field(ctx, { name: `${act}.statement`, label: a.statement, hint: a.statementLater, kind: 'textarea', rows: 2, state, optional: true })}`,
    }),
  });
}
