import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { readLogLines } from '../../k8s/logs/podLog';
import { PodModel } from '../../k8s/models';
import { listObjects } from '../../k8s/read';
import { COMPUTE_CONTAINER, CREATED_BY_LABEL } from '../../sidecars/annotation/constants';
import { sidecarNumber } from '../../sidecars/annotation/sidecarContainer';
import { domainXmlInLog, maybeDomainXml } from '../../sidecars/logs/domainXmlInLog';
import { hookLogContainers } from '../../sidecars/logs/hookContainers';
import { lastWords } from '../../sidecars/logs/logTail';
import { parseLogLine } from '../../sidecars/logs/logLine';
import { newestLauncherPod } from '../../sidecars/objects/launcherPod';
import { podTrouble } from '../../sidecars/objects/podTrouble';
import type { Pod, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { isUnsynchronized } from '../../sidecars/objects/vm';
import { callsInLog, type RecordedCall } from '../../sidecars/trialStart/recorderLog';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import type { TrialObservation } from '../../sidecars/trialStart/trialState';
import { readInstance } from './trialObjects';

/** What was seen, with the objects and logs for a diagnosis. */
export interface TrialEvidence {
  seen: TrialObservation;
  instance: VirtualMachineInstance;
  pod: Pod | undefined;
  logs: Readonly<Record<string, string>>;
}

const readLog = async (pod: Pod, container: string, signal: AbortSignal): Promise<string> => {
  const lines: string[] = [];
  const { name, namespace = '' } = pod.metadata;
  await readLogLines(
    { namespace, pod: name, container, timestamps: false },
    (line) => {
      lines.push(line);
    },
    { signal },
  );
  return lines.join('\n');
};

const readLogs = async (pod: Pod, signal: AbortSignal): Promise<Record<string, string>> => {
  const containers = hookLogContainers(pod);
  const logs = await Promise.all(containers.map(async (container) => readLog(pod, container, signal)));
  return Object.fromEntries(containers.map((container, index) => [container, logs[index] ?? '']));
};

const syncMessageOf = ({ status }: VirtualMachineInstance): string =>
  status?.conditions?.find(isUnsynchronized)?.message ?? '';

const containerMessageOf = ({ status }: Pod): string =>
  (status?.containerStatuses ?? [])
    .flatMap(({ name, state }) => {
      const { exitCode = 0, reason = '', message = '' } = state?.terminated ?? {};
      return sidecarNumber(name) === undefined || exitCode === 0
        ? []
        : [`${name}: ${lastWords(message) || `${reason} ${exitCode}`.trim()}`];
    })
    .join('\n');

/**
 * Reads the copy, its pod and its logs once. Undefined if the copy is gone. Rejects with HttpError.
 *
 * @param before what was read last: calls whose log has not grown are the same objects, so that nobody compares them again
 */
export const observeTrial = async (
  plan: TrialPlan,
  uid: string,
  signal: AbortSignal,
  before?: TrialEvidence,
): Promise<TrialEvidence | undefined> => {
  const { namespace } = plan;
  const [instance, pods] = await Promise.all([
    readInstance(namespace, uid),
    listObjects<Pod & K8sResourceCommon>(PodModel, namespace, `${CREATED_BY_LABEL}=${uid}`),
  ]);
  if (instance === undefined) {
    return undefined;
  }
  const pod = newestLauncherPod(instance, pods);
  const logs = pod === undefined ? {} : await readLogs(pod, signal);
  const calls: Record<number, readonly RecordedCall[]> = {};
  for (const hook of plan.hooks) {
    if (hook.kind === 'recorded') {
      const log = logs[hook.container] ?? '';
      const known = before?.logs[hook.container] === log ? before.seen.calls[hook.index] : undefined;
      calls[hook.index] = known ?? (await callsInLog(log, hook.hookPoint));
    }
  }
  const defined = (logs[COMPUTE_CONTAINER] ?? '').split('\n').flatMap((line) => {
    const xml = maybeDomainXml(line) ? domainXmlInLog(parseLogLine(line).message) : undefined;
    return xml === undefined ? [] : [xml];
  });
  const { phase = '', conditions = [] } = instance.status ?? {};
  return {
    seen: {
      phase,
      isPaused: conditions.some(({ type, status }) => type === 'Paused' && status === 'True'),
      syncMessage: syncMessageOf(instance),
      podMessage: pod === undefined ? '' : podTrouble(pod),
      pod: pod?.metadata.name,
      containerMessage: pod === undefined ? '' : containerMessageOf(pod),
      calls,
      defined,
    },
    instance,
    pod,
    logs,
  };
};
