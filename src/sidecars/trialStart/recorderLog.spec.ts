import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cksum } from './cksum';
import { callsInLog } from './recorderLog';

/** What the recorder writes of one part, cut into lines of a given length. */
const partLines = (call: number, name: string, bytes: Buffer, isPacked: boolean, width: number): string[] => {
  const data = (isPacked ? gzipSync(bytes) : bytes).toString('base64');
  const chunks = data.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return [
    ...chunks.map((chunk, index) => `sidecar-trial ${call} ${name} ${index + 1}/${chunks.length} ${chunk}`),
    `sidecar-trial ${call} ${name} end ${isPacked ? 'gzip' : 'plain'} ${cksum(bytes)} ${bytes.length}`,
  ];
};

const callLines = (call: number, texts: readonly string[], isPacked: boolean, width: number): string[] => [
  ...['input', 'output', 'stderr'].flatMap((name, index) =>
    partLines(call, name, Buffer.from(texts[index] ?? ''), isPacked, width),
  ),
  `sidecar-trial ${call} exit 0 12`,
];

const FRAMES: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => `2026-01-02T03:04:05.123456789Z ${line}`,
  (line) => JSON.stringify({ component: 'shim-sidecar', hook: 'onDefineDomain', level: 'info', msg: line }),
  (line) =>
    `2026-01-02T03:04:05.1Z ${JSON.stringify({ level: 'info', msg: line, timestamp: '2026-01-02T03:04:05Z' })}`,
];

const text = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('callsInLog', () => {
  it('reads any texts from any form of the log, with other lines in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 7600 }),
        fc.constantFrom(...FRAMES),
        fc.string(),
        async (calls, isPacked, width, frame, noise) => {
          const lines = calls.flatMap((texts, index) => callLines(index + 1, texts, isPacked, width));
          const log = lines
            .flatMap((line) => [frame(line), noise.replaceAll('sidecar-trial', '')])
            .join('\n');
          const read = await callsInLog(log, 'onDefineDomain');
          expect(read.map(({ input, output, stderr }) => [input, output, stderr])).toEqual(calls);
          expect(read.every(({ isComplete, isRunning }) => isComplete && !isRunning)).toBe(true);
        },
      ),
    );
  });

  it('never takes a part of a record for the whole, wherever the log is cut or damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(text, text, text),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...FRAMES),
        async (texts, isPacked, from, length, frame) => {
          const log = callLines(1, texts, isPacked, 50).map(frame).join('\n');
          const start = from % log.length;
          const damaged = log.slice(0, start) + log.slice(start + 1 + (length % log.length));
          for (const call of await callsInLog(damaged, 'onDefineDomain')) {
            if (call.isComplete) {
              expect([call.input, call.output, call.stderr]).toEqual(texts);
            }
          }
        },
      ),
    );
  });

  it('tells that a call runs until its end is there, unless another call came after it', async () => {
    const [input = '', end = ''] = partLines(1, 'input', Buffer.from('<a/>'), true, 100);
    const running = await callsInLog(`${input}\n${end}`, 'onDefineDomain');
    expect(running).toMatchObject([{ input: '<a/>', output: '', isRunning: true, isComplete: false }]);
    const later = [input, end, ...callLines(2, ['', '', ''], false, 100)].join('\n');
    expect(
      (await callsInLog(later, 'onDefineDomain')).map(({ isRunning, ending }) => [isRunning, ending.kind]),
    ).toEqual([
      [false, 'unknown'],
      [false, 'exited'],
    ]);
  });

  it('finds nothing in other logs', async () => {
    expect(await callsInLog('', 'onDefineDomain')).toEqual([]);
    expect(await callsInLog('sidecar-trial\nsidecar-trial x input\n{"msg":5}', 'onDefineDomain')).toEqual([]);
  });
});

describe('cksum', () => {
  it('is that of the command', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const { stdout } = spawnSync('cksum', { input: bytes, encoding: 'utf8' });
        expect(stdout.trim()).toBe(`${cksum(bytes)} ${bytes.length}`);
      }),
      { numRuns: 20 },
    );
  });
});
