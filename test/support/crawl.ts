/**
 * Walks the product as somebody who follows every link: what is found are the pages and the forms that a person could reach, with the ids and
 * values that stand in them. A route is walked because the registry has it, so that what attacks find here cannot forget a new one.
 */
import { type Route, samplePath } from '../../src/web/route.ts';
import type { Visitor } from './demo-site.ts';

export type FormField = {
  readonly name: string;
  /** `day`: dates, times and numbers, which have a shape; `text` and `textarea` take any words. */
  readonly kind: 'hidden' | 'text' | 'day' | 'textarea' | 'choice' | 'radio' | 'box' | 'file' | 'button';
  readonly value: string;
  /** What can be chosen, without the empty choice. */
  readonly options: readonly string[];
};

export type FoundForm = {
  readonly page: string;
  readonly action: string;
  readonly route: Route;
  readonly fields: readonly FormField[];
};

export type Walk = {
  readonly pages: ReadonlyMap<string, string>;
  /** What every answer told the browser, also those that were no page. */
  readonly headers: ReadonlyMap<string, Headers>;
  /** Addresses that were linked to and answered with anything but a page, a file or a redirect. */
  readonly faults: readonly string[];
  readonly forms: readonly FoundForm[];
};

/** The route of the registry that answers an address: one without parameters wins, as it stands before the others in the registry. */
export function routeOf(routes: readonly Route[], method: Route['method'], path: string): Route | undefined {
  const fits = (route: Route): boolean =>
    new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0]!);
  return routes.find((route) => route.method === method && fits(route));
}

/** Follows links from the start page and from every page without parameters, at most `perRoute` pages of each route. */
export async function walk(visitor: Visitor, routes: readonly Route[], perRoute = 4): Promise<Walk> {
  const pages = new Map<string, string>();
  const headers = new Map<string, Headers>();
  const forms: FoundForm[] = [];
  const faults: string[] = [];
  const visits = new Map<Route, number>();
  const waiting = [
    '/',
    ...routes.filter(({ method, path }) => method === 'GET' && !path.includes(':')).map((route) => samplePath(route)),
  ];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(routes, 'GET', path);
    if (!route || pages.has(path) || /^\/(sprak|utveckling)\b/.test(route.path)) continue;
    const count = visits.get(route) ?? 0;
    if (count >= perRoute) continue;
    visits.set(route, count + 1);
    const response = await visitor.get(path);
    const text = await response.text();
    headers.set(path, response.headers);
    if (response.status >= 400) faults.push(`${response.status} ${path}`);
    if (response.status !== 200) continue;
    pages.set(path, text);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, href] of text.matchAll(/<a [^>]*href="([^"#]*)/g)) {
      const to = plain(href!);
      if (to.startsWith('/') && !to.startsWith('//')) waiting.push(to);
    }
    for (const form of formsOf(text)) {
      const target = routeOf(routes, 'POST', form.action);
      // Signing out would end the walk of whoever sends every form.
      if (target && target.path !== '/logga-ut') forms.push({ ...form, page: path, route: target });
    }
  }
  return { pages, headers, forms, faults };
}

/** The forms of a page that are posted. */
export function formsOf(page: string): readonly Pick<FoundForm, 'action' | 'fields'>[] {
  return [...page.matchAll(/<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action, body]) => ({
      action: plain(action!),
      fields: fieldsOf(body!),
    }),
  );
}

function fieldsOf(body: string): readonly FormField[] {
  const fields: FormField[] = [];
  for (const [tag, kind] of body.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (!name || name === 'csrf' || name === 'idempotencyKey') continue;
    const after = body.slice(body.indexOf(tag) + tag.length);
    const type = attribute(tag, 'type') ?? 'text';
    if (kind === 'textarea') {
      const value = plain(after.slice(0, after.indexOf('</textarea>')).replace(/^\n/, ''));
      fields.push({ name, kind: 'textarea', value, options: [] });
    } else if (kind === 'select') {
      const inside = after.slice(0, after.indexOf('</select>'));
      const options = [...inside.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => / selected\b/.test(option));
      const values = options.map((option) => attribute(option, 'value') ?? '').filter(Boolean);
      fields.push({ name, kind: 'choice', value: (chosen && attribute(chosen, 'value')) || '', options: values });
    } else if (kind === 'button') {
      fields.push({ name, kind: 'button', value: attribute(tag, 'value') ?? '', options: [] });
    } else if (type === 'radio' || type === 'checkbox') {
      const value = attribute(tag, 'value') ?? 'on';
      const checked = / checked\b/.test(tag);
      fields.push({ name, kind: type === 'radio' ? 'radio' : 'box', value: checked ? value : '', options: [value] });
    } else {
      const value = attribute(tag, 'value') ?? '';
      const shaped = ['date', 'time', 'number'].includes(type) || tag.includes('inputmode="numeric"');
      const known = type === 'hidden' || type === 'file' ? type : shaped ? 'day' : 'text';
      fields.push({ name, kind: known, value, options: [] });
    }
  }
  return fields;
}

/** The same form as it stands on its page now, with the versions of now; undefined when it is no longer there. */
export async function again(visitor: Visitor, form: FoundForm): Promise<FoundForm | undefined> {
  const response = await visitor.get(form.page);
  const found = formsOf(await response.text()).find(({ action }) => action === form.action);
  return found && { ...form, ...found };
}

/** The names of the fields that a page says are wrong. */
export function wrongFields(page: string): readonly string[] {
  return [...page.matchAll(/<(?:input|textarea|select)\b[^>]*aria-invalid="true"[^>]*>/g)].map(
    ([tag]) => attribute(tag, 'name') ?? '',
  );
}

/** The form filled in as a hurried person would: what stands there, the first choice where one is needed, words where nothing stands. */
export function filled(form: FoundForm, words: (field: FormField) => string | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of form.fields) {
    const { name, kind, value, options } = field;
    const typed = words(field);
    if (typed !== undefined) values[name] = typed;
    else if (kind === 'hidden' || value !== '') values[name] ??= value;
    else if (kind === 'button') values[name] ??= value;
    else if ((kind === 'choice' || kind === 'radio') && options[0] !== undefined) values[name] ??= options[0];
  }
  return values;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found?.[1] === undefined ? undefined : plain(found[1]);
}

function plain(text: string): string {
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (sign) => signs[sign]!);
}
