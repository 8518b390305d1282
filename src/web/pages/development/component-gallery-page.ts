import * as z from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { componentNames } from '../../assets.ts';
import type { ComponentExamples } from '../../component-examples.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { optionalChoice } from '../../input.ts';
import { page } from '../../reply.ts';
import { route } from '../../route.ts';
import { texts } from './texts.ts';

const schemes = ['auto', 'light', 'dark'] as const;
const address = '/utveckling/komponenter';
const query = z.object({ farg: optionalChoice(schemes) });

/** Every component with every example on one page, or one component alone: where the look is judged and where axe looks. */
export const developmentRoutes = [
  route({
    method: 'GET',
    path: address,
    policy: 'public',
    about: 'Visar alla komponenter med exempel (bara i utvecklings- och demonstrationsläge).',
    input: { query },
    sample: {},
    handler: async (ctx) => {
      const t = texts[ctx.language];
      const scheme = ctx.input.query.farg ?? 'auto';
      const all = await Promise.all(
        componentNames().map(async (name) => component(ctx, name, await loadExamples(name))),
      );
      const contents = html`<nav aria-label="${t.contents}"><ul class="gallery-contents">${componentNames().map((name) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>`;
      return page({
        title: t.title,
        body: html`${schemeTabs(ctx, address)}<p>${t.about}</p>${contents}${all}`,
        colorScheme: scheme,
      });
    },
  }),
  route({
    method: 'GET',
    path: `${address}/:name`,
    policy: 'public',
    about: 'Visar en komponent för sig.',
    input: { params: z.object({ name: z.string() }), query },
    sample: { params: { name: 'thread' } },
    handler: async (ctx) => {
      const { name } = ctx.input.params;
      if (!componentNames().includes(name)) throw new AppError('record.notFound');
      const t = texts[ctx.language];
      const body = component(ctx, name, await loadExamples(name));
      return page({
        title: name,
        body: html`${schemeTabs(ctx, `${address}/${name}`)}${body}`,
        colorScheme: ctx.input.query.farg ?? 'auto',
        crumbs: [{ text: t.title, href: address }, { text: name }],
      });
    },
  }),
] as const;

/** The examples of a component. A folder without them is a bug of the component. */
export async function loadExamples(name: string): Promise<ComponentExamples> {
  const module: { examples?: ComponentExamples } = await import(`../../components/${name}/examples.ts`);
  if (!module.examples)
    throw new Error(
      `components/${name}/examples.ts exports no "examples". Add one named example for each way it is used.`,
    );
  return module.examples;
}

function component(ctx: RequestContext, name: string, { about, examples }: ComponentExamples): Html {
  return html`<section class="gallery-component" id="${name}"><h2>${name}</h2><p class="soft" lang="sv">${about}</p>${examples.map(
    (example) =>
      html`<div class="gallery-example"><h3 class="gallery-name" lang="sv">${example.name}</h3>${example.render(ctx)}</div>`,
  )}</section>`;
}

function schemeTabs(ctx: RequestContext, path: string): Html {
  const t = texts[ctx.language];
  const current = ctx.url.searchParams.get('farg') ?? 'auto';
  return tabs(ctx, {
    label: t.scheme,
    items: schemes.map((scheme) => ({
      text: t.schemes[scheme],
      href: `${path}?farg=${scheme}`,
      current: scheme === current,
    })),
  });
}
