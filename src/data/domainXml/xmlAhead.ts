import { readLiveXml, type DomainXml, type PodOfVm, type XmlAnswer } from './readDomainXml';
import type { ReadPlan } from './readPlan';

/** Whose domain is read, and as whom. */
export interface LiveRead {
  target: PodOfVm;
  /** The instance's. */
  phase: string;
  impersonation: readonly string[];
}

interface Ahead {
  read: LiveRead;
  answer: Promise<XmlAnswer>;
  xml: DomainXml | undefined;
  aborter: AbortController;
  onActivity: () => void;
}

/** So long after a press nobody takes the XML for fresh, nor has the press opened anything. */
const KEPT_MS = 2_000;

let ahead: Ahead | undefined;

const keyOf = ({ target, phase, impersonation }: LiveRead): string =>
  JSON.stringify([target.namespace, target.vmName, target.podUid, phase, impersonation]);

const nothing = (): void => undefined;

const start = (read: LiveRead): void => {
  const aborter = new AbortController();
  const begun: Ahead = {
    read,
    xml: undefined,
    aborter,
    onActivity: nothing,
    answer: readLiveXml(read.target, {
      inactive: false,
      impersonation: read.impersonation,
      signal: aborter.signal,
      onActivity: () => {
        begun.onActivity();
      },
    }),
  };
  begun.answer.then((answer) => {
    begun.xml = answer.kind === 'xml' ? answer.xml : undefined;
  }, nothing);
  ahead = begun;
  setTimeout(() => {
    if (ahead === begun) {
      ahead = undefined;
      aborter.abort();
    }
  }, KEPT_MS);
};

/**
 * Begins to read the running domain's XML for a page that is about to be opened, unless that has begun.
 *
 * @returns false while it is not known whether it can be read
 */
export const readAhead = (
  { namespace, name }: { namespace: string; name: string },
  plan: ReadPlan,
  impersonation: readonly string[],
): boolean => {
  if (plan.kind === 'read') {
    const { pod, podUid, phase } = plan;
    const read = { target: { namespace, vmName: name, pod, podUid }, phase, impersonation };
    if (ahead === undefined || keyOf(ahead.read) !== keyOf(read)) {
      ahead?.aborter.abort();
      start(read);
    }
  }
  return plan.kind !== 'wait';
};

/** What was read ahead of this VM, whichever its pod is; undefined when that has not come. */
export const xmlAhead = (
  vm: { namespace: string; name: string },
  impersonation: readonly string[],
): DomainXml | undefined => {
  const { read, xml } = ahead ?? {};
  return read?.target.namespace === vm.namespace &&
    read.target.vmName === vm.name &&
    JSON.stringify(read.impersonation) === JSON.stringify(impersonation)
    ? xml
    : undefined;
};

/**
 * Hands over a read that has begun ahead, to one who looks after it from then on.
 *
 * @returns how to wait for its answer; undefined when none has begun
 */
export const takeAhead = (
  read: LiveRead,
): ((signal: AbortSignal, onActivity: () => void) => Promise<XmlAnswer>) | undefined => {
  if (ahead === undefined || keyOf(ahead.read) !== keyOf(read)) {
    return undefined;
  }
  const taken = ahead;
  ahead = undefined;
  return async (signal, onActivity) => {
    taken.onActivity = onActivity;
    signal.addEventListener('abort', () => {
      taken.aborter.abort(signal.reason);
    });
    return taken.answer;
  };
};
