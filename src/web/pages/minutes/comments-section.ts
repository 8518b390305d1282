import { type MinutesComment, sectionLabel } from '../../../domain/minutes/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type MinutesPageFacts, offersMinutes } from './minutes-facts.ts';
import { texts } from './texts.ts';

/** The round of comments: who has read, what was said on which §, what became of it, and a form for one more. */
export function commentsSection(ctx: RequestContext, facts: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  const { composed, comments, readings } = facts;
  const { minutes } = composed;
  const open = minutes.state === 'commenting';
  if (!open && comments.length === 0) return null;
  const read = readings.map(
    ({ reader, readAt }) =>
      html`<li><span lang="sv">${reader}</span> <span class="soft">${ctx.format.instant(readAt)}</span></li>`,
  );
  return html`<section id="synpunkter"><h2>${t.comments}</h2>
${open ? html`<p><strong>${t.readBy}</strong></p>${read.length > 0 ? html`<ul>${read}</ul>` : html`<p class="soft">${t.readByNone}</p>`}` : null}
${comments.length > 0 ? comments.map((one) => commentCard(ctx, facts, one)) : html`<p class="soft">${t.noComments}</p>`}
${offersMinutes(ctx.actor, minutes, 'comment') ? commentForm(ctx, facts) : null}</section>`;
}

function commentCard(ctx: RequestContext, { composed }: MinutesPageFacts, comment: MinutesComment): Html {
  const t = texts[ctx.language];
  const { minutes, facts } = composed;
  const section = facts.sections.find(({ itemId }) => itemId === comment.itemId);
  const answers = offersMinutes(ctx.actor, minutes, 'edit') && comment.resolution === null;
  return card({
    level: 3,
    title: html`${section ? sectionLabel(section) : t.wholeMinutes} <span class="soft" lang="sv">${comment.author}, ${ctx.format.instant(comment.madeAt)}</span>`,
    body: html`<p lang="sv">${comment.body}</p>${comment.resolution ? html`<p lang="sv"><strong>${t.resolved}</strong> ${comment.resolution}</p>` : null}${
      answers
        ? form(ctx, {
            action: `${recordAddress('minutes', minutes.id)}/synpunkter/${comment.id}`,
            submit: t.resolve,
            about: section ? sectionLabel(section) : t.wholeMinutes,
            variant: 'secondary',
            version: comment.version,
            body: field(ctx, { name: 'resolution', label: t.resolution, state: freshForm() }),
          })
        : null
    }`,
  });
}

function commentForm(ctx: RequestContext, { composed }: MinutesPageFacts): Html {
  const t = texts[ctx.language];
  const state = freshForm();
  return form(ctx, {
    action: `${recordAddress('minutes', composed.minutes.id)}/synpunkter`,
    submit: t.leaveComment,
    body: html`${field(ctx, {
      kind: 'select',
      name: 'itemId',
      label: t.commentOn,
      state,
      optional: true,
      empty: t.wholeMinutes,
      options: composed.facts.sections.map((section) => ({
        value: section.itemId,
        text: `${sectionLabel(section)} ${section.title}`,
      })),
    })}${field(ctx, { kind: 'textarea', name: 'body', label: t.comment, rows: 3, state })}`,
  });
}
