import {
  answerUnitCodes,
  answerUnits,
  countQualifierCodes,
  countQualifiers,
  type Dialogue,
  dialogueKindCodes,
  dialogueKinds,
} from '../../../domain/dialogues/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { dialogueCrumbs, dialoguesPath } from './dialogue-words.ts';
import { texts } from './texts.ts';

/** The form of a dialogue: when, of what kind, with how many. It never asks who took part. */
export function dialogueFormPage(
  ctx: RequestContext,
  bodies: readonly Body[],
  state: FormState,
  dialogue?: Dialogue,
): Page {
  const t = texts[ctx.language];
  const title = dialogue ? t.change : t.add;
  return page({
    title,
    width: 'text',
    crumbs: dialogueCrumbs(ctx, dialogue, title),
    body: html`${
      state.conflict
        ? bothTexts(ctx, {
            state,
            fields: [
              { name: 'title', label: t.name, saved: dialogue?.title ?? '' },
              { name: 'summary', label: t.summary, saved: dialogue?.summary ?? '' },
            ],
          })
        : null
    }${form(ctx, {
      action: dialogue ? `${recordAddress('dialogue', dialogue.id)}/andra` : `${dialoguesPath}/ny`,
      submit: t.save,
      state,
      ...(dialogue && { version: dialogue.version }),
      cancel: { href: dialogue ? recordAddress('dialogue', dialogue.id) : dialoguesPath },
      body: html`${field(ctx, { name: 'title', label: t.name, state })}
${field(ctx, {
  kind: 'select',
  name: 'kind',
  label: t.kind,
  options: dialogueKindCodes.map((value) => ({ value, text: dialogueKinds[value][ctx.language] })),
  state,
})}
${dialogue ? null : field(ctx, { kind: 'select', name: 'bodyId', label: t.body, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}
${field(ctx, { kind: 'date', name: 'fromOn', label: t.fromOn, state })}
${field(ctx, { kind: 'date', name: 'toOn', label: t.toOn, hint: t.toOnHint, optional: true, state })}
${field(ctx, { name: 'place', label: t.place, optional: true, state })}
${countFields(ctx, 'occasions', t.occasions, undefined, state)}
${countFields(ctx, 'participants', t.participants, t.participantsHint, state)}
${field(ctx, {
  kind: 'select',
  name: 'answerUnits',
  label: t.answerUnits,
  optional: true,
  options: answerUnitCodes.map((value) => ({ value, text: answerUnits[value][ctx.language] })),
  state,
})}
${field(ctx, { kind: 'textarea', rows: 4, name: 'summary', label: t.summary, hint: t.summaryHint, optional: true, state })}
${field(ctx, { kind: 'textarea', rows: 3, name: 'materials', label: t.materials, hint: t.materialsHint, optional: true, state })}`,
    })}`,
  });
}

/** A number with the word that says how sure it is. */
function countFields(
  ctx: RequestContext,
  name: 'occasions' | 'participants',
  label: string,
  hint: string | undefined,
  state: FormState,
): Html {
  const t = texts[ctx.language];
  return html`${field(ctx, { kind: 'number', name, label, ...(hint && { hint }), optional: true, state })}${field(ctx, {
    kind: 'select',
    name: `${name}Qualifier`,
    label: t.qualifier(label),
    empty: countQualifiers.exact[ctx.language],
    options: countQualifierCodes
      .filter((value) => value !== 'exact')
      .map((value) => ({ value, text: countQualifiers[value][ctx.language] })),
    state,
  })}`;
}
