import { goJson } from '../../k8s/goJson';
import { readLogLines } from '../../k8s/logs/podLog';
import { parseSidecars, sidecarsIn } from '../../sidecars/annotation/annotation';
import { COMPUTE_CONTAINER } from '../../sidecars/annotation/constants';
import { domainXmlInLog, maybeDomainXml } from '../../sidecars/logs/domainXmlInLog';
import { parseLogLine } from '../../sidecars/logs/logLine';
import type { VirtualMachineInstance } from '../../sidecars/objects/resources';
import { instanceAnnotation } from '../../sidecars/objects/vm';
import { readLauncher } from '../readLauncher';
import type { TryInput } from './tryInput';

/** The input of a running VM, or why there is none. */
export type VmInput =
  | {
      kind: 'found';
      input: TryInput;
      /** When KubeVirt generated it, ISO 8601. */
      loggedAt: string | undefined;
      /** The log has the XML as it was after the first call of the VM's hooks, which may have changed it. */
      isAfterHooks: boolean;
    }
  | { kind: 'noPod' }
  /** The pod's log has no XML any more, because the node has rotated it. */
  | { kind: 'notInLog'; pod: string };

/** A VMI as the script gets it: without the fields that say what kind of object it is. */
const vmiJson = ({ metadata, spec, status }: VirtualMachineInstance): string =>
  goJson({ metadata, spec, status });

interface Logged {
  xml: string;
  time: string | undefined;
}

/** The first XML in the log, which is that of the first call at the VM's start. Rejects with HttpError. */
const firstXml = async (namespace: string, pod: string, signal: AbortSignal): Promise<Logged | undefined> => {
  let found: Logged | undefined;
  const enough = new AbortController();
  const stop = (): void => {
    enough.abort();
  };
  signal.addEventListener('abort', stop);
  const onLine = (line: string): void => {
    if (found === undefined && maybeDomainXml(line)) {
      const { message, time } = parseLogLine(line);
      const xml = domainXmlInLog(message);
      if (xml !== undefined) {
        found = { xml, time };
        stop();
      }
    }
  };
  try {
    const query = { namespace, pod, container: COMPUTE_CONTAINER };
    await readLogLines(query, onLine, { signal: enough.signal });
  } catch (error) {
    signal.throwIfAborted();
    if (found === undefined) {
      throw error;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return found;
};

/** Reads what KubeVirt passed to the scripts of a VM at its last start. Rejects with HttpError. */
export const readVmInput = async (namespace: string, name: string, signal: AbortSignal): Promise<VmInput> => {
  const { vmi, pod } = await readLauncher(namespace, name);
  signal.throwIfAborted();
  if (pod === undefined) {
    return { kind: 'noPod' };
  }
  const logged = await firstXml(namespace, pod.metadata.name, signal);
  if (logged === undefined) {
    return { kind: 'notInLog', pod: pod.metadata.name };
  }
  return {
    kind: 'found',
    input: { input: logged.xml, vmi: vmiJson(vmi) },
    loggedAt: logged.time,
    isAfterHooks: sidecarsIn(parseSidecars(instanceAnnotation(vmi))).length > 0,
  };
};
