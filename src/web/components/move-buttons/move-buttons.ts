import type { RequestContext } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { hiddenFields } from '../form/form.ts';

const texts = localized({ up: 'Flytta upp', down: 'Flytta ned' }, { up: 'Move up', down: 'Move down' });

/** One step: the form it sends and with what. */
export type MoveStep = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** Two small buttons that let a row change places with the one above or below; the first row has no way up, the last none down. */
export function moveButtons(
  ctx: RequestContext,
  options: {
    readonly about: string;
    readonly version?: number;
    readonly up?: MoveStep | undefined;
    readonly down?: MoveStep | undefined;
  },
): Html {
  const t = texts[ctx.language];
  const { about, version, up, down } = options;
  const draw = (step: MoveStep | undefined, text: string, sign: string) =>
    step
      ? html`<form method="post" action="${step.action}">${hiddenFields(ctx, version)}${Object.entries(step.fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
        )}<button${attributes({ type: 'submit', class: 'move-button', title: text })}><span aria-hidden="true">${sign}</span><span class="sr-only">${text} ${about}</span></button></form>`
      : html`<span class="move-button" hidden aria-hidden="true">${sign}</span>`;
  return html`<div class="move-buttons">${draw(up, t.up, '↑')}${draw(down, t.down, '↓')}</div>`;
}
