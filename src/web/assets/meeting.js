/**
 * What script adds to the screen on which a meeting is conducted (`pages/conduct`). Without this file every button and link asks for the whole
 * page, and texts are saved with their button.
 */
const desk = document.querySelector('[data-desk]');
export { desk };
