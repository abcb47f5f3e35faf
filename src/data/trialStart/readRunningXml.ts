import type { VirtualMachine } from '../../sidecars/objects/resources';
import { readLiveXml } from '../domainXml/readDomainXml';
import { readLauncher } from '../readLauncher';

const LIMIT_MS = 30_000;

/** The domain XML of the running VM; undefined if it cannot be read now. Rejects with HttpError. */
export const readRunningXml = async (
  { metadata: { namespace = '', name } }: VirtualMachine,
  impersonation: readonly string[],
): Promise<string | undefined> => {
  const { pod } = await readLauncher(namespace, name);
  if (pod === undefined) {
    return undefined;
  }
  const { name: podName, uid: podUid = '' } = pod.metadata;
  const answer = await readLiveXml(
    { namespace, vmName: name, pod: podName, podUid },
    {
      inactive: false,
      impersonation,
      signal: AbortSignal.timeout(LIMIT_MS),
      onActivity: () => undefined,
    },
  );
  return answer.kind === 'xml' ? answer.xml.text : undefined;
};
