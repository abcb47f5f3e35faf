import { runsShim } from '../checks/sidecarCheck';
import { HOOK_POINT_ANNOTATION, HOOK_SCRIPT_LABEL, HOOK_SCRIPT_LABEL_VALUE } from '../annotation/constants';
import { HOOK_POINTS, type HookPoint } from '../annotation/hookPoint';
import type { ConfigMap, VirtualMachine } from '../objects/resources';
import { hookPointOf } from '../annotation/sidecar';
import { sidecarsOfVm } from '../objects/vm';
import { lastDataChange } from './lastDataChange';
import { addUser, needsExisting, type ScriptUser } from './scriptUser';

/** One key of a ConfigMap that serves, or could serve, as a hook script. */
export interface HookScript {
  configMap: ConfigMap;
  key: string;
  hookPoints: HookPoint[];
  /** True unless a user runs it in another image than KubeVirt's own. */
  inDefaultImage: boolean;
  /** VMs, and what makes VMs; undefined if the VMs are not known. */
  users: ScriptUser[] | undefined;
  /** Size of the script in the pod, in bytes. */
  sizeBytes: number;
  /** RFC 3339; undefined if the object has no time. */
  lastChange: string | undefined;
  /** Why it counts as a hook script; the strongest reason. */
  reason: 'referenced' | 'labelled' | 'shebang';
}

interface Usage {
  users: ScriptUser[];
  hookPoints: Set<HookPoint>;
  inDefaultImage: boolean;
}

/** The separator cannot occur in a name. */
const identity = (namespace: string, configMap: string, key: string): string =>
  `${namespace}/${configMap}/${key}`;

const usages = (vms: readonly VirtualMachine[]): Map<string, Usage> => {
  const found = new Map<string, Usage>();
  for (const vm of vms) {
    const { namespace = '' } = vm.metadata;
    for (const sidecar of sidecarsOfVm(vm)) {
      if (sidecar.configMap !== undefined && needsExisting(vm, sidecar.configMap.name)) {
        const id = identity(namespace, sidecar.configMap.name, sidecar.configMap.key);
        const usage = found.get(id) ?? { users: [], hookPoints: new Set(), inDefaultImage: true };
        addUser(usage.users, vm);
        const hookPoint = hookPointOf(sidecar);
        if (hookPoint !== undefined) {
          usage.hookPoints.add(hookPoint);
        }
        usage.inDefaultImage &&= runsShim(sidecar);
        found.set(id, usage);
      }
    }
  }
  return found;
};

interface Entry {
  key: string;
  sizeBytes: number;
  hasShebang: boolean;
}

const decodedLength = (base64: string): number =>
  (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);

/** The beginning of base64 of a text with a shebang; the text after it changes only the fourth character. */
const BASE64_SHEBANG = 'IyE';

const entriesOf = ({ data = {}, binaryData = {} }: ConfigMap): Entry[] => [
  ...Object.entries(data).map(([key, text]) => ({
    key,
    sizeBytes: new TextEncoder().encode(text).length,
    hasShebang: text.startsWith('#!'),
  })),
  ...Object.entries(binaryData).map(([key, base64]) => ({
    key,
    sizeBytes: decodedLength(base64),
    hasShebang: base64.startsWith(BASE64_SHEBANG),
  })),
];

const scriptsOf = (configMap: ConfigMap, used: ReadonlyMap<string, Usage> | undefined): HookScript[] => {
  const { name, namespace = '', labels, annotations } = configMap.metadata;
  const isLabelled = labels?.[HOOK_SCRIPT_LABEL] === HOOK_SCRIPT_LABEL_VALUE;
  const lastChange = lastDataChange(configMap);
  return entriesOf(configMap).flatMap(({ key, sizeBytes, hasShebang }) => {
    const usage = used?.get(identity(namespace, name, key));
    const reason = usage ? 'referenced' : isLabelled ? 'labelled' : hasShebang ? 'shebang' : undefined;
    const hookPoints = HOOK_POINTS.filter(
      (point) => usage?.hookPoints.has(point) === true || annotations?.[HOOK_POINT_ANNOTATION] === point,
    );
    return reason === undefined
      ? []
      : [
          {
            configMap,
            key,
            hookPoints,
            inDefaultImage: usage?.inDefaultImage ?? true,
            users: used && (usage?.users ?? []),
            sizeBytes,
            lastChange,
            reason,
          },
        ];
  });
};

/**
 * The keys that a VM's template refers to, that are in a ConfigMap labelled as hook script, or whose text starts with a
 * shebang. VMs use only ConfigMaps of their own namespace.
 *
 * @param vms what can use scripts, see `possibleUsers`; undefined if the VMs cannot be read
 */
export const listHookScripts = (
  configMaps: readonly ConfigMap[],
  vms: readonly VirtualMachine[] | undefined,
): HookScript[] => {
  const used = vms && usages(vms);
  return configMaps.flatMap((configMap) => scriptsOf(configMap, used));
};

export const isHookScript = (configMap: ConfigMap, vms: readonly VirtualMachine[]): boolean =>
  listHookScripts([configMap], vms).length > 0;
