import type { Pod } from '../../sidecars/objects/resources';

export const TRY_CONTAINER = 'try';

/** Marks the pods that run scripts for the page. */
export const TRY_LABEL = 'sidecar-hooks.kubevirt.io/quick-try';

/** The cluster ends the pod after this time, even if the page could not. */
export const TRY_POD_SECONDS = 900;

/** A pod that waits for scripts to run in it. It can do nothing else: no token, no rights, little memory. */
export const tryPodManifest = (namespace: string, image: string): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: '',
    generateName: 'try-hook-script-',
    namespace,
    labels: { 'app.kubernetes.io/managed-by': 'kubevirt-sidecar-plugin', [TRY_LABEL]: 'true' },
  },
  spec: {
    activeDeadlineSeconds: TRY_POD_SECONDS,
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 0,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: TRY_CONTAINER,
        image,
        command: ['sleep', String(TRY_POD_SECONDS)],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        resources: {
          requests: { cpu: '100m', memory: '64Mi' },
          limits: { cpu: '1', memory: '256Mi' },
        },
      },
    ],
  },
});
