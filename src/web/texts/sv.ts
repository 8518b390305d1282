import { components } from './sv/components.ts';
import { errors } from './sv/errors.ts';
import { shell } from './sv/shell.ts';

/** The Swedish texts that several pages share: the source of which every other language is a translation. */
export const sv = { shell, components, errors };
