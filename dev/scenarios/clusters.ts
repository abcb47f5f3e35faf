import type { KubeVirt } from '../../src/sidecars/objects/resources';
import {
  HCO_NAMESPACE,
  JSON_PATCH_ANNOTATION,
  KUBE_VIRT_NAME,
  platformObjects,
} from '../cluster/kubevirt/platform';
import { hookScript, namespace, onDefineDomain, virtualMachine } from './objects';
import type { Scenario } from './scenario';
import { GUIDE_SCRIPT, serialScript } from './scripts';
import { whenPhase } from './steps';

const CURRENT = 'v1.9.0';
const HYPER_CONVERGED = 'kubevirt-hyperconverged';

const twoMachines = [
  namespace('storefront'),
  hookScript('storefront', 'xmleditscript', GUIDE_SCRIPT),
  hookScript('storefront', 'licence-serial', serialScript),
];

export const gateOff: Scenario = {
  name: 'gate-off',
  description: 'The Sidecar feature gate was turned off while VMs still ask for sidecars',
  kubeVirtVersion: CURRENT,
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: true }),
    ...twoMachines,
    virtualMachine('storefront', 'still-running', { sidecars: [onDefineDomain('licence-serial')] }),
    virtualMachine('storefront', 'example-vm', {
      sidecars: [onDefineDomain('xmleditscript')],
      runStrategy: 'Halted',
    }),
    virtualMachine('storefront', 'web-frontend'),
  ],
  play: (host) => {
    whenPhase(host, 'storefront', 'still-running', 'Running', () => {
      const { store } = host;
      store.modify('hyperconvergeds', HCO_NAMESPACE, HYPER_CONVERGED, (draft) => {
        draft.metadata.annotations = {};
      });
      store.modify('kubevirts', HCO_NAMESPACE, KUBE_VIRT_NAME, (draft) => {
        const developer = (draft as unknown as KubeVirt).spec?.configuration?.developerConfiguration;
        if (developer?.featureGates !== undefined) {
          developer.featureGates = developer.featureGates.filter((gate) => gate !== 'Sidecar');
        }
      });
    });
  },
};

export const empty: Scenario = {
  name: 'empty',
  description: 'KubeVirt and HCO with the gate off, one empty namespace',
  kubeVirtVersion: CURRENT,
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: false }),
    namespace('storefront'),
  ],
};

export const oldKubeVirt: Scenario = {
  name: 'old-kubevirt',
  description: 'KubeVirt 1.2, where sidecars must name their image and what scripts write to stderr is lost',
  kubeVirtVersion: 'v1.2.0',
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: true }),
    ...twoMachines,
    virtualMachine('storefront', 'example-vm', { sidecars: [onDefineDomain('xmleditscript')] }),
    virtualMachine('storefront', 'web-frontend'),
  ],
};

export const plainKubeVirt: Scenario = {
  name: 'plain-kubevirt',
  description: 'KubeVirt without HCO: the gate is set in the KubeVirt resource itself',
  kubeVirtVersion: CURRENT,
  hco: false,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: false, sidecarGate: false }),
    namespace('storefront'),
    hookScript('storefront', 'xmleditscript', GUIDE_SCRIPT),
    virtualMachine('storefront', 'example-vm'),
  ],
};

export const noKubeVirt: Scenario = {
  name: 'no-kubevirt',
  description: 'A Kubernetes without KubeVirt',
  kubeVirtVersion: CURRENT,
  withoutKubeVirt: true,
  hco: false,
  objects: () => [namespace('storefront'), hookScript('storefront', 'xmleditscript', GUIDE_SCRIPT)],
};

export const malformedHco: Scenario = {
  name: 'malformed-hco',
  description: 'The jsonpatch annotation of the HyperConverged is no JSON',
  kubeVirtVersion: CURRENT,
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: false }),
    namespace('storefront'),
    hookScript('storefront', 'xmleditscript', GUIDE_SCRIPT),
    virtualMachine('storefront', 'example-vm'),
  ],
  // Written past admission, because HCO's webhook would refuse it. In real clusters such an annotation is older than
  // the webhook, or was written while the webhook was down.
  play: ({ store }) => {
    store.modify('hyperconvergeds', HCO_NAMESPACE, HYPER_CONVERGED, (draft) => {
      draft.metadata.annotations = {
        [JSON_PATCH_ANNOTATION]:
          '[{"op": "add", "path": "/spec/configuration/developerConfiguration/featureGates/-" "value": "Sidecar"}]',
      };
    });
  },
};
