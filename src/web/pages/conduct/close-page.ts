import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { type MissingAtClose, missingAtClose } from './closing.ts';
import { deskPath } from './conduct-address.ts';
import type { DeskFacts } from './desk-facts.ts';
import { texts } from './texts.ts';

/** One item with what it lacks; of one that whoever looks may not see, nothing of what happened is told (R-KL-24). */
function missingLine(
  ctx: RequestContext,
  { meeting, hidden }: DeskFacts,
  { itemId, title, lacks, problems }: MissingAtClose,
): Html {
  const t = texts[ctx.language];
  const words = lacks.map((lack) => t.missing[lack]);
  if (hidden.includes(itemId)) return html`<li><span lang="sv">${title}</span>: ${words.join(' ')}</li>`;
  const all = [...words, ...problems.map((problem) => problemText(ctx, problem))];
  return html`<li><a href="${deskPath(meeting.id, itemId)}" lang="sv">${title}</a>: ${all.join(' ')}</li>`;
}

/** The question before a meeting is closed: what is missing, and that nobody can reserve afterwards (KL 4:27, R-KL-36). */
export function closePage(ctx: RequestContext, facts: DeskFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, questions } = facts;
  const missing = missingAtClose(facts);
  const unanswered = questions.filter((one) => one.state === 'announced');
  const nothing = missing.length + unanswered.length === 0;
  const has = (lack: (typeof missing)[number]['lacks'][number]) => missing.some(({ lacks }) => lacks.includes(lack));
  return page({
    title: t.closing,
    crumbs: [
      { text: meetingTexts[ctx.language].title, href: meetingListPath },
      { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
      { text: t.title, href: deskPath(meeting.id) },
      { text: t.closing },
    ],
    width: 'text',
    body: html`<p>${nothing ? t.closingNothing : t.closingLead}</p>${
      nothing
        ? null
        : html`<ul>${missing.map((one) => missingLine(ctx, facts, one))}${unanswered.map(({ askedBy }) => html`<li>${t.missing.question(askedBy)}</li>`)}</ul>`
    }${form(ctx, {
      action: `${deskPath(meeting.id)}/avsluta`,
      submit: t.close,
      state,
      cancel: { href: deskPath(meeting.id) },
      body: html`${has('notTreated') ? tickBox({ name: 'notTreated', label: t.notTreatedAll, state }) : null}${
        has('notTreated') || has('tabledNotCarried') ? tickBox({ name: 'carry', label: t.carryAll, state }) : null
      }${unanswered.length > 0 ? tickBox({ name: 'carryQuestions', label: t.carryQuestions, state }) : null}${field(ctx, { name: 'at', label: t.closedAt, hint: t.timeHint, kind: 'time', state, optional: true })}`,
    })}`,
  });
}
