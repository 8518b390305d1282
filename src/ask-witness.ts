import { type AskWitness, type WitnessAnswer, witnessRefusals } from './domain/witnessing/index.ts';
import { fetchOut } from './egress.ts';

/** The way to witnesses in other installations: a POST with the head as JSON, answered with a signature or a refusal. */
export function askWitnessAt({ loopback }: { readonly loopback: boolean }): AskWitness {
  return async (address, head) => {
    const { status, body } = await fetchOut(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(head),
      // The address was typed in by an administrator of the authority whose log it is, and kept with the witness.
      allow: (url) => url.href === new URL(address).href,
      loopback,
      bytes: 10_000,
    });
    if (status !== 200) throw new Error(`The witness at ${address} answered ${status}.`);
    return readAnswer(JSON.parse(Buffer.from(body).toString('utf8')), address);
  };
}

function readAnswer(value: unknown, address: string): WitnessAnswer {
  const { cosignature, refusal, size } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof cosignature === 'string') return { cosignature };
  if (typeof refusal === 'string' && Object.hasOwn(witnessRefusals, refusal) && refusal !== 'unreachable')
    return {
      refusal: refusal as Extract<WitnessAnswer, { refusal: unknown }>['refusal'],
      ...(Number.isSafeInteger(size) && { size: size as number }),
    };
  throw new Error(`What ${address} answered is no answer of a witness.`);
}
