import { askWitnessAt } from './ask-witness.ts';
import { type Config, isOwnMachine } from './config.ts';
import type { Context } from './context.ts';
import { authorize, findActor, keyringOf, may, operatorOf } from './domain/access/index.ts';
import { destroyDisposedFiles, disposedFilesTopic } from './domain/archiving/index.ts';
import { makeConsultationLink } from './domain/consultations/index.ts';
import { decideMany, decideManyTask, dropDecideMany, readFileTask, readIntakeFile } from './domain/intake/index.ts';
import { makeAnswerLink } from './domain/meetings/index.ts';
import { boardTopic } from './domain/notices/index.ts';
import { makeSubscriptionLink, newsStillPublic } from './domain/published/index.ts';
import { releaseTopic } from './domain/releases/index.ts';
import { carryPublicEvent, deliverWebhook, type WebhookErrand, webhookTopic } from './domain/webhooks/index.ts';
import { fetchOut } from './egress.ts';
import { exchangeHeadsAt, exchangeHeadsTask, logTasks } from './exchange-task.ts';
import { installationSecret } from './installation-secret.ts';
import { letterTopic, type PostedLetter } from './kernel/posted-letter.ts';
import { type PublicEvent, publicEventTopic } from './kernel/public-event.ts';
import { handOverLetters } from './mail/hand-over-letter.ts';
import type { Carrier } from './mail/open-carrier.ts';
import { nightlyAt, nightlyTask, workTheNight } from './nightly.ts';
import { releaseCarrier } from './release-answers.ts';
import type { Database } from './storage/database.ts';
import { startWorker, type Task } from './storage/jobs.ts';
import { type OutboxHandler, startRelay } from './storage/outbox.ts';

/** What background work needs of everything that is wired. */
type Worked = Pick<Context, 'config' | 'db' | 'blobs' | 'readDocument' | 'signer' | 'boards'>;

/** What the console says when something of the outbox could not be done. */
const faultOf: Readonly<Record<string, string>> = {
  [releaseTopic]: 'A release could not be delivered',
  [boardTopic]: 'A notice board could not be written',
  [publicEventTopic]: 'What happened in the open could not be told',
  [webhookTopic]: 'A webhook could not be told',
};

/** Who does the background work of this process, until it is stopped. */
export type BackgroundWork = { readonly stop: () => Promise<unknown> };

/** Begins to do what waits: jobs by the clock and on request, and what the outbox holds for others. */
export async function startBackgroundWork(
  context: Worked,
  carrier: Carrier,
  onFault: (text: string) => void,
): Promise<BackgroundWork> {
  const { db, blobs, config, boards } = context;
  const worker = await startWorker(db, tasksOf(context, onFault), {
    onProblem: onFault,
    timetable: { [nightlyTask]: nightlyAt, [exchangeHeadsTask]: exchangeHeadsAt },
  });
  const relay = startRelay(
    db,
    {
      [publicEventTopic]: ({ tenantId, payload }) => carryPublicEvent(db, tenantId, payload as PublicEvent),
      [webhookTopic]: (message) =>
        deliverWebhook(db, webhookRim(db, config), message, message.payload as WebhookErrand),
      [letterTopic]: letterCarrier(db, config, carrier),
      [releaseTopic]: releaseCarrier(db),
      [disposedFilesTopic]: ({ tenantId, payload }) =>
        destroyDisposedFiles({ db, blobs }, tenantId, String(payload.disposalId)),
      [boardTopic]: boards.changed,
    },
    {
      // The error alone: what a letter says, and the links it will hold, are nobody's business on the console.
      onError: (error, message) =>
        onFault(
          `${faultOf[message?.topic ?? ''] ?? 'A letter could not be sent'} (attempt ${message?.attempt ?? 0}). ${error instanceof Error ? error.message : error}`,
        ),
    },
  );
  return { stop: () => Promise.all([worker.stop(), relay.stop()]) };
}

/** What webhooks are told with: the one way out of the house, and the key that opens their secrets. */
function webhookRim(db: Database, config: Config): Parameters<typeof deliverWebhook>[1] {
  return {
    keyring: keyringOf(installationSecret(config.secret, config.dataFolder, db.runtime), db.runtime),
    site: config.publicUrl,
    send: (address, message) => {
      const allow = (url: URL) => url.href === new URL(address).href;
      return fetchOut(address, { method: 'POST', ...message, allow, milliseconds: 10_000, bytes: 64 * 1024 });
    },
  };
}

/**
 * Carries the letters of the outbox away. The link to answer by is made when its letter leaves, so that the outbox holds no secret, and what was
 * withdrawn while the letter waited does not leave at all.
 */
export function letterCarrier(
  db: Database,
  { mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>,
  { carry }: Pick<Carrier, 'carry'>,
): OutboxHandler {
  const handOver = handOverLetters({
    carry,
    from: mail.from,
    site: publicUrl,
    now: db.runtime.now,
    answerPath: async (tenantId, letterId, answerBy) => {
      const house = operatorOf(tenantId, 'Kansli');
      if (answerBy === 'subscription') {
        const proof = authorize(house, 'portal.tell');
        return db.transact(proof, { verb: 'makeSubscriptionLink' }, (w) => makeSubscriptionLink(w, letterId));
      }
      if (answerBy === 'consultation') {
        const proof = authorize(house, 'matter.edit');
        return `/remissvar/${await db.transact(proof, { verb: 'makeConsultationLink' }, (w) => makeConsultationLink(w, letterId))}`;
      }
      const auth = authorize(house, 'meeting.edit');
      return `/svar/${await db.transact(auth, { verb: 'makeAnswerLink' }, (w) => makeAnswerLink(w, letterId))}`;
    },
  });
  return async (message) => {
    const posted = message.payload as PostedLetter;
    const letter = await db.readPublic((r) => newsStillPublic(r, message.tenantId, posted));
    if (letter) await handOver({ ...message, payload: letter });
  };
}

/** The background work of the product: one row a task. A job knows its authority and acts in it as the system. */
function tasksOf(context: Worked, onFault: (text: string) => void): Readonly<Record<string, Task>> {
  const { db, blobs } = context;
  return {
    [decideManyTask]: async ({ tenantId, fileId, accountId, actorName }) => {
      const actor =
        typeof accountId === 'string'
          ? await findActor(db, tenantId, accountId)
          : operatorOf(tenantId, String(actorName));
      if (!actor || !may(actor, 'intake.confirm'))
        return await dropDecideMany(db, authorize(operatorOf(tenantId, 'Kansli'), 'intake.confirm'), String(fileId));
      await decideMany(db, authorize(actor, 'intake.confirm'), String(fileId), (error) =>
        onFault(`A proposal could not be decided on. ${error instanceof Error ? error.stack : error}`),
      );
    },
    ...logTasks(
      {
        db,
        signer: context.signer,
        ask: askWitnessAt({ loopback: isOwnMachine(new URL(context.config.publicUrl).hostname) }),
      },
      onFault,
    ),
    [nightlyTask]: () => workTheNight(db, context.config.publicUrl),
    [readFileTask]: async ({ tenantId, fileId }) => {
      const auth = authorize(operatorOf(tenantId, 'Kansli'), 'intake.handIn');
      await readIntakeFile({ db, blobs, read: context.readDocument }, auth, String(fileId));
    },
  };
}
