import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { fetchOut, isOutside } from '../../src/egress.ts';

let called = 0;
const server = createServer((request, response) => {
  called += 1;
  if (request.url === '/away') response.writeHead(302, { location: '/inside' });
  response.end(request.url === '/long' ? 'x'.repeat(2_000) : 'ok');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const port = () => (server.address() as AddressInfo).port;

const call = (
  address: string,
  more: Partial<Parameters<typeof fetchOut>[1]> = {},
  resolve?: Parameters<typeof fetchOut>[2],
) => fetchOut(address, { method: 'GET', allow: () => true, milliseconds: 2_000, ...more }, resolve);

/** Ways to write an address of an inner network, and ways to make a name lead there. */
const inner = [
  '127.0.0.1',
  '10.0.0.8',
  '172.16.3.4',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '192.0.2.7',
  '203.0.113.9',
];
const spellings = (address: string): readonly string[] => {
  const parts = address.split('.').map(Number) as [number, number, number, number];
  const whole = ((parts[0] * 256 + parts[1]) * 256 + parts[2]) * 256 + parts[3];
  const hex = parts.map((part) => part.toString(16).padStart(2, '0'));
  return [
    address,
    String(whole),
    `0x${whole.toString(16)}`,
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    parts.map((part) => `0x${part.toString(16)}`).join('.'),
    `${parts[0]}.${parts[1]}.${parts[2] * 256 + parts[3]}`,
    `[::ffff:${address}]`,
    `[::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}]`,
    `[::${hex[0]}${hex[1]}:${hex[2]}${hex[3]}]`,
    `[64:ff9b::${hex[0]}${hex[1]}:${hex[2]}${hex[3]}]`,
    `[2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::1]`,
    `${address}.`,
    ...(address.startsWith('1') ? [`１${address.slice(1)}`] : []),
  ];
};
const hostile: readonly string[] = [
  ...inner.flatMap(spellings).map((host) => `https://${host}/`),
  ...[
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[2001::1]',
    '[3fff::1]',
    '[::ffff:0:127.0.0.1]',
  ].map((host) => `https://${host}/`),
  ...['http', 'ftp', 'file', 'gopher', 'data', 'javascript', 'ws', 'unix'].map(
    (scheme) => `${scheme}://kansli.example/`,
  ),
  ...[
    'https://user@kansli.example/',
    'https://a:b@kansli.example/',
    'https://',
    '',
    'kansli.example',
    '//kansli.example',
    'https://kansli.example:99999/',
    'https:///x',
    'https://[::1',
    'http://kansli.example\\@127.0.0.1/',
  ],
  ...['localhost', 'LOCALHOST', 'localhost.', 'foo.localhost', 'ip6-localhost'].map((host) => `https://${host}/`),
];

test('two hundred hostile addresses are refused before anything is called', async () => {
  const more = inner.map((address) => `https://kansli-${inner.indexOf(address)}.example/`);
  const resolve = async (host: string) => {
    const number = /^kansli-(\d+)\.example$/.exec(host)?.[1];
    // Names of the own machine are asked of the system; one good answer among bad ones is no excuse.
    if (/localhost/i.test(host)) return [{ address: '127.0.0.1', family: 4 }];
    return [
      { address: '93.184.216.34', family: 4 },
      { address: inner[Number(number ?? 0)]!, family: 4 },
    ];
  };
  const all = [...hostile, ...more];
  assert.ok(all.length >= 200, String(all.length));
  const before = called;
  for (const address of all) await assert.rejects(call(address, {}, resolve), { code: 'egress.refused' }, address);
  assert.equal(called, before);
});

test('what is not configured is not called, and what is outside is outside', async () => {
  await assert.rejects(call('https://kansli.example/', { allow: () => false }), { code: 'egress.refused' });
  for (const address of ['93.184.216.34', '8.8.8.8', '2a00:1450:400f::1']) assert.ok(isOutside(address), address);
});

test('a try-out on one machine calls itself, follows no redirect and reads no more than asked', async () => {
  const own = `http://127.0.0.1:${port()}`;
  await assert.rejects(call(`${own}/`), { code: 'egress.refused' }, 'control: only where it was allowed');
  const before = called;
  const answer = await call(`${own}/`, { loopback: true });
  assert.deepEqual([answer.status, Buffer.from(answer.body).toString()], [200, 'ok']);
  assert.equal((await call(`${own}/away`, { loopback: true })).status, 302);
  assert.equal(called, before + 2, 'the redirect was not followed');
  await assert.rejects(call(`${own}/long`, { loopback: true, bytes: 100 }), /larger than 100 bytes/);
  // The name is looked up once: the connection goes to what was judged, whatever the name says a moment later.
  let asked = 0;
  const rebinding = async () => {
    asked += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  assert.equal((await call(`http://kansli.example:${port()}/`, { loopback: true }, rebinding)).status, 200);
  assert.equal(asked, 1);
});
