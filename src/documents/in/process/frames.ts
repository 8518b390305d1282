import type { Readable, Writable } from 'node:stream';

/**
 * What passes between the server and the process that reads: a head of JSON, and bytes after it when a file is sent. Lengths come first, so that
 * the one who receives can refuse before it holds anything.
 */
export type Frame = { readonly head: unknown; readonly body: Uint8Array };

const lengths = 8;

export function writeFrame(to: Writable, head: unknown, body: Uint8Array = new Uint8Array()): void {
  const json = Buffer.from(JSON.stringify(head));
  const first = Buffer.alloc(lengths);
  first.writeUInt32LE(json.length, 0);
  first.writeUInt32LE(body.length, 4);
  to.write(Buffer.concat([first, json]));
  if (body.length > 0) to.write(body);
}

/** Calls `onFrame` for each frame that arrives. A frame above `largest` ends the reading: nothing of it is kept. */
export function readFrames(
  from: Readable,
  largest: number,
  onFrame: (frame: Frame) => void,
  onRefused: (reason: string) => void,
): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = lengths;
  let head = 0;
  const take = () => {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    const taken = all.subarray(0, wanted);
    chunks = all.length > wanted ? [all.subarray(wanted)] : [];
    held -= wanted;
    return taken;
  };
  const refuse = (reason: string) => {
    chunks = [];
    from.destroy();
    onRefused(reason);
  };
  let insideFrame = false;
  from.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted && !from.destroyed) {
      const taken = take();
      if (!insideFrame) {
        head = taken.readUInt32LE(0);
        wanted = head + taken.readUInt32LE(4);
        insideFrame = true;
        if (wanted > largest) refuse(`a frame of ${wanted} bytes, where ${largest} are allowed`);
        continue;
      }
      insideFrame = false;
      wanted = lengths;
      let value: unknown;
      try {
        value = JSON.parse(taken.subarray(0, head).toString('utf8'));
      } catch {
        refuse('a head that is not JSON');
        return;
      }
      onFrame({ head: value, body: taken.subarray(head) });
    }
  });
}
