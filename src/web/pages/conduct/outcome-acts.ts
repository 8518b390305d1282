import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { type Content, type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { wasCalledUp } from './desk-facts.ts';
import { actButton, actForm, type DeskView, mayWrite, stateOf } from './desk-view.ts';

/** The other ends that an item can come to: tabled, referred back, decided without a proposal, withdrawn, not dealt with. */
export function outcomeActs(view: DeskView): Content {
  const { facts, item, happened } = view;
  if (!mayWrite(view) || happened.outcome.outcome !== null) return null;
  const called = wasCalledUp(facts, item.id);
  return [called ? tableAct(view) : null, called ? referAct(view) : null, otherAct(view, called)];
}

function tableAct(view: DeskView): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const typed = view.refused?.act === 'decide' && view.refused.state.values['decide.outcome'] === 'tabled';
  const state = typed ? stateOf(view, 'decide') : stateOf({ refused: undefined }, 'decide');
  return deskAct({
    id: 'bordlagg',
    title: a.table,
    shortcut: 'l',
    open: typed,
    body: html`<p class="soft">${a.tableLead}</p>${actForm(view, 'decide', {
      submit: a.table,
      body: html`${hidden(view, 'tabled')}${field(ctx, { name: 'decide.tabledTo', label: a.tabledTo, hint: a.tabledToHint, kind: 'date', state, optional: true })}`,
    })}`,
  });
}

function referAct(view: DeskView): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const typed = view.refused?.act === 'decide' && view.refused.state.values['decide.outcome'] === 'referredBack';
  const state = typed ? stateOf(view, 'decide') : stateOf({ refused: undefined }, 'decide');
  return deskAct({
    id: 'aterremiss',
    title: a.refer,
    shortcut: 'å',
    open: typed,
    body: actForm(view, 'decide', {
      submit: a.refer,
      body: html`${hidden(view, 'referredBack')}${field(ctx, { name: 'decide.motivation', label: a.referReason, kind: 'textarea', rows: 2, state })}`,
    }),
  });
}

/** A decision that no notice proposed and nobody moved against, told in clauses, or by officials in one sentence (R-ORG-3). */
function otherAct(view: DeskView, called: boolean): Html {
  const { ctx, facts, happened } = view;
  const a = actTexts[ctx.language];
  const outcome = view.refused?.state.values['decide.outcome'];
  const typed = view.refused?.act === 'decide' && outcome === 'decided';
  const state = typed ? stateOf(view, 'decide') : stateOf({ refused: undefined }, 'decide');
  const moved = happened.proposals.some((one) => !one.withdrawn && one.kind !== 'approval');
  const words = facts.rules.seats
    ? field(ctx, { name: 'decide.clauses', label: a.clauses, hint: a.clausesHint, kind: 'textarea', rows: 3, state })
    : field(ctx, { name: 'decide.sentence', label: a.sentence, hint: a.sentenceHint, state });
  const version = happened.outcome.version;
  return deskAct({
    id: 'annan-utgang',
    title: a.other,
    shortcut: 'u',
    open: typed,
    body: html`${
      called && !moved
        ? html`<h4>${a.ownDecision}</h4>${actForm(view, 'decide', {
            submit: a.decide,
            body: html`${hidden(view, 'decided')}${words}${facts.rules.approval === 'adjustment' ? tickBox({ name: 'decide.atOnce', label: a.atOnce, state }) : null}`,
          })}`
        : null
    }<div class="actions">${actButton(view, 'decide', { text: a.withdrawn, variant: 'quiet', fields: { outcome: 'withdrawn', version } })}${actButton(view, 'decide', { text: a.notTreated, variant: 'quiet', fields: { outcome: 'notTreated', version } })}</div>`,
  });
}

function hidden({ happened }: DeskView, outcome: string): Html {
  return html`<input type="hidden" name="decide.outcome" value="${outcome}"><input type="hidden" name="decide.version" value="${happened.outcome.version}">`;
}
