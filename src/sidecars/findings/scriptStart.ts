import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import type { Message } from '../diagnosis/messages';
import { editScript, editScriptByLog } from '../diagnosis/scriptAction';
import { t } from './finding';

/** Where KubeVirt, virt-launcher and scripts tell of a start. */
export const STARTS: readonly Message['from'][] = ['condition', 'event', 'computeLog', 'sidecarLog'];

/** Why a script, or what it needs, cannot be started. */
export const scriptStartEntries = {
  execFormat: {
    severity: 'error',
    cause: 'script',
    what: t('The script for {{hookPoint}} cannot be started: exec format error'),
    why: t('It does not start with #!, or a byte order mark stands before it.'),
    cure: t('Begin the first line with #!, for example #!/bin/sh or #!/usr/bin/env python3.'),
    foretoldBy: ['shebangMissing', 'scriptBom'],
    said: {
      from: STARTS,
      pattern: /fork\/exec \S*?(?<hookPoint>onDefineDomain|preCloudInitIso): exec format error/,
      action: editScript,
    },
  },
  interpreterNotFound: {
    severity: 'error',
    cause: 'script',
    what: t('The script for {{hookPoint}} cannot be started: no such file or directory'),
    why: t('The image lacks the interpreter of its first line, or that line ends with a carriage return.'),
    cure: t('Use line feeds only, and /bin/sh or /usr/bin/env python3.'),
    foretoldBy: ['interpreterMissing', 'scriptCrlf'],
    said: {
      from: STARTS,
      pattern: /fork\/exec \S*?(?<hookPoint>onDefineDomain|preCloudInitIso): no such file or directory/,
      action: editScript,
    },
  },
  notExecutable: {
    severity: 'error',
    cause: 'script',
    what: t('The script for {{hookPoint}} cannot be started: permission denied'),
    why: t('The file is not executable. Scripts from a ConfigMap always are.'),
    cure: t('Take the script from a ConfigMap, or make the file executable.'),
    said: {
      from: STARTS,
      pattern: /fork\/exec \S*?(?<hookPoint>onDefineDomain|preCloudInitIso): permission denied/,
      action: editScript,
    },
  },
  argumentTooLong: {
    severity: 'error',
    cause: 'annotation',
    what: t('The script cannot be started: argument list too long'),
    why: t('The instance or the XML is one argument, which may have 128 KiB at most.'),
    cure: t('Move cloud-init user data into a Secret, or make it smaller.'),
    foretoldBy: ['argumentTooLong'],
    said: { from: STARTS, pattern: /argument list too long/i },
  },
  commandNotFound: {
    severity: 'error',
    cause: 'script',
    what: t('The script needs {{command}}, which the image does not have'),
    why: t('KubeVirt’s image has bash, coreutils, sed, gawk, grep and python3, and little else.'),
    cure: t('Do without the command, or use an image of your own.'),
    foretoldBy: ['commandMissing'],
    said: [
      {
        from: ['sidecarLog'],
        pattern: /env: [‘'"]?(?<command>[\w.+-]+)[’'"]?: No such file or directory/,
        action: editScript,
      },
      {
        from: ['sidecarLog'],
        pattern: /(?:line )?\d+: (?<command>[\w./+-]+): (?:command )?not found/,
        action: editScript,
      },
    ],
  },
  moduleNotFound: {
    severity: 'error',
    cause: 'script',
    what: t('The script needs the Python module {{module}}, which the image does not have'),
    why: t('KubeVirt’s image has Python’s standard library only.'),
    cure: t('Use the standard library, for example xml.etree.ElementTree and json.'),
    foretoldBy: ['importMissing'],
    said: {
      from: ['sidecarLog'],
      pattern: /ModuleNotFoundError: No module named '(?<module>[\w.]+)'/,
      action: editScriptByLog,
    },
  },
} satisfies Record<string, DiagnosisEntry>;
