import { recordAddress } from '../../kernel/record-address.ts';
import type { AnswerAid } from './prefill/answer-aid.ts';
import type { EvidenceLink } from './prefill/draft-source.ts';

/** What an answer rests on as a return tells it outside the house: what the record is called, and its stable address; another answer of the return has none. */
export type AnswerProof = { readonly text: string; readonly address: string | null };

/** The proofs of the answers of a return, by the code of the question. */
export type AnswerProofs = Readonly<Record<string, readonly AnswerProof[]>>;

/**
 * What the answers rest on: the sources that were chosen, and those of the passages that still stand in the answers. A source in a matter that is not
 * open has no evidence to begin with, so that nothing of it leaves the house.
 */
export function answerProofs(aids: ReadonlyMap<string, AnswerAid>, publicUrl: string): AnswerProofs {
  return Object.fromEntries(
    [...aids].map(([code, { bound, passages }]) => {
      const links = [
        ...bound.filter(({ secret }) => !secret),
        ...passages.filter(({ state }) => state === 'current' || state === 'kept' || state === 'changed'),
      ].flatMap(({ evidence }) => evidence);
      const proofs = links.map((link) => proofOf(link, publicUrl));
      return [code, [...new Map(proofs.map((one) => [`${one.address} ${one.text}`, one])).values()]];
    }),
  );
}

function proofOf({ noun, id, within, label }: EvidenceLink, publicUrl: string): AnswerProof {
  return { text: label, address: noun === 'question' ? null : `${publicUrl}${recordAddress(noun, id, within)}` };
}
