import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import { t } from './finding';

/** The error of KubeVirt's admission has no code of its own, only this text. */
const GATE_REFUSAL = /sidecar feature gate is not enabled/i;

/** Whether KubeVirt refused a VM because of its sidecars. */
export const isGateRefusal = (message: string): boolean => GATE_REFUSAL.test(message);

/** What is wrong with the feature gate. */
export const gateEntries = {
  gateDenied: {
    severity: 'error',
    cause: 'gate',
    what: t('KubeVirt refuses the VM because the feature gate Sidecar is off'),
    why: t('While it is off, KubeVirt refuses to start or change VMs with hook sidecars.'),
    cure: t('Enable the gate, or remove the sidecars.'),
    said: { pattern: GATE_REFUSAL, action: () => ({ kind: 'enableGate' }) },
  },
  gateMisspelt: {
    severity: 'error',
    cause: 'gate',
    what: t('The feature gate is misspelt: {{gate}}'),
    why: t('KubeVirt ignores names that it does not know, and nothing says so.'),
    cure: t('Enable the gate under its name Sidecar.'),
  },
  gateOnBothLists: {
    severity: 'error',
    cause: 'gate',
    what: t('The feature gate Sidecar is listed both as enabled and as disabled'),
    why: t('KubeVirt treats it as enabled, but refuses every change of its object while both lists name it.'),
    cure: t('Remove it from the list of disabled gates.'),
    said: {
      pattern: /feature gate "?Sidecar"? exists on both/i,
      action: () => ({ kind: 'enableGate' }),
    },
  },
} satisfies Record<string, DiagnosisEntry>;

/** What the cluster as a whole is to blame for. */
export const clusterEntries = {
  notSynchronized: {
    severity: 'error',
    cause: 'cluster',
    what: t('KubeVirt cannot apply the settings of the VM'),
    why: t('It says: {{message}}'),
    cure: t('Follow what KubeVirt says; it may have nothing to do with the sidecars.'),
  },
  deprecated: {
    severity: 'advice',
    cause: 'gate',
    what: t('Hook sidecars are deprecated in KubeVirt {{version}}'),
    why: t('They still work. The version that removes them is not known yet.'),
    cure: t('Look for a field of the VM that does the same, or for a Plugin of KubeVirt.'),
  },
} satisfies Record<string, DiagnosisEntry>;
