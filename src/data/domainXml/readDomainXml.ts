import { describeFailure } from '../../apiError';
import { execInPod } from '../../k8s/exec/execInPod';
import { readLogLines } from '../../k8s/logs/podLog';
import { PodModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { dumpXmlWords } from '../../sidecars/plans/commands';
import { COMPUTE_CONTAINER } from '../../sidecars/annotation/constants';
import { domainXmlInLog, maybeDomainXml } from '../../sidecars/logs/domainXmlInLog';
import { parseLogLine } from '../../sidecars/logs/logLine';
import type { Pod } from '../../sidecars/objects/resources';
import type { PodLookup, XmlProblem } from './xmlProblem';
import { problemOfRefusal, problemOfResult } from './xmlProblem';

/** A domain's XML and its source. */
export interface DomainXml {
  text: string;
  pod: string;
  podUid: string;
  source:
    | { kind: 'live'; inactive: boolean; durationMs: number }
    /** The XML that was passed to libvirt at `loggedAt` (ISO 8601), not libvirt's own version of it. */
    | { kind: 'log'; loggedAt: string | undefined };
  /** When it was read, ISO 8601. */
  readAt: string;
  /** True if it was cut at the size limit. */
  cut: boolean;
}

export type XmlAnswer = { kind: 'xml'; xml: DomainXml } | { kind: 'problem'; problem: XmlProblem };

export interface PodOfVm {
  namespace: string;
  vmName: string;
  pod: string;
  podUid: string;
}

const lookUpPod = async (namespace: string, name: string): Promise<PodLookup> => {
  try {
    return { pod: await getObject<Pod>(PodModel, namespace, name) };
  } catch (error) {
    return describeFailure(error);
  }
};

export interface LiveOptions {
  inactive: boolean;
  impersonation: readonly string[];
  signal: AbortSignal;
  onActivity: () => void;
}

/** Runs `virsh dumpxml` in the pod. Rejects only when aborted. */
export const readLiveXml = async (
  { namespace, vmName, pod, podUid }: PodOfVm,
  { inactive, ...options }: LiveOptions,
): Promise<XmlAnswer> => {
  const command = dumpXmlWords({ namespace, vmName, inactive });
  const result = await execInPod({ namespace, pod, container: COMPUTE_CONTAINER, command }, options);
  if (result.kind === 'refused') {
    return { kind: 'problem', problem: problemOfRefusal(await lookUpPod(namespace, pod), pod) };
  }
  const problem = problemOfResult(result, pod);
  if (problem !== undefined || result.kind === 'lost') {
    return { kind: 'problem', problem: problem ?? { kind: 'lost', pod, receivedCharacters: 0, said: '' } };
  }
  const source = { kind: 'live' as const, inactive, durationMs: result.durationMs };
  const readAt = new Date().toISOString();
  // virsh ends its output with an empty line.
  const text = result.stdout.replace(/\n+$/, '\n');
  return {
    kind: 'xml',
    xml: { text, pod, podUid, source, readAt, cut: result.cut },
  };
};

/** Finds the last XML in virt-launcher's log that was passed to libvirt. Runs nothing in the pod. */
export const readLoggedXml = async (
  { namespace, pod, podUid }: PodOfVm,
  options: Pick<LiveOptions, 'signal' | 'onActivity'>,
): Promise<XmlAnswer> => {
  let last: { xml: string; time: string | undefined } | undefined;
  try {
    const onLine = (line: string): void => {
      if (maybeDomainXml(line)) {
        const { message, time } = parseLogLine(line);
        const xml = domainXmlInLog(message);
        last = xml === undefined ? last : { xml, time };
      }
    };
    await readLogLines({ namespace, pod, container: COMPUTE_CONTAINER }, onLine, options);
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'problem', problem: { kind: 'logUnreadable', pod, said: describeFailure(error).message } };
  }
  if (last === undefined) {
    return { kind: 'problem', problem: { kind: 'notInLog', pod } };
  }
  const source = { kind: 'log' as const, loggedAt: last.time };
  const readAt = new Date().toISOString();
  return { kind: 'xml', xml: { text: last.xml, pod, podUid, source, readAt, cut: false } };
};
