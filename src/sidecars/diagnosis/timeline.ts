import { lastDataChange } from '../scripts/lastDataChange';
import type { HookPoint } from '../annotation/hookPoint';
import type { DiagnosisInput, EvidenceSource } from './diagnosisModel';
import { eventTime } from './eventTime';
import { foldRepeats } from './foldRepeats';
import { gatherFacts, safely, type Facts } from './facts';
import { quoteOf } from './messages';

export type TimelineKind =
  | 'templateChanged'
  | 'scriptChanged'
  | 'instanceCreated'
  | 'podStarted'
  | 'hookCalled'
  | 'domainDefined'
  | 'failure';

export interface TimelineEntry {
  /** RFC 3339, as the source has it. */
  time: string;
  kind: TimelineKind;
  source: EvidenceSource;
  /** Of the source; of a failure what it says. */
  quote: string;
  hookPoint?: HookPoint;
  /** From a call to the next line of virt-launcher that needs its result; not known where there is none. */
  durationMs?: number;
  /** Of what is retried in the same words: how often, and when last. */
  repeated?: { times: number; until: string };
}

const object = (kind: string, name: string, field: string): EvidenceSource => ({
  kind: 'object',
  object: kind,
  name,
  field,
});

const hasTemplate = (fields: Readonly<Record<string, unknown>> | undefined): boolean => {
  const spec = fields?.['f:spec'];
  return typeof spec === 'object' && spec !== null && 'f:template' in spec;
};

const objectEntries = ({ input: { vm, vmi, configMaps }, sidecars, pod }: Facts): TimelineEntry[] => {
  const entries: TimelineEntry[] = [];
  const add = (time: string | undefined, kind: TimelineKind, source: EvidenceSource, quote: string): void => {
    if (time !== undefined) {
      entries.push({ time, kind, source, quote });
    }
  };
  const changes = (vm?.metadata.managedFields ?? []).filter(({ fieldsV1 }) => hasTemplate(fieldsV1));
  for (const { time, manager = '' } of changes) {
    add(time, 'templateChanged', object('VirtualMachine', vm?.metadata.name ?? '', 'spec.template'), manager);
  }
  for (const name of new Set(sidecars.flatMap(({ configMap }) => configMap?.name ?? []))) {
    const configMap = configMaps?.get(name);
    add(configMap && lastDataChange(configMap), 'scriptChanged', object('ConfigMap', name, 'data'), name);
  }
  add(
    vmi?.metadata.creationTimestamp,
    'instanceCreated',
    object('VirtualMachineInstance', vmi?.metadata.name ?? '', 'metadata.creationTimestamp'),
    vmi?.metadata.name ?? '',
  );
  add(
    pod?.status?.startTime,
    'podStarted',
    object('Pod', pod?.metadata.name ?? '', 'status.startTime'),
    pod?.metadata.name ?? '',
  );
  return entries;
};

const HOOK_POINT = /\b(?:onDefineDomain|preCloudInitIso)\b/i;

/** The hook point that was called. Two searches, because one pattern would search from each of many names. */
const calledHookPoint = (message: string): HookPoint | undefined => {
  const match = HOOK_POINT.exec(message);
  if (match === null || !/\bcalled\b/i.test(message.slice(match.index + match[0].length))) {
    return undefined;
  }
  return match[0].toLowerCase() === 'ondefinedomain' ? 'onDefineDomain' : 'preCloudInitIso';
};

const DEFINED = /^Domain (?:XML generated|defined)\b/;

/** A call waits this long at most. */
const LONGEST_CALL_MS = 60_000;

const logEntries = ({ lines }: Facts): TimelineEntry[] => {
  const isCompute = (container: string): boolean => container === 'compute';
  const results = lines
    .flatMap(({ container, message, time }) =>
      isCompute(container) && DEFINED.test(message) && time !== undefined ? [Date.parse(time)] : [],
    )
    .sort((one, other) => one - other);
  return lines.flatMap(({ container, line, message, time }): TimelineEntry[] => {
    if (time === undefined) {
      return [];
    }
    const source: EvidenceSource = { kind: 'log', container, line };
    if (isCompute(container)) {
      return DEFINED.test(message)
        ? [{ time, kind: 'domainDefined', source, quote: quoteOf(message.slice(0, 40)) }]
        : [];
    }
    const hookPoint = calledHookPoint(message);
    if (hookPoint === undefined) {
      return [];
    }
    const called = Date.parse(time);
    const waited = (results.find((result) => result >= called) ?? Infinity) - called;
    // Cloud-init data is not logged when it comes back.
    const isKnown = hookPoint === 'onDefineDomain' && waited <= LONGEST_CALL_MS;
    return [
      {
        time,
        kind: 'hookCalled',
        source,
        quote: quoteOf(message),
        hookPoint,
        ...(isKnown ? { durationMs: waited } : {}),
      },
    ];
  });
};

const failureEntries = ({ input: { events = [] }, messages }: Facts): TimelineEntry[] => [
  ...events.flatMap((event): TimelineEntry[] => {
    const time = eventTime(event);
    const { kind, name } = event.involvedObject;
    return event.type !== 'Warning' || time === undefined
      ? []
      : [
          {
            time,
            kind: 'failure',
            source: { kind: 'event', object: kind, name, reason: event.reason ?? '' },
            quote: quoteOf(event.message ?? ''),
          },
        ];
  }),
  ...messages.flatMap(({ from, source, time, quote }): TimelineEntry[] =>
    from === 'condition' && time !== undefined ? [{ time, kind: 'failure', source, quote }] : [],
  ),
];

const byTime = (one: TimelineEntry, other: TimelineEntry): number =>
  Date.parse(one.time) - Date.parse(other.time);

/** What happened when, the oldest first; entries without a time are left out. Never throws. */
export const timeline = (input: DiagnosisInput): TimelineEntry[] => {
  const facts = gatherFacts(input);
  const entries = [objectEntries, logEntries, failureEntries]
    .flatMap((family) => safely(() => family(facts), []))
    .filter(({ time }) => !Number.isNaN(Date.parse(time)))
    .sort(byTime);
  return foldRepeats(entries).sort(byTime);
};
