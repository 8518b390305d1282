import type { Id } from '../../kernel/id.ts';
import type { DeviationKind } from './deviation.ts';

/** The area of a function that takes what no other function of the principal takes. */
export const everyArea = 'all';
export type FunctionArea = DeviationKind | typeof everyArea;

/** A function that a principal has pointed out to take care of deviations (DEV-04): a title and a mailbox, never a person. */
export type DeviationFunction = {
  readonly id: Id<'deviationFunction'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly area: FunctionArea;
  readonly title: string;
  readonly mailbox: string;
};

/**
 * The function that a deviation goes to: the one of its kind at the principal that it concerns, else the one for every area. Undefined is shown, because a
 * deviation that goes nowhere is the first thing to mend.
 */
export function functionFor<F extends { readonly body: { readonly id: string }; readonly area: string }>(
  functions: readonly F[],
  to: { readonly bodyId: string; readonly kind: DeviationKind },
): F | undefined {
  const own = functions.filter(({ body }) => body.id === to.bodyId);
  return own.find(({ area }) => area === to.kind) ?? own.find(({ area }) => area === everyArea);
}

/** The principals and kinds for which nobody has pointed a function out: all kinds of a principal without any. */
export function missingFunctions<B extends { readonly id: string }>(
  principals: readonly B[],
  functions: readonly Pick<DeviationFunction, 'body' | 'area'>[],
): readonly B[] {
  return principals.filter(({ id }) => !functions.some(({ body }) => body.id === id));
}

/** Whether a mailbox is written as one. */
export function isMailbox(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
}
