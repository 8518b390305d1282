/**
 * Whether this is `npm run test:long`. Tests that walk through the whole product ask each page and form there with everything they have, and in
 * `npm test` with a part that changes from form to form, so that the suite stays below ten minutes.
 */
export const isLongRun = process.env.KANSLI_LONG !== undefined;
