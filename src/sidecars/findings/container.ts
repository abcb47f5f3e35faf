import { sidecarNumber } from '../annotation/sidecarContainer';
import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import type { CureAction } from '../diagnosis/diagnosisModel';
import { editSidecarOf, type Facts } from '../diagnosis/facts';
import type { Message } from '../diagnosis/messages';
import { t, type Params } from './finding';

const editContainer = (facts: Facts, _params: Params, { container = '' }: Message): CureAction | undefined =>
  editSidecarOf(facts, sidecarNumber(container));

/** What goes wrong until the containers of the sidecars run and have opened their sockets. */
export const containerEntries = {
  imageNotPulled: {
    severity: 'error',
    cause: 'image',
    what: t('The image of {{container}} cannot be pulled: {{reason}}'),
    why: t('Sidecars have no pull secret of their own: those of the pod’s service account are used.'),
    cure: ({ scriptIn }) =>
      scriptIn === 'image'
        ? t(
            'Use a tag that exists, or add a pull secret to the service account. The script is in this image: without it nothing runs.',
          )
        : t(
            'Leave the image out, so that KubeVirt uses its own. Or use a tag that exists, or add a pull secret to the service account.',
          ),
  },
  imageNeverPulled: {
    severity: 'error',
    cause: 'annotation',
    what: t('The image of {{container}} is not on the node, and may not be pulled: {{image}}'),
    why: t('The image pull policy of the sidecar is Never.'),
    cure: t('Use the image pull policy IfNotPresent, or load the image on each node.'),
  },
  podNotScheduled: {
    severity: 'error',
    cause: 'cluster',
    what: t('The pod of the VM cannot be scheduled on any node'),
    why: t('Each sidecar needs resources of its own besides those of the VM.'),
    cure: t('Free resources, or ask for less.'),
    followsFrom: ({ id }) => id === 'pvcNotFound',
    said: { from: ['condition'], pattern: /^\d+\/\d+ nodes are available|unschedulable/i },
  },
  containerNotStarted: {
    severity: 'error',
    cause: 'image',
    what: t('{{container}} could not be started'),
    why: t('It never ran, so it has no log. Often the command is not in its image.'),
    cure: t('Correct the command or the image of the sidecar.'),
  },
  argumentUnknown: {
    severity: 'error',
    cause: 'annotation',
    what: t('{{container}} ended because it does not know the argument {{argument}}'),
    why: t('virt-launcher waits for the sidecar for minutes before it gives up.'),
    cure: t('Remove the argument. KubeVirt’s image knows only --version.'),
    foretoldBy: ['argumentUnknown'],
    said: {
      from: ['sidecarLog', 'container'],
      pattern:
        /(?:unknown flag: |unknown shorthand flag: .* in |flag provided but not defined: )(?<argument>-[\w-]+)/,
      action: editContainer,
    },
  },
  versionMissing: {
    severity: 'error',
    cause: 'annotation',
    what: t('{{container}} ended because --version is missing'),
    why: t('virt-launcher waits for the sidecar for minutes before it gives up.'),
    cure: t('Use --version v1alpha3.'),
    foretoldBy: ['versionMissing'],
    said: {
      from: ['sidecarLog', 'container'],
      pattern: /Missing --version parameter/,
      action: editContainer,
    },
  },
  versionUnsupported: {
    severity: 'error',
    cause: 'annotation',
    what: t('The sidecar and KubeVirt have no version in common'),
    why: t('virt-launcher waits for the sidecar for minutes before it gives up.'),
    cure: t(
      'Use --version v1alpha3. If the sidecar has an image that does not know it, leave the image out.',
    ),
    foretoldBy: ['versionUnknown', 'versionUnsupported'],
    said: [
      { from: ['sidecarLog', 'container'], pattern: /Supported options are \[/, action: editContainer },
      {
        from: ['computeLog', 'condition', 'event'],
        pattern: /Hook sidecar does not expose a supported version/,
        action: () => ({ kind: 'editSidecars' }),
      },
    ],
  },
  socketsNotCollected: {
    severity: 'error',
    cause: 'annotation',
    what: t('virt-launcher timed out waiting for a sidecar'),
    why: t('A sidecar ended, or never opened its socket. The VM cannot start without it.'),
    cure: t('Read the logs of the sidecars, and correct the one that ended.'),
    foretoldBy: ['versionMissing', 'versionUnknown', 'versionUnsupported'],
    followsFrom: ({ id }) =>
      [
        'argumentUnknown',
        'versionMissing',
        'versionUnsupported',
        'sidecarEnded',
        'containerNotStarted',
      ].includes(id),
    said: {
      pattern:
        /Failed to collect all expected sidecar hook sockets|Failed to process sidecar socket: .*deadline exceeded/,
      action: () => ({ kind: 'editSidecars' }),
    },
  },
} satisfies Record<string, DiagnosisEntry>;
