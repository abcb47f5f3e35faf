import { hookPointOf } from '../annotation/sidecar';
import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import type { CureAction } from '../diagnosis/diagnosisModel';
import { editScriptOf, onlySidecar, type Facts } from '../diagnosis/facts';
import { editScriptByLog } from '../diagnosis/scriptAction';
import { hasCloudInitVolume } from '../objects/vm';
import { t } from './finding';
import { STARTS } from './scriptStart';

const editCloudInit = (facts: Facts): CureAction | undefined =>
  editScriptOf(facts, onlySidecar(facts, 'preCloudInitIso'));

const onlyForCloudInit = ({ sidecars, input: { vm } }: Facts): boolean =>
  vm !== undefined &&
  !hasCloudInitVolume(vm) &&
  sidecars.some((sidecar) => hookPointOf(sidecar) === 'preCloudInitIso');

/** What a script did wrong when it ran, and what came of its result. */
export const scriptResultEntries = {
  scriptFailed: {
    severity: 'error',
    cause: 'script',
    what: t('A script failed with exit status {{status}}'),
    why: t(
      'KubeVirt reports the number only, and tries again for ever. What the script said is in the log of its container.',
    ),
    cure: t('Correct the script. A script that has nothing to do prints its input and ends with 0.'),
    followsFrom: ({ id }, { params }) =>
      id === 'moduleNotFound' || (id === 'commandNotFound' && params.status === '127'),
    said: { from: STARTS, pattern: /exit status (?<status>\d+)/, action: editScriptByLog },
  },
  xmlBroken: {
    severity: 'error',
    cause: 'script',
    what: t('A script returned XML that cannot be read: {{message}}'),
    why: t('The VM does not start with it.'),
    cure: t('Correct the script, or better, let an XML library write the result.'),
    said: {
      from: STARTS,
      pattern: /(?<message>XML syntax error on line \d+: [^"\n]*)/,
      action: editScriptByLog,
    },
  },
  wrongRoot: {
    severity: 'error',
    cause: 'script',
    what: t('A script returned the element {{element}} in place of domain'),
    why: t('All of the domain XML must be printed again.'),
    cure: t('Print the whole domain.'),
    said: {
      from: STARTS,
      pattern: /expected element type <domain> but have <(?<element>[^>]*)>/,
      action: editScriptByLog,
    },
  },
  cloudInitBroken: {
    severity: 'error',
    cause: 'script',
    what: t('A script returned cloud-init data that cannot be read'),
    why: t('All of the data must be printed again, its metadata included.'),
    cure: t('Print the whole JSON object.'),
    foretoldBy: ['nothingPrinted'],
    said: {
      from: STARTS,
      pattern: /Failed to unmarshal CloudInit\w*Source result/i,
      action: editCloudInit,
    },
  },
  printedNothing: {
    severity: 'error',
    cause: 'script',
    what: t('A script printed nothing that is XML'),
    why: t('What it prints becomes the domain. KubeVirt only says: EOF.'),
    cure: t('Print the whole domain to standard output, also when nothing has changed.'),
    foretoldBy: ['nothingPrinted'],
    said: {
      from: ['condition', 'event', 'computeLog', 'answer'],
      pattern: /(?:failed: "?|desc = |(?<!reading from server): )EOF"?\s*$/,
      action: editScriptByLog,
    },
  },
  textAroundXml: {
    severity: 'warning',
    cause: 'script',
    what: t('A script printed more than the domain XML'),
    why: t('KubeVirt reads over it, but libvirt gets it as it is.'),
    cure: t('Write messages to standard error.'),
  },
  volumeNameDropped: {
    severity: 'error',
    cause: 'script',
    what: t('The VM cannot be migrated because a script dropped the volume name of its cloud-init data'),
    why: t('KubeVirt finds the volume by VolumeName.'),
    cure: t('Keep all fields that the script does not mean to change.'),
    said: {
      from: STARTS,
      pattern: /failed to find the status of volume\s*(?:["']?\s*$|"")/,
      action: editCloudInit,
    },
  },
  callTimedOut: {
    severity: 'error',
    cause: 'script',
    what: t('A script took too long'),
    why: t(
      'KubeVirt gives a start 20 seconds in all, and calls the script two or three times. A script that hangs also keeps its pod from ending.',
    ),
    cure: t('Remove pauses and calls of other services.'),
    foretoldBy: ['sleepCall', 'networkCall'],
    said: {
      from: STARTS,
      pattern: /DeadlineExceeded|context deadline exceeded/,
      action: editScriptByLog,
    },
  },
  cloudInitVolumeMissing: {
    severity: 'error',
    cause: 'annotation',
    what: t('virt-launcher crashed because the VM has no cloud-init volume'),
    why: t('It has no data to hand to the preCloudInitIso script.'),
    cure: t('Add a cloud-init volume to the VM, or remove the sidecar.'),
    foretoldBy: ['preCloudInitIsoWithoutCloudInit'],
    said: {
      from: ['computeLog', 'container'],
      pattern: /nil pointer dereference/,
      holds: onlyForCloudInit,
      action: () => ({ kind: 'editSidecars' }),
    },
  },
  launcherCrashed: {
    severity: 'error',
    cause: 'script',
    what: t('virt-launcher crashed'),
    why: t('It does so when it reads back a device that a script added without an alias.'),
    cure: t('Give each added device an alias that starts with ua-.'),
    foretoldBy: ['deviceAliasMissing'],
    said: {
      from: ['computeLog', 'container'],
      pattern: /nil pointer dereference/,
      action: editScriptByLog,
    },
  },
  sessionModeRefused: {
    severity: 'error',
    cause: 'script',
    what: t('libvirt cannot do this inside a pod'),
    why: t('It runs without root, in session mode, which lacks for example network bandwidth limits.'),
    cure: t('Take the setting out of the script.'),
    said: { from: STARTS, pattern: /not available in session mode/, action: editScriptByLog },
  },
  libvirtRefused: {
    severity: 'error',
    cause: 'script',
    what: t('libvirt refuses the domain: {{message}}'),
    why: t('It may be what a script changed.'),
    cure: t('Correct the script.'),
    said: {
      from: STARTS,
      // Messages quote names. Where the parser stopped is shown in further lines, whose breaks Go writes as `\n`.
      pattern: /LibvirtError\(Code=\d+, Domain=\d+, Message='(?<message>.*?)(?:'\)|\\n|$)/m,
      action: editScriptByLog,
    },
  },
  migrationHookFailed: {
    severity: 'error',
    cause: 'script',
    what: t('The migration failed because a script failed on the target'),
    why: t('Scripts also run in the new pod, although their result is not used there.'),
    cure: t('Correct the script, so that it works in any pod.'),
    said: { from: STARTS, pattern: /executing custom preStart hooks failed/, action: editScriptByLog },
  },
} satisfies Record<string, DiagnosisEntry>;
