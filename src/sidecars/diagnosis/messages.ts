import type { Condition, KubernetesObject, Pod } from '../objects/resources';
import { isUnsynchronized } from '../objects/vm';
import type { DiagnosisInput, Evidence } from './diagnosisModel';
import { tailLines } from '../logs/logTail';
import type { LogLine } from './logLines';
import { eventTime } from './eventTime';

/** Something that the cluster said in words. */
export interface Message extends Evidence {
  /** The whole text; the quote may be cut. */
  text: string;
  /** Of a log, or of a pod's status. */
  container?: string;
  from: 'condition' | 'event' | 'container' | 'sidecarLog' | 'computeLog';
}

const QUOTE_LENGTH = 600;

export const quoteOf = (text: string): string =>
  text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text;

const conditionMessages = (
  { kind, metadata, status }: KubernetesObject & { status?: { conditions?: Condition[] } },
  isWanted: (condition: Condition) => boolean,
): Message[] =>
  (status?.conditions ?? []).filter(isWanted).map(({ type, message = '', lastTransitionTime }) => ({
    from: 'condition',
    source: { kind: 'object', object: kind, name: metadata.name, field: `status.conditions[${type}]` },
    ...(typeof lastTransitionTime === 'string' ? { time: lastTransitionTime } : {}),
    text: message,
    quote: quoteOf(message),
  }));

const containerMessages = ({ metadata, status }: Pod): Message[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, state, lastState }) => {
    const from = (text: string, whole?: string): Message => ({
      from: 'container',
      container: name,
      source: {
        kind: 'object',
        object: 'Pod',
        name: metadata.name,
        field: `status.containerStatuses[${name}]`,
      },
      text,
      quote: quoteOf(text),
      whole,
    });
    return [
      ...(state?.waiting?.message === undefined ? [] : [from(state.waiting.message)]),
      ...[state?.terminated?.message, lastState?.terminated?.message].flatMap((message = '') =>
        tailLines(message).map((line) => from(line, message)),
      ),
    ];
  });

export const logMessage = ({ container, line, time, message }: LogLine): Message => ({
  container,
  from: container === 'compute' ? 'computeLog' : 'sidecarLog',
  source: { kind: 'log', container, line },
  time,
  text: message,
  quote: quoteOf(message),
});

/** An event of an earlier instance or pod of the same name tells nothing of this one. */
const eventMessages = ({ events = [], vmi }: DiagnosisInput): Message[] =>
  events.flatMap((event) => {
    const { involvedObject, reason = '', message = '' } = event;
    const time = eventTime(event);
    const { uid, creationTimestamp } = vmi?.metadata ?? {};
    const isOther =
      involvedObject.kind === 'VirtualMachineInstance' &&
      uid !== undefined &&
      involvedObject.uid !== undefined &&
      involvedObject.uid !== uid;
    const isOlder =
      creationTimestamp !== undefined &&
      time !== undefined &&
      Date.parse(time) < Date.parse(creationTimestamp);
    return isOther || isOlder || event.type === 'Normal'
      ? []
      : [
          {
            from: 'event',
            source: { kind: 'event', object: involvedObject.kind, name: involvedObject.name, reason },
            time,
            text: message,
            quote: quoteOf(message),
          },
        ];
  });

const isFailure = ({ type, status }: Condition): boolean => type === 'Failure' && status === 'True';

/** Without one, what KubeVirt copied to the VM from its last instance is past: the copies stay where they are. */
const hasInstance = ({ vm, vmi }: DiagnosisInput): boolean =>
  vmi !== undefined || vm?.status?.created === true;

const isUnscheduled = ({ type, status }: Condition): boolean => type === 'PodScheduled' && status === 'False';

/** What objects say, the nearest to the failure first. */
export const objectMessages = (input: DiagnosisInput): Message[] => [
  ...(input.vmi === undefined ? [] : conditionMessages(input.vmi, isUnsynchronized)),
  ...(input.vm === undefined
    ? []
    : conditionMessages(
        input.vm,
        (condition) => isFailure(condition) || (isUnsynchronized(condition) && hasInstance(input)),
      )),
  ...(input.pods ?? []).flatMap((pod) => conditionMessages(pod, isUnscheduled)),
  ...(input.pods ?? []).flatMap(containerMessages),
  ...eventMessages(input),
];
