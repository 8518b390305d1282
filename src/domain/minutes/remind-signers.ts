import type { Writer } from '../../storage/database.ts';
import { accountsWhoMay, requireBody } from '../access/index.ts';
import { longDate } from './document-words.ts';
import { postLetter } from './minutes-letters.ts';
import { getMinutes } from './minutes-reader.ts';
import { listWaitingAdjustments } from './waiting-minutes-reader.ts';

/** Reminds those whose signature is missing, with the last day the law gives (R-KL-53). Answers how many letters were laid in the outbox. */
export async function remindSigners(
  w: Writer<'minutes.edit'>,
  input: { readonly minutesId: string; readonly link: string },
): Promise<number> {
  const minutes = await getMinutes(w, input.minutesId);
  requireBody(w.auth, minutes.body.id);
  const waiting = (await listWaitingAdjustments(w)).filter(({ minutesId }) => minutesId === input.minutesId);
  let sent = 0;
  for (const one of waiting) {
    const accounts = await accountsWhoMay(w, 'minutes.sign', one.bodyId, w.runtime.today());
    for (const { name, accountId } of one.waitingFor) {
      const address = accounts.find((account) => account.id === accountId)?.email;
      if (!address) continue;
      const by = one.adjustBy ? ` senast den ${longDate(one.adjustBy)}` : '';
      await postLetter(
        w,
        { name, address },
        {
          subject: `Protokoll väntar på din underskrift: ${one.bodyName}`,
          text: `Protokollet från ${one.bodyName} den ${longDate(one.heldOn)} ska vara justerat${by}. Läs och skriv under här:\n${input.link}`,
        },
      );
      sent += 1;
    }
  }
  await w.log({ noun: 'minutes', recordId: input.minutesId, summary: 'remind', after: { letters: sent } });
  return sent;
}
