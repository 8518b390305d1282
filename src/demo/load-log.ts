import { authorize, operatorOf } from '../domain/access/index.ts';
import { addWitness, exchangeHeads, type HeadExchange, listNeighbours } from '../domain/witnessing/index.ts';
import type { NoteSigner } from '../kernel/signed-note.ts';
import type { DemoWriter } from './demo-writer.ts';
import { municipalities } from './municipalities.ts';

/** Two municipalities witness the log of the region and the region that of one of them; a head of each has been signed and seen. */
export async function loadLog({ db, operator }: DemoWriter, signer: NoteSigner): Promise<void> {
  const authorities = await listNeighbours(db);
  const region = authorities.find(({ id }) => id === operator.tenantId)!;
  const [first, second] = municipalities.slice(0, 2).map(({ slug }) => authorities.find((one) => one.slug === slug)!);
  const house: HeadExchange = {
    db,
    signer,
    ask: () => Promise.reject(new Error('The demonstration asks nobody outside itself.')),
    nameOf: async (id) => authorities.find((one) => one.id === id)?.name ?? id,
  };
  for (const [log, witnesses] of [
    [region, [first!, second!]],
    [first!, [region]],
  ] as const) {
    const own = operatorOf(log.id, 'Kansli');
    await db.transact(authorize(own, 'witness.edit'), { verb: 'addWitness' }, async (w) => {
      for (const { id, name } of witnesses) await addWitness(w, { name, neighbourId: id });
    });
    await exchangeHeads(house, authorize(own, 'log.read'));
  }
}
