/** A head that somebody kept: how many entries, and the root over them or the hash of the last. */
export type Head = { readonly size: number; readonly hash: string };
export type Verdict =
  | { readonly ok: true; readonly tenant: string; readonly entries: number; readonly heads: number; readonly chain: string }
  | { readonly ok: false; readonly line?: number; readonly entry?: number; readonly why: string };
export type Verifier = { readonly feed: (line: string) => void; readonly finish: () => Omit<Extract<Verdict, { ok: true }>, 'ok'> };
export function openVerifier(options?: { readonly heads?: readonly Head[]; readonly key?: string | undefined }): Verifier;
export function faultOf(
  line: string,
  value: unknown,
  place: { readonly tenant: string; readonly seq: number; readonly prev: string },
): string | undefined;
export function verifyStream(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options?: { readonly heads?: readonly Head[]; readonly key?: string | undefined },
): Promise<Verdict>;
