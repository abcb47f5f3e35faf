import type { Condition, KubernetesObject, ObjectMeta, VirtualMachine } from './resources';

/** What a VM is made from: a VM whose strings may have `${PARAMETERS}`. */
type VmManifest = Partial<Pick<VirtualMachine, 'apiVersion' | 'kind' | 'spec'>> & {
  metadata?: Partial<ObjectMeta>;
};

export interface TemplateParameter {
  name: string;
  displayName?: string;
  description?: string;
  value?: string;
  generate?: string;
  from?: string;
  required?: boolean;
}

/** An OpenShift template. Its objects may be of any kind. */
export interface Template extends KubernetesObject {
  objects?: Record<string, unknown>[];
  parameters?: TemplateParameter[];
  message?: string;
}

export interface VirtualMachineTemplate extends KubernetesObject {
  spec: { virtualMachine?: VmManifest; parameters?: TemplateParameter[]; message?: string };
  status?: { conditions?: Condition[]; [field: string]: unknown };
}

/** Keeps a number of VMs, and by default restarts them when their template changes. */
export interface VirtualMachinePool extends KubernetesObject {
  spec: {
    replicas?: number;
    paused?: boolean;
    /** A number or a percentage, such as `50%`. */
    maxUnavailable?: number | string;
    updateStrategy?: {
      unmanaged?: Record<string, unknown>;
      opportunistic?: Record<string, unknown>;
      proactive?: Record<string, unknown>;
    };
    virtualMachineTemplate?: VmManifest;
    [field: string]: unknown;
  };
  status?: { replicas?: number; readyReplicas?: number; conditions?: Condition[]; [field: string]: unknown };
}
