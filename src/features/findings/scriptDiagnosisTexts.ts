import type { DiagnosisTexts } from './diagnosisTexts';

type Id =
  | 'execFormat'
  | 'interpreterNotFound'
  | 'notExecutable'
  | 'argumentTooLong'
  | 'commandNotFound'
  | 'moduleNotFound'
  | 'scriptFailed'
  | 'xmlBroken'
  | 'wrongRoot'
  | 'cloudInitBroken'
  | 'printedNothing'
  | 'textAroundXml'
  | 'volumeNameDropped'
  | 'callTimedOut'
  | 'launcherCrashed'
  | 'sessionModeRefused'
  | 'libvirtRefused'
  | 'migrationHookFailed';

/** What a script did wrong when it was called, and what came of its result. */
export const scriptDiagnosisTexts: DiagnosisTexts<Id> = {
  execFormat: (t, params) => ({
    what: t('The script for {{hookPoint}} cannot be started: exec format error', params),
    why: t('It does not start with #!, or a byte order mark stands before it.'),
    cure: t('Begin the first line with #!, for example #!/bin/sh or #!/usr/bin/env python3.'),
  }),
  interpreterNotFound: (t, params) => ({
    what: t('The script for {{hookPoint}} cannot be started: no such file or directory', params),
    why: t('The image lacks the interpreter of its first line, or that line ends with a carriage return.'),
    cure: t('Use line feeds only, and /bin/sh or /usr/bin/env python3.'),
  }),
  notExecutable: (t, params) => ({
    what: t('The script for {{hookPoint}} cannot be started: permission denied', params),
    why: t('The file is not executable. Scripts from a ConfigMap always are.'),
    cure: t('Take the script from a ConfigMap, or make the file executable.'),
  }),
  argumentTooLong: (t) => ({
    what: t('The script cannot be started: argument list too long'),
    why: t('The instance or the XML is one argument, which may have 128 KiB at most.'),
    cure: t('Move cloud-init user data into a Secret, or make it smaller.'),
  }),
  commandNotFound: (t, params) => ({
    what: t('The script needs {{command}}, which the image does not have', params),
    why: t('KubeVirt’s image has bash, coreutils, sed, gawk, grep and python3, and little else.'),
    cure: t('Do without the command, or use an image of your own.'),
  }),
  moduleNotFound: (t, params) => ({
    what: t('The script needs the Python module {{module}}, which the image does not have', params),
    why: t('KubeVirt’s image has Python’s standard library only.'),
    cure: t('Use the standard library, for example xml.etree.ElementTree and json.'),
  }),
  scriptFailed: (t, params) => ({
    what: t('A script failed with exit status {{status}}', params),
    why: t(
      'KubeVirt reports the number only, and tries again for ever. What the script said is in the log of its container.',
    ),
    cure: t('Correct the script. A script that has nothing to do prints its input and ends with 0.'),
  }),
  xmlBroken: (t, params) => ({
    what: t('A script returned XML that cannot be read: {{message}}', params),
    why: t('The VM does not start with it.'),
    cure: t('Correct the script, or better, let an XML library write the result.'),
  }),
  wrongRoot: (t, params) => ({
    what: t('A script returned the element {{element}} in place of domain', params),
    why: t('All of the domain XML must be printed again.'),
    cure: t('Print the whole domain.'),
  }),
  cloudInitBroken: (t) => ({
    what: t('A script returned cloud-init data that cannot be read'),
    why: t('All of the data must be printed again, its metadata included.'),
    cure: t('Print the whole JSON object.'),
  }),
  printedNothing: (t) => ({
    what: t('A script printed nothing that is XML'),
    why: t('What it prints becomes the domain. KubeVirt only says: EOF.'),
    cure: t('Print the whole domain to standard output, also when nothing has changed.'),
  }),
  textAroundXml: (t) => ({
    what: t('A script printed more than the domain XML'),
    why: t('KubeVirt reads over it, but libvirt gets it as it is.'),
    cure: t('Write messages to standard error.'),
  }),
  volumeNameDropped: (t) => ({
    what: t('The VM cannot be migrated because a script dropped the volume name of its cloud-init data'),
    why: t('KubeVirt finds the volume by VolumeName.'),
    cure: t('Keep all fields that the script does not mean to change.'),
  }),
  callTimedOut: (t) => ({
    what: t('A script took too long'),
    why: t(
      'KubeVirt gives a start 20 seconds in all, and calls the script two or three times. A script that hangs also keeps its pod from ending.',
    ),
    cure: t('Remove pauses and calls of other services.'),
  }),
  launcherCrashed: (t) => ({
    what: t('virt-launcher crashed'),
    why: t('It does so when it reads back a device that a script added without an alias.'),
    cure: t('Give each added device an alias that starts with ua-.'),
  }),
  sessionModeRefused: (t) => ({
    what: t('libvirt cannot do this inside a pod'),
    why: t('It runs without root, in session mode, which lacks for example network bandwidth limits.'),
    cure: t('Take the setting out of the script.'),
  }),
  libvirtRefused: (t, params) => ({
    what: t('libvirt refuses the domain: {{message}}', params),
    why: t('It may be what a script changed.'),
    cure: t('Correct the script.'),
  }),
  migrationHookFailed: (t) => ({
    what: t('The migration failed because a script failed on the target'),
    why: t('Scripts also run in the new pod, although their result is not used there.'),
    cure: t('Correct the script, so that it works in any pod.'),
  }),
};
