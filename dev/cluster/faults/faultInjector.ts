import { ApiError } from '../store/apiError';
import { statusOf } from '../api/status';
import type { WatchSink, WatchStart } from '../api/read/watch';
import type { Fault, FaultRule, RequestFacts } from './faultRule';
import { ruleMeets } from './faultRule';

type WatchFault = Extract<Fault, { kind: `watch${string}` }>;

interface OpenWatch {
  facts: RequestFacts;
  hit: (fault: WatchFault) => void;
}

/** The first half of an event. */
const GARBAGE = '{"type":"MODIFIED","object":{"metadata":{"na';

const isWatchFault = (fault: Fault): fault is WatchFault => fault.kind.startsWith('watch');

const spoil = (sink: WatchSink, fault: WatchFault): void => {
  switch (fault.kind) {
    case 'watchCut':
      sink.cut();
      break;
    case 'watchExpired': {
      const expired = new ApiError(410, 'Expired', 'The resourceVersion for the provided watch is too old.');
      sink.send(() => JSON.stringify({ type: 'ERROR', object: statusOf(expired) }), 0);
      sink.end();
      break;
    }
    case 'watchGarbage':
      sink.send(() => GARBAGE, 0);
      break;
  }
};

/** Makes requests fail according to rules, for tests of clients. */
export class FaultInjector {
  private readonly entries: { rule: FaultRule; left: number }[] = [];
  private readonly watches = new Set<OpenWatch>();

  /** Applies to later requests; faults of watches also apply to open ones. */
  add(rule: FaultRule): void {
    const added = { rule, left: rule.count ?? Number.POSITIVE_INFINITY };
    this.entries.push(added);
    for (const watch of [...this.watches]) {
      if (isWatchFault(rule.fault) && added.left > 0 && ruleMeets(rule, watch.facts)) {
        added.left -= 1;
        watch.hit(rule.fault);
      }
    }
  }

  clear(): void {
    this.entries.length = 0;
  }

  /** The active rules with their remaining counts. */
  rules(): FaultRule[] {
    return this.entries
      .filter(({ left }) => left > 0)
      .map(({ rule, left }) => (Number.isFinite(left) ? { ...rule, count: left } : rule));
  }

  /** The fault for a request that begins now: that of the first matching rule. */
  take(facts: RequestFacts): Fault | undefined {
    const met = this.entries.find(({ rule, left }) => left > 0 && ruleMeets(rule, facts));
    if (met !== undefined) {
      met.left -= 1;
    }
    return met?.rule.fault;
  }

  /** A watch to which faults can be applied at any time, and at its beginning if `fault` says so. */
  watch(facts: RequestFacts, fault: Fault | undefined, start: WatchStart): WatchStart {
    return (sink) => {
      const stopWatch = start(sink);
      const stop = (): void => {
        this.watches.delete(open);
        stopWatch();
      };
      const open: OpenWatch = {
        facts,
        hit: (met) => {
          if (met.kind !== 'watchGarbage') {
            stop();
          }
          spoil(sink, met);
        },
      };
      this.watches.add(open);
      if (fault !== undefined && isWatchFault(fault)) {
        open.hit(fault);
      }
      return stop;
    };
  }
}
