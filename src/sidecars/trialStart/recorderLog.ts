import type { HookPoint } from '../annotation/hookPoint';
import { parseLogLine } from '../logs/logLine';
import { base64Bytes } from '../text/base64';
import type { CallEnding, HookCall } from '../tries/hookCall';
import { cksum } from './cksum';
import { gunzip } from './gunzip';
import { RECORD_PREFIX } from './recorder';

const PARTS = ['input', 'output', 'stderr'] as const;
type PartName = (typeof PARTS)[number];

interface PartRecord {
  chunks: Map<number, string>;
  /** Known from the end of the part. */
  sum?: { codec: string; crc: number; bytes: number };
}

interface CallRecord {
  call: number;
  parts: Record<PartName, PartRecord>;
  refused?: string;
  exit?: { code: number; durationMs: number | undefined };
}

/** A call of a recorded hook. While it runs, its output is not there yet. */
export interface RecordedCall extends HookCall {
  isRunning: boolean;
}

const LINE = new RegExp(`^${RECORD_PREFIX} (\\d{1,4}) (\\w+) (.*)$`);
const CHUNK = /^(\d{1,6})\/\d{1,6} ([A-Za-z0-9+/=]+)$/;
const END = /^end (gzip|plain|hidden) (\d+) (\d+)/;
const EXIT = /^(\d{1,3}) (\d+|-)$/;

const isPart = (name: string): name is PartName => PARTS.some((part) => part === name);

const emptyCall = (call: number): CallRecord => ({
  call,
  parts: {
    input: { chunks: new Map() },
    output: { chunks: new Map() },
    stderr: { chunks: new Map() },
  },
});

const addToPart = (part: PartRecord, text: string): void => {
  const [, number, data] = CHUNK.exec(text) ?? [];
  if (number !== undefined && data !== undefined) {
    part.chunks.set(Number(number), data);
    return;
  }
  const [, codec, crc, bytes] = END.exec(text) ?? [];
  if (codec !== undefined) {
    part.sum = { codec, crc: Number(crc), bytes: Number(bytes) };
  }
};

const addToCall = (record: CallRecord, what: string, text: string): void => {
  if (isPart(what)) {
    addToPart(record.parts[what], text);
  } else if (what === 'refused') {
    record.refused = text;
  } else if (what === 'exit') {
    const [, code, ms] = EXIT.exec(text) ?? [];
    if (code !== undefined) {
      record.exit = { code: Number(code), durationMs: ms === '-' ? undefined : Number(ms) };
    }
  }
};

const recordsIn = (log: string): CallRecord[] => {
  const records = new Map<number, CallRecord>();
  for (const line of log.split('\n')) {
    // A quick check, because the lines are long.
    const [, number, what = '', text = ''] = line.includes(RECORD_PREFIX)
      ? (LINE.exec(parseLogLine(line).message) ?? [])
      : [];
    if (number !== undefined) {
      const record = records.get(Number(number)) ?? emptyCall(Number(number));
      records.set(record.call, record);
      addToCall(record, what, text);
    }
  }
  return [...records.values()].sort((one, other) => one.call - other.call);
};

/** The text of a part; undefined if some of it is missing or damaged. */
const textOf = async ({ chunks, sum }: PartRecord): Promise<string | undefined> => {
  if (sum === undefined) {
    return undefined;
  }
  const packed = base64Bytes(
    [...chunks]
      .sort(([one], [other]) => one - other)
      .map(([, data]) => data)
      .join(''),
  );
  const bytes = packed && (sum.codec === 'gzip' ? await gunzip(packed) : packed);
  return bytes?.length === sum.bytes && cksum(bytes) === sum.crc
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    : undefined;
};

const endingOf = ({ exit, refused }: CallRecord): CallEnding => {
  if (refused !== undefined) {
    return { kind: 'notStarted', message: refused };
  }
  return exit === undefined ? { kind: 'unknown' } : { kind: 'exited', code: exit.code };
};

const callOf = async (record: CallRecord, hookPoint: HookPoint, isLast: boolean): Promise<RecordedCall> => {
  const { input, output, stderr } = record.parts;
  const texts = await Promise.all([input, output, stderr].map(textOf));
  // Nothing is known of cloud-init data that is no JSON, or that was recorded without python3.
  const isHidden =
    hookPoint === 'preCloudInitIso' &&
    (texts[1]?.startsWith('<hidden ') === true || output.sum?.codec === 'hidden');
  return {
    hookPoint,
    call: record.call,
    input: texts[0] ?? '',
    output: texts[1] ?? '',
    stderr: texts[2] ?? '',
    ending: endingOf(record),
    durationMs: record.exit?.durationMs,
    isComplete: texts.every((text) => text !== undefined) && record.exit !== undefined && !isHidden,
    isRunning: record.exit === undefined && isLast,
  };
};

/**
 * The calls that the recorder wrote to a container's log, in their order, whether the shim put JSON around the lines or
 * not. Never rejects: what is missing or damaged is reported by `isComplete`.
 */
export const callsInLog = async (log: string, hookPoint: HookPoint): Promise<RecordedCall[]> => {
  const records = recordsIn(log);
  return Promise.all(
    records.map(async (record, index) => callOf(record, hookPoint, index === records.length - 1)),
  );
};
