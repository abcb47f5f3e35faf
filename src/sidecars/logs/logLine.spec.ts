import { describe, expect, it } from 'vitest';
import { parseLogLine } from './logLine';

const SHIM =
  '{"component":"shim-sidecar","hook":"onDefineDomain","level":"info","msg":"no baseBoard","pos":"sidecar_shim.go:230"}';

describe('parseLogLine', () => {
  it.each([
    [
      `2026-01-02T03:04:05.123456789Z ${SHIM}`,
      {
        time: '2026-01-02T03:04:05.123456789Z',
        level: 'info',
        hook: 'onDefineDomain',
        message: 'no baseBoard',
        raw: SHIM,
      },
    ],
    [SHIM, { time: undefined, level: 'info', hook: 'onDefineDomain', message: 'no baseBoard', raw: SHIM }],
    [
      '2026-01-02T03:04:05+02:00 + echo done',
      {
        time: '2026-01-02T03:04:05+02:00',
        level: undefined,
        hook: undefined,
        message: '+ echo done',
        raw: '+ echo done',
      },
    ],
    [
      '2026-01-02T03:04:05Z ',
      { time: '2026-01-02T03:04:05Z', level: undefined, hook: undefined, message: '', raw: '' },
    ],
    [
      '2026-01-02T03:04:05Z',
      { time: '2026-01-02T03:04:05Z', level: undefined, hook: undefined, message: '', raw: '' },
    ],
    [
      '2026-01-02T03:04:05Z {"timestamp":"2026-01-02T03:04:04.5Z","msg":"it failed","reason":"no such file"}',
      {
        time: '2026-01-02T03:04:04.5Z',
        level: undefined,
        hook: undefined,
        message: 'it failed: no such file',
        raw: '{"timestamp":"2026-01-02T03:04:04.5Z","msg":"it failed","reason":"no such file"}',
      },
    ],
    [
      '2026-01-02T03:04:05Z {"timestamp":"now","reason":"no such file"}',
      {
        time: '2026-01-02T03:04:05Z',
        level: undefined,
        hook: undefined,
        message: 'no such file',
        raw: '{"timestamp":"now","reason":"no such file"}',
      },
    ],
    [
      '{"level":',
      { time: undefined, level: undefined, hook: undefined, message: '{"level":', raw: '{"level":' },
    ],
    [
      '{"level":"error"}',
      {
        time: undefined,
        level: 'error',
        hook: undefined,
        message: '{"level":"error"}',
        raw: '{"level":"error"}',
      },
    ],
    [
      '{"msg":5}',
      { time: undefined, level: undefined, hook: undefined, message: '{"msg":5}', raw: '{"msg":5}' },
    ],
    [
      '2026 was a year',
      {
        time: undefined,
        level: undefined,
        hook: undefined,
        message: '2026 was a year',
        raw: '2026 was a year',
      },
    ],
  ])('reads %s', (line, expected) => {
    expect(parseLogLine(line)).toEqual(expected);
  });
});
