import { may } from '../../../domain/access/index.ts';
import { type Dialogue, type DialogueKind, dialogueKindCodes, dialogueKinds } from '../../../domain/dialogues/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { countWords, dialogueDays, dialoguesPath } from './dialogue-words.ts';
import { texts } from './texts.ts';

/** The register of dialogues, latest first, with how many of their insights have led to something. */
export function dialogueListPage(
  ctx: RequestContext,
  dialogues: readonly Dialogue[],
  filter: {
    readonly kind: DialogueKind | undefined;
    readonly year: number | undefined;
    readonly more: string | undefined;
  },
): Page {
  const t = texts[ctx.language];
  const active = filter.kind !== undefined || filter.year !== undefined;
  const add =
    ctx.actor && may(ctx.actor, 'dialogue.edit')
      ? html`<div class="actions">${linkButton({ text: t.add, href: `${dialoguesPath}/ny` })}</div>`
      : null;
  const state = freshForm({ slag: filter.kind, ar: filter.year === undefined ? '' : String(filter.year) });
  return page({
    title: t.title,
    lead: t.lead,
    crumbs: [{ text: t.goals, href: '/mal' }, { text: t.title }],
    body: html`<div class="actions">${dialogues.length > 0 || active ? add : null}<a href="/omrostningar">${t.polls}</a></div>${
      dialogues.length > 0 || active
        ? html`${filterBar(ctx, {
            action: dialoguesPath,
            active,
            fields: html`${field(ctx, {
              kind: 'select',
              name: 'slag',
              label: t.kind,
              empty: t.allKinds,
              options: dialogueKindCodes.map((value) => ({ value, text: dialogueKinds[value][ctx.language] })),
              state,
            })}${field(ctx, { kind: 'number', name: 'ar', label: t.year, state })}`,
          })}`
        : null
    }${
      dialogues.length === 0
        ? emptyState(
            active ? { title: t.noneFound, body: t.noneFoundBody } : { title: t.none, body: t.noneBody, action: add },
          )
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.dialogue },
              { key: 'kind', text: t.kind },
              { key: 'body', text: t.body },
              { key: 'when', text: t.when },
              { key: 'participants', text: t.participants, kind: 'number' },
              { key: 'led', text: t.ledTo },
            ],
            rows: dialogues.map((one) => ({
              title: html`<a href="${recordAddress('dialogue', one.id)}" lang="sv">${one.title}</a>`,
              kind: dialogueKinds[one.kind][ctx.language],
              body: html`<span lang="sv">${one.body.name}</span>`,
              when: dialogueDays(ctx, one),
              participants: countWords(ctx, one.participants) || '–',
              led:
                one.insights === 0
                  ? '–'
                  : t.ledToCount(ctx.format.number(one.insightsWithChange), ctx.format.number(one.insights)),
            })),
          })
    }${filter.more ? html`<p><a href="${filter.more}">${t.next50}</a></p>` : null}`,
  });
}
