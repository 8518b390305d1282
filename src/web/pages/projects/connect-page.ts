import { connectionKindCodes, connectionKinds } from '../../../domain/connections/index.ts';
import type { Project } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { projectCrumbs, sentence } from './project-view.ts';
import { texts } from './texts.ts';

/** The form that says what a project belongs with: the assignment behind it, the decision, the agreement, the money. */
export function connectPage(
  ctx: RequestContext,
  { project, records }: { readonly project: Project; readonly records: readonly Option[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const state = sent ?? freshForm({ kind: 'concerns' });
  return page({
    title: t.connectTitle,
    width: 'text',
    lead: html`<span lang="sv">${project.name}</span>`,
    crumbs: projectCrumbs(ctx, { text: project.name, href: here }, { text: t.connect }),
    body: form(ctx, {
      action: `${here}/samband`,
      submit: t.connect,
      state,
      labels: { to: t.connectTo, kind: t.connectKind, reason: t.connectReason },
      cancel: { href: here },
      body: html`${field(ctx, { kind: 'select', name: 'to', label: t.connectTo, hint: t.connectHint, state, options: records })}
${field(ctx, { kind: 'select', name: 'kind', label: t.connectKind, state, options: connectionKindCodes.map((code) => ({ value: code, text: sentence(connectionKinds[code][ctx.language]) })) })}
${field(ctx, { name: 'reason', label: t.connectReason, width: 'full', state })}`,
    }),
  });
}
