import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import { t } from './finding';

/** What becomes of sidecars besides their calls, and what fails without a word: the VM is not what was meant. */
export const runningEntries = {
  oldPodLingers: {
    severity: 'warning',
    cause: 'script',
    what: t('Pod {{pod}} does not end although its VM has left it'),
    why: t(
      'Sidecars before v1alpha3 do not end with their pod, and neither does one whose script still runs. The next migration is refused.',
    ),
    cure: t('Delete the pod, and use --version v1alpha3.'),
    foretoldBy: ['versionOld'],
  },
  crashLoop: {
    severity: 'error',
    cause: 'cluster',
    what: t('The VM crashes at each start, and the pod of its last attempt is gone'),
    why: t('KubeVirt waits longer before each attempt. The logs of an attempt are deleted with its pod.'),
    cure: t('Read what is known of the last attempt below. The next attempt has logs again.'),
  },
  sidecarEnded: {
    severity: 'error',
    cause: 'annotation',
    what: t('{{container}} ended with exit code {{exitCode}}'),
    why: t('Without it virt-launcher cannot start the VM.'),
    cure: t('Read its log, and correct the sidecar.'),
    // What else is known of its container is the reason.
    followsFrom: ({ id, params, evidence }, own) =>
      id !== 'callbackSkipped' &&
      (params.container === own.params.container ||
        evidence.some(({ source }) => source.kind === 'log' && source.container === own.params.container)),
  },
  hookNotFound: {
    severity: 'error',
    cause: 'annotation',
    what: t('{{container}} found no script for {{hookPoint}}'),
    why: t(
      'The key is not in the ConfigMap, or the hook path is another. The script is skipped, and the VM starts unchanged.',
    ),
    cure: t('Correct the key or the hook path.'),
    foretoldBy: ['keyMissing', 'hookPathUnknown'],
  },
  callbackSkipped: {
    severity: 'warning',
    cause: 'annotation',
    what: t('A sidecar was not called for cloud-init data'),
    why: t('v1alpha1 has no preCloudInitIso.'),
    cure: t('Use --version v1alpha3.'),
    foretoldBy: ['versionOld'],
    said: { pattern: /Unsupported callback version/, action: () => ({ kind: 'editSidecars' }) },
  },
  cloudInitHookSkipped: {
    severity: 'warning',
    cause: 'annotation',
    what: t('Only one of {{number}} preCloudInitIso scripts was run'),
    why: t('KubeVirt calls one sidecar for cloud-init data, and skips the others without a word.'),
    cure: t('Put them into one script.'),
    foretoldBy: ['severalPreCloudInitIso'],
  },
} satisfies Record<string, DiagnosisEntry>;
