/**
 * Loaded first in the process that reads and in each of its threads: nothing that reads a document has any errand on a network, so that every
 * way out of Node throws. This is the layer that works on every system; where the kernel can take the network away, it does that as well.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const refuse = (): never => {
  throw new Error(
    'The process that reads documents has no network: what it needs is handed to it or lies in its packages.',
  );
};

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.Socket.prototype.bind = refuse;
dgram.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
for (const resolver of [dns, dns.promises] as unknown as Record<string, unknown>[])
  for (const name of Object.keys(resolver)) if (/^(lookup|resolve|reverse)/.test(name)) resolver[name] = refuse;
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
