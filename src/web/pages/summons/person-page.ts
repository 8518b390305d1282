import { answerChannels, type Invitation, type SummonsOverview } from '../../../domain/meetings/index.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from '../meetings/agenda-item-form-page.ts';
import { answerForm } from './answer-form.ts';
import { personPath } from './summons-paths.ts';
import { answerTag, letterTag, personName } from './summons-words.ts';
import { texts } from './texts.ts';

/** Which of the two forms of the page has something to correct. */
export type PersonForm = { readonly of: 'answer' | 'address'; readonly state: FormState };

/** One person who was asked: the answer as it was given or as the secretary notes it, the address, and every letter. */
export function personPage(
  ctx: RequestContext,
  invitation: Invitation & Pick<SummonsOverview, 'meeting'>,
  shown?: PersonForm,
): Page {
  const t = texts[ctx.language];
  const { meeting, summons } = invitation;
  const { answer, letters, address } = summons;
  const path = personPath(meeting.id, summons.id);
  const title = t.personTitle(summons.name);
  const of = (which: PersonForm['of'], values: FormState['values']) =>
    shown?.of === which ? shown.state : freshForm(values);
  return page({
    title,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, title),
    lead: html`${answerTag(ctx, summons)}${personName(summons)}${answer ? html`<span>${t.through(ctx.format.instant(answer.at), answerChannels[answer.through][ctx.language])}</span>` : null}`,
    body: html`<section><h2>${t.note}</h2>${answerForm(ctx, invitation, {
      action: path,
      submit: t.save,
      bySecretary: true,
      state: of('answer', { answer: answer?.code, note: answer?.note ?? undefined }),
    })}</section>
<section><h2>${t.address}</h2>${form(ctx, {
      action: `${path}/adress`,
      submit: t.saveAddress,
      variant: 'secondary',
      version: summons.version,
      state: of('address', { address: address ?? undefined }),
      body: field(ctx, {
        name: 'address',
        label: t.address,
        hint: t.addressHint,
        kind: 'email',
        optional: true,
        state: of('address', { address: address ?? undefined }),
      }),
    })}</section>
${
  letters.length === 0
    ? null
    : html`<section><h2>${t.letters}</h2>${table(ctx, {
        caption: t.letters,
        captionHidden: true,
        dense: true,
        columns: [
          { key: 'what', text: t.what },
          { key: 'when', text: t.when, kind: 'date' },
          { key: 'to', text: t.posted },
        ],
        rows: letters.map((letter) => ({
          what: letterTag(ctx, letter),
          when: ctx.format.instant(letter.sentAt ?? letter.postedAt),
          to: letter.address,
        })),
      })}<div class="actions">${postButton(ctx, { action: `${path}/igen`, text: t.again, variant: 'secondary' })}</div></section>`
}`,
  });
}
