import { disqualificationGrounds, disqualificationOutcomes, groundsIn } from '../../../domain/attendance/index.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { actForm, type DeskView, isOpen, mayDo, personName, stateOf } from './desk-view.ts';

/** The form in which somebody is put on record as disqualified from the item, and the one in which the body decides about it (KL 6:28–32). */
export function disqualificationAct(view: DeskView): Html | null {
  const { ctx, facts, item } = view;
  const a = actTexts[ctx.language];
  const rule = facts.course.scene.rules[0]?.disqualification ?? 'no';
  const grounds = groundsIn(rule);
  // An officials' group knows no disqualification of its own: each official answers for it (FL 16–18).
  if (grounds.length === 0 || !mayDo(facts.meeting.state, 'change')) return null;
  const state = stateOf(view, 'declareDisqualification', { 'declareDisqualification.bySelf': 'on' });
  const people = facts.course.scene.people.filter(({ capacity }) => capacity === 'member' || capacity === 'deputy');
  return deskAct({
    id: 'jav',
    title: a.disqualification,
    shortcut: 'j',
    open: isOpen(view, 'declareDisqualification', 'decideDisqualification'),
    body: html`${actForm(view, 'declareDisqualification', {
      submit: a.declare,
      body: html`${field(ctx, { name: 'declareDisqualification.person', label: a.person, kind: 'select', options: people.map((one) => ({ value: one.id, text: personName(one) })), state })}${field(ctx, { name: 'declareDisqualification.ground', label: a.ground, kind: 'select', options: grounds.map((ground) => ({ value: ground, text: disqualificationGrounds[ground][ctx.language] })), state })}${tickBox({ name: 'declareDisqualification.bySelf', label: a.bySelf, state })}${field(ctx, { name: 'declareDisqualification.note', label: a.note2, state, optional: true })}`,
    })}${facts.disqualifications.some((one) => one.itemId === item.id) ? findingForm(view) : null}`,
  });
}

function findingForm(view: DeskView): Html {
  const { ctx, facts, item, moment } = view;
  const a = actTexts[ctx.language];
  const state = stateOf(view, 'decideDisqualification');
  const here = facts.disqualifications.filter((one) => one.itemId === item.id);
  const outcomes = Object.entries(disqualificationOutcomes).filter(([value]) => value !== 'open');
  const deputies = facts.course.scene.people.filter(
    ({ id, capacity }) => capacity === 'deputy' && moment.people.get(id)?.here && !moment.people.get(id)?.serves,
  );
  return html`<h4>${a.finding}</h4>${actForm(view, 'decideDisqualification', {
    submit: a.decideFinding,
    body: html`${field(ctx, { name: 'decideDisqualification.which', label: a.person, kind: 'select', options: here.map((one) => ({ value: `${one.id}:${one.version}`, text: `${one.name}, ${disqualificationOutcomes[one.outcome][ctx.language]}` })), state })}${field(ctx, { name: 'decideDisqualification.outcome', label: a.finding, kind: 'select', options: outcomes.map(([value, label]) => ({ value, text: label[ctx.language] })), state })}${
      deputies.length > 0
        ? field(ctx, {
            name: 'decideDisqualification.replacedBy',
            label: a.replacedBy,
            kind: 'select',
            options: deputies.map((one) => ({ value: one.id, text: personName(one) })),
            state,
            optional: true,
          })
        : null
    }`,
  })}`;
}
