import { questionStates } from '../../../domain/proceedings/index.ts';
import { field } from '../../components/field/field.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Content, type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { actForm, type DeskView, isOpen, mayDo, mayWrite, stateOf } from './desk-view.ts';

/** Announced questions, to be answered in any item, and what was told in an item that must be noted (FL 27 §). */
export function questionActs(view: DeskView): Content {
  return [questionAct(view), oralAct(view)];
}

function questionAct(view: DeskView): Html {
  const { ctx, facts, item } = view;
  const a = actTexts[ctx.language];
  const [announce, answer] = [stateOf(view, 'announceQuestion'), stateOf(view, 'answerQuestion')];
  const open = facts.questions.filter(({ state }) => state === 'announced' || state === 'answered');
  return deskAct({
    id: 'fragor',
    title: a.questions,
    shortcut: 'f',
    open: isOpen(view, 'announceQuestion', 'answerQuestion') || (item.category === 'questions' && open.length > 0),
    body: html`${
      open.length > 0
        ? html`<ul class="desk-lines">${open.map(
            (one) =>
              html`<li><div class="desk-row"><p lang="sv">${one.askedBy}: ${one.question}</p>${tag({ text: questionStates[one.state][ctx.language], tone: one.state === 'answered' ? 'ok' : 'neutral' })}</div>${one.answer ? html`<p lang="sv">${one.answeredBy}: ${one.answer}</p>` : null}</li>`,
          )}</ul>`
        : null
    }${
      open.length > 0 && mayWrite(view)
        ? html`<h4>${a.chooseQuestion}</h4>${actForm(view, 'answerQuestion', {
            submit: a.noteAnswer,
            body: html`${field(ctx, { name: 'answerQuestion.question', label: a.question, kind: 'select', options: open.map((one) => ({ value: `${one.id}:${one.version}`, text: `${one.askedBy}: ${one.question}`.slice(0, 120) })), state: answer })}${field(ctx, { name: 'answerQuestion.answeredBy', label: a.answeredBy, state: answer })}${field(ctx, { name: 'answerQuestion.answer', label: a.answer, kind: 'textarea', rows: 3, state: answer })}`,
          })}`
        : null
    }${
      mayDo(facts.meeting.state, 'announceQuestion')
        ? html`<h4>${a.announce}</h4>${actForm(view, 'announceQuestion', {
            submit: a.announce,
            body: html`${field(ctx, { name: 'announceQuestion.askedBy', label: a.askedBy, state: announce })}${field(ctx, { name: 'announceQuestion.question', label: a.question, kind: 'textarea', rows: 2, state: announce })}`,
          })}`
        : null
    }`,
  });
}

function oralAct(view: DeskView): Html | null {
  const { ctx, happened, item } = view;
  const a = actTexts[ctx.language];
  if (!mayWrite(view)) return null;
  const state = stateOf(view, 'noteOral');
  return deskAct({
    id: 'muntligt',
    title: a.oral,
    open: isOpen(view, 'noteOral'),
    body: html`${happened.oralInformation.length > 0 ? html`<ul class="desk-lines">${happened.oralInformation.map((one) => html`<li lang="sv">${one.toldBy ? `${one.toldBy}: ` : ''}${one.body} <span class="soft">${one.notedBy}</span></li>`)}</ul>` : null}${actForm(
      view,
      'noteOral',
      {
        submit: a.noteOral,
        body: html`${field(ctx, { name: 'noteOral.body', label: a.oralBody, kind: 'textarea', rows: 2, state })}${field(ctx, { name: 'noteOral.toldBy', label: a.toldBy, state, optional: !item.exercisesAuthority })}`,
      },
    )}`,
  });
}
