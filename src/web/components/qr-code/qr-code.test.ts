import assert from 'node:assert/strict';
import { test } from 'node:test';
import qrcode from 'qrcode-generator';
import { qrPath } from './qr-code.ts';

test('the path covers the dark modules and nothing else, inside a quiet zone of four', () => {
  const address = 'https://kansli.example/o/B7K4PD';
  const { path, side } = qrPath(address);
  const drawn = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(length); step += 1) drawn.add(`${Number(x) + step} ${y}`);
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  assert.equal(side, count + 8);
  for (let row = -4; row < count + 4; row += 1)
    for (let column = -4; column < count + 4; column += 1) {
      const dark = row >= 0 && column >= 0 && row < count && column < count && code.isDark(row, column);
      assert.equal(drawn.has(`${column + 4} ${row + 4}`), dark, `module ${column},${row}`);
    }
});

test('a longer address makes a larger code', () => {
  assert.ok(qrPath(`https://kansli.example/o/${'A'.repeat(80)}`).side > qrPath('https://kansli.example/o/A').side);
});
