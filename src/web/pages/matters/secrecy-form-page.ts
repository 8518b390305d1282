import type { Matter } from '../../../domain/matters/index.ts';
import { provisions, secrecyLevelCodes, secrecyLevels } from '../../../domain/secrecy/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** The way to the form in which the level of a matter is set. */
export function matterSecrecyPath(matterId: string): string {
  return `${recordAddress('matter', matterId)}/sekretess`;
}

/** The form in which the level of a matter is set, with its provision and its two titles: the level is taken over by everything in the matter. */
export function matterSecrecyPage(ctx: RequestContext, matter: Matter, state: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('matter', matter.id);
  return page({
    title: t.setSecrecy,
    lead: t.setSecrecyLead,
    width: 'text',
    crumbs: [{ text: matter.registrationNumber, href }, { text: t.setSecrecy }],
    body: html`${bothTexts(ctx, { state, fields: [{ name: 'publicTitle', label: t.publicTitle, saved: matter.publicTitle }] })}${form(
      ctx,
      {
        action: matterSecrecyPath(matter.id),
        submit: t.saveSecrecy,
        state,
        version: matter.version,
        cancel: { href },
        body: html`${field(ctx, {
          kind: 'select',
          name: 'secrecyLevel',
          label: t.level,
          options: secrecyLevelCodes.map((code) => ({ value: code, text: secrecyLevels[code].label[ctx.language] })),
          state,
        })}${field(ctx, {
          kind: 'select',
          name: 'provision',
          label: t.ground,
          hint: t.groundHint,
          optional: true,
          options: Object.entries(provisions).map(([code, { cite, about }]) => ({
            value: code,
            text: `${cite}, ${about[ctx.language]}`,
          })),
          state,
        })}${field(ctx, { name: 'legalGround', label: t.groundOther, optional: true, state })}${field(ctx, {
          name: 'publicTitle',
          label: t.publicTitle,
          hint: t.publicTitleHint,
          state,
        })}${field(ctx, {
          name: 'protectedTitle',
          label: t.protectedTitle,
          hint: t.protectedTitleHint,
          optional: true,
          state,
        })}`,
      },
    )}`,
  });
}
