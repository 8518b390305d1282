import type { RequestContext } from './contracts.ts';
import type { Content } from './html.ts';

/** One way in which a component is used, with invented Swedish content. */
export type Example = { readonly name: string; readonly render: (ctx: RequestContext) => Content };

/** What a component is for and how it looks; `examples.ts` of each component folder exports one of these as `examples`. */
export type ComponentExamples = { readonly about: string; readonly examples: readonly Example[] };
