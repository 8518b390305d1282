/** Reading in a process of its own, as the product does; for the tests of commands, which are handed the reader. */
export { openPaperReader, readDocument } from '../../src/reading.ts';
