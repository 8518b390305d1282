import * as z from 'zod';
import { AppError } from '../../src/kernel/errors.ts';
import { field } from '../../src/web/components/field/field.ts';
import { form } from '../../src/web/components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../src/web/contracts.ts';
import { html } from '../../src/web/html.ts';
import { civilDateField, text } from '../../src/web/input.ts';
import { languageRoutes } from '../../src/web/language-route.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { file, type Page, page, redirect } from '../../src/web/reply.ts';
import { route } from '../../src/web/route.ts';

export const origin = 'http://localhost';
export const seen: string[] = [];

function noteForm(ctx: RequestContext, state: FormState): Page {
  const fields = html`${field(ctx, { name: 'heading', label: 'Rubrik', state })}${field(ctx, { kind: 'date', name: 'due', label: 'Klart', state })}`;
  return page({
    title: 'Anteckning',
    body: html`${form(ctx, { action: '/anteckning', submit: 'Spara', state, body: fields })}`,
  });
}

const noteInput = { form: z.object({ heading: text({ maximum: 20 }), due: civilDateField() }) };
export const routes = [
  ...languageRoutes,
  route({
    method: 'GET',
    path: '/oppen',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: (ctx) => page({ title: 'Öppen', body: html`<p>${ctx.format.date('2026-05-30')}</p>` }),
  }),
  route({
    method: 'GET',
    path: '/inne',
    policy: 'signedIn',
    about: 'x',
    sample: {},
    handler: (ctx) => page({ title: 'Inne', body: html`<p>Hej ${ctx.actor.name}</p>` }),
  }),
  route({
    method: 'GET',
    path: '/anteckning',
    policy: 'meeting.edit',
    about: 'x',
    sample: {},
    handler: (ctx) => noteForm(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/anteckning',
    policy: 'meeting.edit',
    about: 'x',
    input: noteInput,
    sample: {},
    handler: (ctx) => {
      seen.push(`${ctx.auth.action} ${ctx.auth.actorName} ${ctx.input.form.heading} ${ctx.input.form.due}`);
      if (ctx.input.form.heading === 'fel') throw new Error('a bug <b>');
      if (ctx.input.form.heading === 'ändrad')
        throw new AppError('record.changedMeanwhile', {}, { heading: 'den andras' });
      if (ctx.input.form.heading === 'regel')
        throw new AppError('record.invalid', {}, [{ path: 'due', key: 'validation.date' }]);
      return redirect('/inne', { flash: { tone: 'success', text: 'Sparat <så>' } });
    },
    onInvalid: noteForm,
  }),
  route({
    method: 'GET',
    path: '/fil',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: () => file({ bytes: new Uint8Array([1]), type: 'application/pdf', name: 'Återrapport "26".pdf' }),
  }),
  route({
    method: 'GET',
    path: '/ut',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: () => redirect('//evil.example/x'),
  }),
  route({
    method: 'GET',
    path: '/nummer/:id',
    policy: 'public',
    about: 'x',
    input: { params: z.object({ id: z.string().regex(/^\d+$/) }) },
    sample: { params: { id: '1' } },
    handler: (ctx) => page({ title: ctx.input.params.id, body: html`x` }),
  }),
  route({
    method: 'POST',
    path: '/in',
    policy: 'public',
    rate: 'signIn',
    about: 'x',
    sample: {},
    handler: () => redirect('/inne', { session: { token: 'secretary' } }),
  }),
];

export const secretary = { cookie: '__Host-kansli=secretary' };
export const member = { cookie: '__Host-kansli=member' };
export const token = csrfToken('secret-of-the-secretary', 'nonce');

export function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
  });
}
export const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`${origin}${path}`, { headers });
export const note = { csrf: token, heading: 'Hej', due: '2026-12-01' };
