import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { authorityKinds } from '../organisation/index.ts';

/** Who keeps a board: this installation writes its files and reads them back, or somebody else does and states that an entry is up. */
export const boardKeepings = {
  here: { sv: 'förs här', en: 'kept here' },
  elsewhere: { sv: 'förs någon annanstans', en: 'kept elsewhere' },
} as const satisfies Record<string, Localized>;
export type BoardKeeping = keyof typeof boardKeepings;

/** A notice board: that of a region or a municipality, or one that a body has for itself by its reglemente. */
export type NoticeBoard = {
  readonly id: Id<'noticeBoard'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly name: string;
  /** The name of its folder, below which any web server can show it. */
  readonly slug: string;
  readonly keeping: BoardKeeping;
  readonly address: string | null;
  /** Since when its files are read back each minute; null until that has begun. */
  readonly probedSince: Date | null;
};

/** The folder of a board: the authority's name, and after two hyphens that of the body when the board is not the authority's own. */
export function boardSlug(authoritySlug: string, bodyName: string | null): string {
  if (bodyName === null) return authoritySlug;
  const plain = bodyName
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${authoritySlug}--${plain || 'organ'}`;
}

/**
 * What a board is called. That of a region or a municipality bears its name, also where the register's topmost body is the assembly; a board that a body
 * has for itself bears the name of the body, and so does one that another authority keeps.
 */
export function boardName(
  slug: string | null,
  body: { readonly name: string; readonly kind: string },
  authority: string,
): string {
  const isWhole = slug !== null && !slug.includes('--');
  return isWhole && !authorityKinds.some((kind) => kind === body.kind) ? authority : body.name;
}
