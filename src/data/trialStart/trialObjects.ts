import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { describeFailure } from '../../apiError';
import { ConfigMapModel, VirtualMachineInstanceModel } from '../../k8s/models';
import { listObjects } from '../../k8s/read';
import { createObject, deleteIfThere, deleteObject } from '../../k8s/write';
import { TRIAL_LABEL } from '../../sidecars/annotation/constants';
import type { ConfigMap, KubernetesObject, VirtualMachineInstance } from '../../sidecars/objects/resources';
import type { TrialFailure } from '../../sidecars/trialStart/trialState';
import { ownedBy, type TrialPlan } from '../../sidecars/trialStart/trialPlan';

/** The objects of a trial start that were created so far. */
export interface TrialObjects {
  owner?: ConfigMap;
  instance?: VirtualMachineInstance;
}

/** The API server's refusal of one of the objects. */
export class ObjectRefused extends Error {
  constructor(readonly failure: Extract<TrialFailure, { kind: 'refused' }>) {
    super(failure.message);
  }
}

const refusable = async <T>(object: KubernetesObject, action: Promise<T>): Promise<T> => {
  try {
    return await action;
  } catch (error) {
    const { message } = describeFailure(error);
    throw new ObjectRefused({ kind: 'refused', object: `${object.kind} ${object.metadata.name}`, message });
  }
};

/** Asks the API server whether it would accept all objects. Rejects with `ObjectRefused`. */
export const validateTrial = async ({ configMaps, instance }: TrialPlan): Promise<void> => {
  await Promise.all([
    ...configMaps.map(async (item) =>
      refusable(item, createObject(ConfigMapModel, item, { isDryRun: true })),
    ),
    refusable(instance, createObject(VirtualMachineInstanceModel, instance, { isDryRun: true })),
  ]);
};

/**
 * Creates the objects, their owner first. Rejects with `ObjectRefused`.
 *
 * @param created gets each object at once, so that it can be deleted whatever happens next
 */
export const createTrial = async (
  { configMaps: [first, ...others], instance }: TrialPlan,
  created: TrialObjects,
): Promise<VirtualMachineInstance> => {
  const owner = await refusable(first, createObject(ConfigMapModel, first));
  created.owner = owner;
  await Promise.all(
    others.map(async (item) => refusable(item, createObject(ConfigMapModel, ownedBy(item, owner)))),
  );
  const stored = await refusable(
    instance,
    createObject(VirtualMachineInstanceModel, ownedBy(instance, owner)),
  );
  created.instance = stored;
  return stored;
};

/** Deletes the instance first, because the garbage collector may be slow. Rejects with HttpError. */
export const deleteTrial = async ({ instance, owner }: TrialObjects): Promise<void> => {
  if (instance !== undefined) {
    await deleteIfThere(VirtualMachineInstanceModel, instance);
  }
  if (owner !== undefined) {
    await deleteIfThere(ConfigMapModel, owner);
  }
};

/** The instance as it is now; undefined if it is gone. Listed, because a 404 is an error in the browser's console. */
export const readInstance = async (
  namespace: string | undefined,
  uid: string | undefined,
): Promise<VirtualMachineInstance | undefined> => {
  const instances = await listObjects<VirtualMachineInstance & K8sResourceCommon>(
    VirtualMachineInstanceModel,
    namespace,
    `${TRIAL_LABEL}=true`,
  );
  return instances.find(({ metadata }) => metadata.uid === uid);
};

/** Starts to delete them while the page is left, when nobody can wait for the answers. */
export const deleteTrialOnLeave = ({ instance, owner }: TrialObjects): void => {
  const options = { ifUnchanged: false, outlivesPage: true };
  if (instance !== undefined) {
    deleteObject(VirtualMachineInstanceModel, instance, options).catch(() => undefined);
  }
  if (owner !== undefined) {
    deleteObject(ConfigMapModel, owner, options).catch(() => undefined);
  }
};
