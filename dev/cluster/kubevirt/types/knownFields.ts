import type { FieldTree } from '../../contract';

const fields = (names: string, more: Record<string, FieldTree> = {}): FieldTree => ({
  ...Object.fromEntries(names.split(' ').map((name) => [name, true])),
  ...more,
});

const devices = fields(
  'autoattachGraphicsDevice autoattachInputDevice autoattachMemBalloon autoattachPodInterface autoattachSerialConsole autoattachVSOCK blockMultiQueue clientPassthrough disableHotplug disks downwardMetrics filesystems gpus hostDevices inputs interfaces logSerialConsole networkInterfaceMultiqueue panicDevices rng sound tpm useVirtioTransitional video watchdog',
);

const domain = fields(
  'chassis clock cpu features firmware ioThreads ioThreadsPolicy launchSecurity machine memory rebootPolicy resources',
  { devices },
);

const instanceSpec = fields(
  'accessCredentials affinity architecture dnsConfig dnsPolicy evictionStrategy hostname livenessProbe networks nodeSelector priorityClassName readinessProbe resourceClaims schedulerName startStrategy subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints utilityVolumes volumes',
  { domain },
);

const TEMPLATE = { metadata: true, spec: instanceSpec } as const;

const machineSpec = fields(
  'dataVolumeTemplates instancetype liveUpdateFeatures preference runStrategy running updateVolumesStrategy',
  { template: TEMPLATE },
);

/** The fields of KubeVirt's schemas down to those of `devices`. Fields below are not checked. */
export const MACHINE_FIELDS: FieldTree = { spec: machineSpec, status: true };
export const INSTANCE_FIELDS: FieldTree = { spec: instanceSpec, status: true };
export const REPLICA_SET_FIELDS: FieldTree = {
  spec: fields('paused replicas selector', { template: TEMPLATE }),
  status: true,
};
export const POOL_FIELDS: FieldTree = {
  spec: fields(
    'autohealing maxUnavailable nameGeneration paused replicas scaleInStrategy selector updateStrategy',
    { virtualMachineTemplate: { metadata: true, spec: machineSpec } },
  ),
  status: true,
};
