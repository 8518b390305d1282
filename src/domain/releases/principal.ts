import type { Id } from '../../kernel/id.ts';
import type { BodyKind } from '../organisation/index.ts';

/** The kinds of body that can stand for an authority: the region and the municipalities. */
export const principalKinds = ['region', 'municipality'] as const satisfies readonly BodyKind[];

/**
 * One of the principals (huvudmän) of the joint work, as a body of this authority's register. Region and municipality are different authorities (OSL
 * 8:1): each keeps its own records, and a body stands here for the other. Tied says which authority of the installation it is.
 */
export type Principal = {
  readonly bodyId: Id<'body'>;
  readonly name: string;
  readonly kind: (typeof principalKinds)[number];
  /** The authority of this installation that it is; null while nobody has tied it. */
  readonly authorityId: Id<'tenant'> | null;
  /** Whether it is this authority itself. */
  readonly own: boolean;
  readonly tiedAt: Date | null;
  readonly tiedBy: string | null;
};

/** An authority of the installation, by the name that its own register has. */
export type Authority = { readonly id: Id<'tenant'>; readonly name: string };
