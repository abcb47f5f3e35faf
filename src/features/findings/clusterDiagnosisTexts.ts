import type { DiagnosisTexts } from './diagnosisTexts';

type Id =
  | 'gateDenied'
  | 'gateMisspelt'
  | 'gateOnBothLists'
  | 'hcoPatchInvalid'
  | 'gateNotAskedOfHco'
  | 'clusterTainted'
  | 'deprecated'
  | 'notSynchronized'
  | 'podNotScheduled';

/** What the cluster as a whole, its gate or its nodes are to blame for. */
export const clusterDiagnosisTexts: DiagnosisTexts<Id> = {
  gateDenied: (t) => ({
    what: t('KubeVirt refuses the VM because the feature gate Sidecar is off'),
    why: t('While it is off, every change of a VM with hook sidecars is refused, and so is its start.'),
    cure: t('Enable the gate, or remove the sidecars.'),
  }),
  gateMisspelt: (t, params) => ({
    what: t('The feature gate is misspelt: {{gate}}', params),
    why: t('KubeVirt ignores names that it does not know, and nothing says so.'),
    cure: t('Enable the gate under its name Sidecar.'),
  }),
  gateOnBothLists: (t) => ({
    what: t('The feature gate Sidecar is on the list of enabled and on that of disabled gates'),
    why: t('KubeVirt takes it for enabled, and refuses every change of its object while both lists name it.'),
    cure: t('Take it off the list of disabled gates.'),
  }),
  hcoPatchInvalid: (t) => ({
    what: t('HyperConverged cannot apply its jsonpatch annotation'),
    why: t('None of the changes in it reaches KubeVirt, the feature gate neither.'),
    cure: t('Repair the annotation on the Feature gate tab.'),
  }),
  gateNotAskedOfHco: (t) => ({
    what: t('The feature gate is on, but HyperConverged does not ask for it'),
    why: t('HyperConverged undoes changes of the KubeVirt object: the gate will go off again.'),
    cure: t('Enable the gate on the Feature gate tab, which asks HyperConverged for it.'),
  }),
  clusterTainted: (t) => ({
    what: t('The cluster counts as modified in an unsupported way'),
    why: t('HyperConverged reports its jsonpatch annotation as a tainted configuration.'),
    cure: t('Remove the annotation before an upgrade, and ask support what it means for you.'),
  }),
  deprecated: (t, params) => ({
    what: t('Hook sidecars are deprecated in KubeVirt {{version}}', params),
    why: t('They still work. The version that removes them is not known yet.'),
    cure: t('Look for a field of the VM that does the same, or for a Plugin of KubeVirt.'),
  }),
  notSynchronized: (t, params) => ({
    what: t('KubeVirt cannot bring the VM into the wanted state'),
    why: t('It says: {{message}}', params),
    cure: t('Follow what KubeVirt says; it may have nothing to do with the sidecars.'),
  }),
  podNotScheduled: (t) => ({
    what: t('No node takes the pod of the VM'),
    why: t('Each sidecar needs resources of its own besides those of the VM.'),
    cure: t('Free resources, or ask for less.'),
  }),
};
