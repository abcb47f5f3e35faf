import { hookPointOf } from '../annotation/sidecar';
import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import type { CureAction } from '../diagnosis/diagnosisModel';
import { editScriptOf, onlySidecar, type Facts } from '../diagnosis/facts';
import type { Message } from '../diagnosis/messages';
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

/** virt-launcher also dials the sockets of sidecars with a deadline, before any script runs. */
const isNoSocketTimeout = (_facts: Facts, { text }: Message): boolean =>
  !/^panic:|hook socket|sidecar socket/.test(text);

/** KubeVirt reads back the aliases of these devices only. */
const READ_BACK = /<(disk|interface|hostdev)\b[^>]*?(?:\/>|>(.*?)<\/\1>)/gs;

const hasDeviceWithoutAlias = ({ defined }: Facts): boolean =>
  Array.from(defined.at(-1)?.xml.matchAll(READ_BACK) ?? []).some(
    ([, , content = '']) => !/<alias\b/.test(content),
  );

/** What a script did wrong when it ran, and what came of its result. */
export const scriptResultEntries = {
  scriptFailed: {
    severity: 'error',
    cause: 'script',
    what: t('A script failed with exit status {{status}}'),
    why: t(
      'KubeVirt reports only the number. While the first call of a start fails, it retries forever. The output of the script is in the log of its container.',
    ),
    cure: t('Correct the script. A script that has nothing to do prints its input and ends with 0.'),
    followsFrom: ({ id }, { params }) =>
      id === 'moduleNotFound' || (id === 'commandNotFound' && params.status === '127'),
    said: { from: STARTS, pattern: /exit status (?<status>\d+)/, action: editScriptByLog },
  },
  /** The first call has defined a domain by then: KubeVirt starts that one, and does not call the script again. */
  laterCallFailed: {
    severity: 'error',
    cause: 'script',
    what: t('libvirt finds no device for a network interface: a later call of a script may have failed'),
    why: t(
      'The first call of a start defines the VM with placeholder interfaces. When the second or third call fails, KubeVirt starts the VM as the first call defined it, and does not call the script again.',
    ),
    cure: t('Look for the first failure in the log of the script, and correct the script.'),
    said: {
      from: STARTS,
      pattern: /target managed='no' but specified dev doesn't exist/,
      action: editScriptByLog,
    },
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
    foretoldBy: ['nothingPrinted', 'extraOutput'],
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
    why: t('What it prints becomes the domain. KubeVirt only reports: EOF.'),
    cure: t('Print the whole domain to standard output, also when nothing has changed.'),
    foretoldBy: ['nothingPrinted', 'extraOutput'],
    said: {
      from: ['condition', 'event', 'computeLog'],
      pattern: /(?:failed: "?|desc = |(?<!reading from server): )EOF"?\s*$/,
      action: editScriptByLog,
    },
  },
  textAroundXml: {
    severity: 'warning',
    cause: 'script',
    what: t('A script printed more than the domain XML'),
    why: t('KubeVirt ignores it, but passes it on to libvirt.'),
    cure: t('Write messages to standard error.'),
    foretoldBy: ['extraOutput'],
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
      holds: isNoSocketTimeout,
      action: editScriptByLog,
    },
  },
  cloudInitVolumeMissing: {
    severity: 'error',
    cause: 'annotation',
    what: t('virt-launcher crashed because the VM has no cloud-init volume'),
    why: t('There is no data to pass to the preCloudInitIso script.'),
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
    why: t(
      'The scripts returned a device without an alias. virt-launcher crashes when it reads such a device back.',
    ),
    cure: t('Give each added device an alias that starts with ua-.'),
    foretoldBy: ['deviceAliasMissing'],
    said: {
      from: ['computeLog', 'container'],
      pattern: /nil pointer dereference/,
      holds: hasDeviceWithoutAlias,
      action: editScriptByLog,
    },
  },
  launcherCrashedUnexplained: {
    severity: 'error',
    cause: 'kubevirt',
    what: t('virt-launcher crashed, and nothing shows that a script is the cause'),
    why: t(
      'virt-launcher also crashes without scripts, for example when the name of a GPU or host device has a dot.',
    ),
    cure: t('Read the log of the compute container before and after the crash.'),
    said: { from: ['computeLog', 'container'], pattern: /nil pointer dereference/ },
  },
  sessionModeRefused: {
    severity: 'error',
    cause: 'script',
    what: t('libvirt cannot do this inside a pod'),
    why: t('It runs without root, in session mode, which lacks for example network bandwidth limits.'),
    cure: t('Remove the setting from the script.'),
    said: { from: STARTS, pattern: /not available in session mode/, action: editScriptByLog },
  },
  libvirtRefused: {
    severity: 'error',
    cause: 'script',
    what: t('libvirt refuses the domain: {{message}}'),
    why: t('A change by a script may be the reason.'),
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
