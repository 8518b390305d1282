/**
 * What script adds to the screen on which a meeting is conducted (`pages/conduct`): texts save themselves, what others do appears within seconds,
 * keys work, and a lost network loses nothing. Without this file every button and link asks for the whole page.
 *
 * Two things are kept on this computer (localStorage, by account and meeting) until the server has them: texts with the version they began from,
 * and what was pressed without a connection, each with a key of its own so that a second sending writes nothing twice.
 */
import { desk, say, words } from './meeting/desk.js';
import { watchKeys } from './meeting/keys.js';
import { lookAgain, showScriptParts } from './meeting/placing.js';
import { flush, queue, showQueue, watchForms } from './meeting/queue.js';
import { watchRollCall } from './meeting/roll-call.js';
import { answerOf, isThere } from './meeting/sending.js';
import { restoreDrafts, saveAll, takeOwnSaves, watchTexts } from './meeting/texts.js';

watchKeys();
watchRollCall();
if (desk) {
  watchTexts();
  watchForms();
  showScriptParts();
  restoreDrafts();
  showQueue();
  addEventListener('online', askForNews);
  setInterval(askForNews, 2_500);
  void askForNews();
}

/** Asks what the others have done; that it is answered also says that there is a way through again. */
async function askForNews() {
  if (document.visibilityState === 'hidden' && isThere()) return;
  const answer = await answerOf(await fetch(`${desk.dataset.news}?sedan=${desk.dataset.marker}`).catch(() => undefined));
  if (answer.kind !== 'data') return;
  const { marker, changes, more } = answer.value;
  desk.dataset.marker = marker;
  if (changes.length > takeOwnSaves(changes) || more) {
    const others = [...new Set(changes.filter(({ own }) => !own).map(({ by }) => by))];
    if (others.length > 0) say(words.othersDid.replace('{who}', others.join(', ')));
    await lookAgain();
  }
  if (queue().length > 0 && !queue()[0].refused) await flush();
  saveAll();
}
