import type { FormStructure } from '../form-structure.ts';
import { partA } from './national-return-2024-part-a.ts';
import { partB } from './national-return-2024-part-b.ts';
import { partC } from './national-return-2024-part-c.ts';

/**
 * The yearly return about the agreement on good and close care, as it was asked for 2024 (seed 004): its 38 questions and eleven sub-questions with
 * their numbers, kinds, options, rows, conditions and times. The wording is the product's own where it is more than a fact.
 */
export const nationalReturn2024: FormStructure = {
  title: 'Redovisning av arbetet inom ramen för God och nära vård 2024',
  introduction:
    'Regionens årliga redovisning av arbetet inom överenskommelsen God och nära vård. Frågornas nummer, svarsalternativ och villkor följer formuläret för 2024; orden är delvis egna. Ett kryss som saknas är ett obesvarat svar, aldrig ett nej.',
  parts: [partA, partB, partC],
};
