import type { Id } from '../../../../kernel/id.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';

/** Below this path lie the returns that are worked on here. */
export const workPath = '/redovisningar/arbete';

/** The addresses of a return that is worked on. */
export const reportPath = (id: Id<'nationalReport'>): string => recordAddress('nationalReport', id);
export const sectionPath = (id: Id<'nationalReport'>, code: string): string =>
  `${reportPath(id)}/avsnitt/${encodeURIComponent(code)}`;
export const questionPath = (id: Id<'nationalReport'>, code: string): string =>
  `${reportPath(id)}/fraga/${encodeURIComponent(code)}`;
export const reviewPath = (id: Id<'nationalReport'>): string => `${reportPath(id)}/granska`;
export const giveOutPath = (id: Id<'nationalReport'>): string => `${reportPath(id)}/utdelning`;
