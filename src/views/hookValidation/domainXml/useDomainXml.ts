import type { Dispatch, SetStateAction } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useImpersonation } from '../../../k8s/exec/useImpersonation';
import type { ReadPlan } from '../../../data/domainXml/readPlan';
import type { DomainXml, PodOfVm, XmlAnswer } from '../../../data/domainXml/readDomainXml';
import { readLiveXml, readLoggedXml } from '../../../data/domainXml/readDomainXml';
import { problemInPhase, type XmlProblem } from '../../../data/domainXml/xmlProblem';

/** After this time without data the user can cancel. */
export const STALL_MS = 30_000;
/** A shorter refresh shows no progress, which would only flicker and delay the result. */
const SIGN_AFTER_MS = 150;

interface Reading {
  what: 'live' | 'log';
  /** No data has arrived for a while. */
  stalled: boolean;
}

interface State {
  xml: DomainXml | undefined;
  problem: XmlProblem | undefined;
  reading: Reading | undefined;
}

export interface DomainXmlReader extends State {
  refresh: () => void;
  /** Reads the XML from the pod's log instead. */
  readFromLog: () => void;
  cancel: () => void;
}

const NOTHING: State = { xml: undefined, problem: undefined, reading: undefined };

const settle = (before: State, answer: XmlAnswer): State =>
  answer.kind === 'xml'
    ? { xml: answer.xml, problem: undefined, reading: undefined }
    : { ...before, problem: answer.problem, reading: undefined };

type Read = (signal: AbortSignal, onActivity: () => void) => Promise<XmlAnswer>;

/** Starts a read and updates the state with its progress and result until the returned controller aborts it. */
const startReading = (
  what: Reading['what'],
  read: Read,
  setState: Dispatch<SetStateAction<State>>,
): AbortController => {
  const aborter = new AbortController();
  let stall: ReturnType<typeof setTimeout>;
  const sign = setTimeout(() => {
    setState((before) => ({ ...before, reading: before.reading ?? { what, stalled: false } }));
  }, SIGN_AFTER_MS);
  const onActivity = (): void => {
    clearTimeout(stall);
    setState((before) =>
      before.reading?.stalled === true ? { ...before, reading: { what, stalled: false } } : before,
    );
    stall = setTimeout(() => {
      setState((before) => ({ ...before, reading: { what, stalled: true } }));
    }, STALL_MS);
  };
  const stopTimers = (): void => {
    clearTimeout(stall);
    clearTimeout(sign);
  };
  aborter.signal.addEventListener('abort', stopTimers);
  onActivity();
  setState((before) =>
    before.xml === undefined || before.reading !== undefined
      ? { ...before, reading: { what, stalled: false } }
      : before,
  );
  const run = async (): Promise<void> => {
    try {
      const answer = await read(aborter.signal, onActivity);
      if (!aborter.signal.aborted) {
        setState((before) => settle(before, answer));
      }
    } catch (error) {
      // An aborted read was replaced, cancelled or unmounted, and that code sets the state.
      if (!aborter.signal.aborted) {
        throw error;
      }
    } finally {
      stopTimers();
    }
  };
  void run();
  return aborter;
};

/**
 * React hook: reads the domain XML if there is a pod to read it from. Reads it again from another pod, and when the phase of
 * the instance changes, because the pod runs before its domain does. XML stays visible while it is read again, but not
 * that of a previous pod.
 */
export const useDomainXml = (
  plan: ReadPlan,
  vm: { namespace: string; name: string },
  inactive: boolean,
): DomainXmlReader => {
  const impersonation = useImpersonation();
  const [state, setState] = useState<State>(NOTHING);
  const [round, setRound] = useState(0);
  const current = useRef<AbortController>();

  const problem = plan.kind === 'stop' ? plan.problem : undefined;
  const pod = plan.kind === 'read' ? plan.pod : problem?.kind === 'mayNotExec' ? problem.pod : undefined;
  const podUid = plan.kind === 'read' ? plan.podUid : pod;
  const target = useMemo<PodOfVm | undefined>(
    () =>
      pod === undefined || podUid === undefined
        ? undefined
        : { namespace: vm.namespace, vmName: vm.name, pod, podUid },
    [vm.namespace, vm.name, pod, podUid],
  );
  const isWaiting = plan.kind === 'wait';
  const phase = plan.kind === 'read' ? plan.phase : undefined;

  /** Starts a read and aborts the previous one. */
  const start = useCallback((what: Reading['what'], read: Read) => {
    current.current?.abort();
    current.current = startReading(what, read, setState);
  }, []);

  useEffect(() => {
    if (isWaiting) {
      return undefined;
    }
    // Problems and reads of a previous pod no longer matter.
    setState((before) => (before.xml !== undefined && before.xml.podUid === podUid ? before : NOTHING));
    if (phase !== undefined && target !== undefined) {
      start('live', async (signal, onActivity) => {
        const answer = await readLiveXml(target, { inactive, impersonation, signal, onActivity });
        return answer.kind === 'xml'
          ? answer
          : { kind: 'problem', problem: problemInPhase(answer.problem, phase) };
      });
    }
    return () => {
      current.current?.abort();
    };
  }, [start, target, podUid, isWaiting, phase, inactive, impersonation, round]);

  const refresh = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  const readFromLog = useCallback(() => {
    if (target !== undefined) {
      start('log', async (signal, onActivity) => readLoggedXml(target, { signal, onActivity }));
    }
  }, [start, target]);
  const cancel = useCallback(() => {
    current.current?.abort();
    setState((before) => ({
      ...before,
      problem: pod === undefined ? before.problem : { kind: 'cancelled', pod },
      reading: undefined,
    }));
  }, [pod]);

  return {
    ...state,
    problem: state.problem ?? (state.xml === undefined ? problem : undefined),
    refresh,
    readFromLog,
    cancel,
  };
};
