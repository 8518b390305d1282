import type { SameTexts } from '../localized.ts';
import { components } from './en/components.ts';
import { errors } from './en/errors.ts';
import { shell } from './en/shell.ts';
import type { sv } from './sv.ts';

/** The English texts; a key that Swedish has and English lacks is a type error. */
export const en: SameTexts<typeof sv> = { shell, components, errors };
