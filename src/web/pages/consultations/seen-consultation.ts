import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import {
  areAnswersShown,
  type Consultation,
  getConsultation,
  withoutWords,
} from '../../../domain/consultations/index.ts';
import type { Authorized } from '../../../kernel/authorized.ts';
import type { Services } from '../../contracts.ts';

/** A round as the reader may see it, and with which proof: who keeps it reads all of it, others what is open and not before its last day. */
export type SeenConsultation = {
  readonly consultation: Consultation;
  readonly auth: Authorized<'record.read' | 'matter.readProtected'>;
  readonly keeps: boolean;
  readonly shown: boolean;
};

/** Reads a round for somebody. Throws `record.notFound`. */
export async function seenConsultation(
  ctx: {
    readonly services: Pick<Services, 'db' | 'runtime'>;
    readonly actor: Actor;
    readonly auth: Authorized<'record.read'>;
  },
  id: string,
): Promise<SeenConsultation> {
  const { db, runtime } = ctx.services;
  const open = await db.read(ctx.auth, (r) => getConsultation(r, id));
  const keeps = open.body !== null && may(ctx.actor, 'matter.edit', open.body.id);
  const reads = open.body !== null && may(ctx.actor, 'matter.readProtected', open.body.id);
  const shown = areAnswersShown(open, runtime.today(), keeps);
  const auth = reads ? authorize(ctx.actor, 'matter.readProtected') : ctx.auth;
  const consultation =
    reads && open.responses.some(({ withheld }) => withheld)
      ? await db.read(auth, (r) => getConsultation(r, id))
      : open;
  return { consultation: shown ? consultation : withoutWords(consultation), auth, keeps, shown };
}
