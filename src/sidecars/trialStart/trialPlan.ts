import { serializeSidecars } from '../annotation/annotation';
import { TRIAL_EXPIRES_ANNOTATION, TRIAL_LABEL, TRIAL_VM_ANNOTATION } from '../annotation/constants';
import type { Sidecar } from '../annotation/sidecar';
import type {
  ConfigMap,
  KubernetesObject,
  VirtualMachine,
  VirtualMachineInstance,
} from '../objects/resources';
import { copyInstance, type InstanceCopy } from './copyInstance';
import type { CopyNote } from './copyNote';
import { recordedHooks, type RecordedHook, type ScriptLookup, type UnrecordedHook } from './recordedHooks';
import { recorder } from './recorder';

/** How long a trial start may take; its objects are leftovers after this. */
export const TRIAL_MINUTES = 10;

export interface TrialPlan {
  vmName: string;
  name: string;
  namespace: string;
  /** The first owns all other objects: deleting it deletes them. */
  configMaps: readonly [ConfigMap, ...ConfigMap[]];
  instance: VirtualMachineInstance;
  hooks: readonly (RecordedHook | UnrecordedHook)[];
  notes: readonly CopyNote[];
}

export type PlannedTrial =
  | { kind: 'planned'; plan: TrialPlan }
  | { kind: 'refused'; reason: Extract<InstanceCopy, { kind: 'refused' }>['reason'] | 'noSidecars' };

interface TrialInput {
  /** With the values of its instance type and preference. */
  vm: VirtualMachine;
  sidecars: readonly Sidecar[];
  scriptOf: ScriptLookup;
  /** Makes the name unique: lower-case letters and digits. */
  suffix: string;
  now: Date;
  firmwareUuid: string | undefined;
}

/** Characters of the VM's name in that of the copy, which may have 63 with those of the plugin. */
const MOST_OF_NAME = 30;

const trialName = (vmName: string, suffix: string): string =>
  `sidecar-trial-${vmName
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, MOST_OF_NAME)}-${suffix}`;

const configMapName = (trial: string, index: number): string => `${trial}-${index}`;

const withRecorder = (
  sidecar: Sidecar,
  hook: RecordedHook | UnrecordedHook | undefined,
  name: string,
): Sidecar => (hook?.kind === 'recorded' ? { ...sidecar, configMap: { ...hook.source, name } } : sidecar);

/**
 * The objects of a trial start. The hooks keep their order and their options. Their scripts are replaced by recorders, one
 * ConfigMap each, because KubeVirt mounts a ConfigMap only once.
 */
export const planTrial = ({
  vm,
  sidecars,
  scriptOf,
  suffix,
  now,
  firmwareUuid,
}: TrialInput): PlannedTrial => {
  if (sidecars.length === 0) {
    return { kind: 'refused', reason: 'noSidecars' };
  }
  const { name: vmName, namespace = '' } = vm.metadata;
  const name = trialName(vmName, suffix);
  const hooks = recordedHooks(sidecars, scriptOf);
  const expires = new Date(now.getTime() + TRIAL_MINUTES * 60_000).toISOString();
  const metadata = {
    namespace,
    labels: { 'app.kubernetes.io/managed-by': 'kubevirt-sidecar-plugin', [TRIAL_LABEL]: 'true' },
    annotations: { [TRIAL_VM_ANNOTATION]: vmName, [TRIAL_EXPIRES_ANNOTATION]: expires },
  };
  const copy = copyInstance(vm, {
    ...metadata,
    name,
    firmwareUuid,
    sidecars: serializeSidecars(
      sidecars.map((sidecar, index) => withRecorder(sidecar, hooks[index], configMapName(name, index))),
    ),
  });
  if (copy.kind === 'refused') {
    return copy;
  }
  const configMap = (index: number, data: Record<string, string>): ConfigMap => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...metadata, name: configMapName(name, index) },
    data,
  });
  const [first, ...others] = hooks.flatMap((hook) =>
    hook.kind === 'recorded'
      ? [configMap(hook.index, { [hook.source.key]: recorder(hook.script, `${suffix}-${hook.index}`) })]
      : [],
  );
  const { instance, notes } = copy;
  return {
    kind: 'planned',
    plan: {
      vmName,
      name,
      namespace,
      // Without a recorder, an empty ConfigMap owns the copy.
      configMaps: [first ?? configMap(0, {}), ...others],
      instance,
      hooks,
      notes,
    },
  };
};

/** The object, to be deleted with its owner. Without `blockOwnerDeletion`, which OpenShift lets only some users set. */
export const ownedBy = <T extends KubernetesObject>(object: T, owner: KubernetesObject): T => ({
  ...object,
  metadata: {
    ...object.metadata,
    ownerReferences: [
      {
        apiVersion: owner.apiVersion,
        kind: owner.kind,
        name: owner.metadata.name,
        uid: owner.metadata.uid ?? '',
      },
    ],
  },
});
