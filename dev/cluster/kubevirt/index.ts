import type { ClusterHost } from '../contract';
import { serveTemplates } from '../openshift/serveTemplates';
import { keepBaseTemplates } from '../openshift/ssp';
import { guardKubeVirtGates } from './admission/kubeVirtGates';
import { defaultInstances } from './admission/instanceDefaults';
import { defaultMachines } from './admission/machineDefaults';
import { guardMachines } from './admission/machineGuard';
import type { Behaviour } from './behaviour';
import { CloneController } from './copies/cloneController';
import { guardCopies } from './copies/copyGuard';
import { RestoreController } from './copies/restoreController';
import { SnapshotController } from './copies/snapshotController';
import { InstanceController } from './controllers/instanceController';
import { serveLifecycle } from './controllers/lifecycleRequests';
import { servePause } from './controllers/pauseRequests';
import { MigrationController } from './controllers/migrationController';
import { REPLICA_SETS } from './controllers/replicaSet';
import { ReplicaSetController } from './controllers/replicaSetController';
import { serveScale } from './controllers/scaleRequests';
import { serveConsole } from './controllers/serialConsole';
import { MachineController } from './controllers/machineController';
import { guardHyperConverged, HcoController } from './hco/hcoController';
import { serveExpandSpec } from './instancetype/expandSpec';
import { Endings } from './endings';
import { EventRecorder } from './eventRecorder';
import type { LibvirtFactory } from './libvirt/podLibvirt';
import { simulatedLibvirt } from './libvirt/simulatedLibvirt';
import { guardPools } from './pools/poolGuard';
import { PoolController } from './pools/poolController';
import { POOL_GROUP, POOLS } from './pools/pool';
import { PlainPods } from './plainPods/plainPods';
import { Timers } from './timers';
import { withDefaults, type KubeVirtTiming } from './timing';
import { NEWEST, releaseOf } from './release';
import { serveVmTemplates } from './templates/serveVmTemplates';
import { copyTypes } from './types/copyTypes';
import { hcoTypes, KUBE_VIRT_TYPES, poolTypes } from './types/resourceTypes';
import { execInLauncher } from './virsh/execInLauncher';

interface KubeVirtOptions {
  /** Defines and runs domains; simulated if undefined. */
  libvirt?: LibvirtFactory | undefined;
  /** The release whose types are served; the newest one if undefined. */
  kubeVirtVersion?: string | undefined;
  /**
   * Whether this is OpenShift, with the HyperConverged operator and templates. Without it their API groups do not exist.
   */
  hco?: boolean;
}

/**
 * Adds KubeVirt and the HyperConverged operator to a cluster: their types, webhooks, controllers and subresources, and
 * virt-launcher pods that really run hook scripts. The cluster's own objects (the KubeVirt resource, its HyperConverged,
 * nodes) come from platformObjects. The behaviour is that of the release in the KubeVirt resource; `kubeVirtVersion` decides
 * which types are served.
 */
export const registerKubeVirt = (
  host: ClusterHost,
  timing: Partial<KubeVirtTiming> = {},
  { libvirt = simulatedLibvirt, kubeVirtVersion = NEWEST, hco = true }: KubeVirtOptions = {},
): void => {
  const release = releaseOf(kubeVirtVersion);
  host.registerTypes([
    ...KUBE_VIRT_TYPES,
    ...poolTypes(release),
    ...copyTypes(release),
    ...(hco ? hcoTypes(release) : []),
  ]);
  const { store } = host;
  const timers = new Timers();
  const behaviour: Behaviour = {
    store,
    admitted: {
      create: (plural, object) => host.createAdmitted(plural, object),
      update: (plural, object) => host.updateAdmitted(plural, object),
    },
    timing: withDefaults(timing),
    timers,
    events: new EventRecorder(store),
    endings: new Endings(),
    libvirt,
  };
  const instances = new InstanceController(behaviour);
  const plainPods = new PlainPods(behaviour);
  const migrations = new MigrationController(behaviour, instances);
  const subscriptions = [
    ...new HcoController(behaviour).start(hco),
    ...instances.start(),
    ...new MachineController(behaviour).start(),
    ...new ReplicaSetController(behaviour).start(),
    ...new PoolController(behaviour).start(),
    ...new SnapshotController(behaviour).start(),
    ...new RestoreController(behaviour).start(),
    ...new CloneController(behaviour).start(),
    ...migrations.start(),
    ...plainPods.start(host),
    serveVmTemplates(host, behaviour),
  ];
  defaultMachines(host);
  defaultInstances(host);
  guardMachines(host);
  guardPools(host);
  guardCopies(host);
  guardKubeVirtGates(host);
  if (hco) {
    guardHyperConverged(host);
    serveTemplates(host);
    subscriptions.push(...keepBaseTemplates(behaviour));
  }
  serveLifecycle(host);
  servePause(host, instances);
  serveExpandSpec(host);
  serveScale(host, 'kubevirt.io', REPLICA_SETS);
  serveScale(host, POOL_GROUP, POOLS);
  serveConsole(host, instances);
  host.onExec(
    (request) =>
      plainPods.exec(request) ??
      execInLauncher(instances.launcherOf(request.namespace, request.pod), request),
  );
  host.onLog(
    (namespace, pod, container) =>
      plainPods.logOf(namespace, pod, container) ?? instances.launcherOf(namespace, pod)?.logs.get(container),
  );
  host.onClose(async () => {
    for (const unsubscribe of subscriptions) {
      unsubscribe();
    }
    timers.clear();
    migrations.stop();
    instances.stop();
    plainPods.stop();
    await behaviour.endings.done();
  });
};
