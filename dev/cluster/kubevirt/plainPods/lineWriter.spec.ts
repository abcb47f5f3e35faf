import { expect, it } from 'vitest';
import { lineWriter } from './lineWriter';

it('passes lines on, wherever chunks are split', async () => {
  const bytes = Buffer.from('\uFEFFäö\n€ and 🙂');
  for (let split = 0; split <= bytes.length; split += 1) {
    const lines: string[] = [];
    const { push, end } = lineWriter((line) => lines.push(line));
    await push(bytes.subarray(0, split));
    await push(bytes.subarray(split));
    end();
    expect(lines).toEqual(['\uFEFFäö', '€ and 🙂']);
  }
});

it('shows what is no UTF-8 as a replacement character, also at the end', async () => {
  const lines: string[] = [];
  const { push, end } = lineWriter((line) => lines.push(line));
  await push(Buffer.from([0x61, 0xff, 0x0a, 0xe2, 0x82]));
  end();
  expect(lines).toEqual(['a\uFFFD', '\uFFFD']);
});
