import type { Severity } from '../checks/check';
import { t, type Texts } from './finding';

const ENTRIES = {
  scriptTooLong: {
    severity: 'warning',
    what: t('The script is too long to be checked: {{size}} kB'),
    why: t('Scripts of more than {{limit}} kB are not checked. Whether this one is right is not known.'),
    cure: t('Move data out of the script, or try it out.'),
  },
  scriptNotChecked: {
    severity: 'warning',
    what: t('The script could not be checked'),
    why: t('A check ended with an error. Whether the script is right is not known: {{message}}'),
    cure: t('Try the script out.'),
  },
  scriptSyntax: {
    severity: 'error',
    what: t('The script has a syntax error: {{message}}'),
    why: t('The interpreter ends with an error, and the VM does not start.'),
    cure: t('Correct the line.'),
  },
  scriptCrlf: {
    severity: 'error',
    what: t('The lines end with carriage returns, as on Windows'),
    why: t('The carriage return counts as part of the interpreter’s name: no such file or directory.'),
    cure: t('Use line feeds only.'),
  },
  scriptBom: {
    severity: 'error',
    what: t('The script starts with a byte order mark'),
    why: t('It hides the first line, and the script cannot be started: exec format error.'),
    cure: t('Remove the mark.'),
  },
  shebangMissing: {
    severity: 'error',
    what: t('The script does not start with #! and its interpreter'),
    why: t('KubeVirt starts the script itself, without a shell: exec format error.'),
    cure: t('Begin the first line with #!, for example #!/bin/sh or #!/usr/bin/env python3.'),
  },
  envArguments: {
    severity: 'error',
    what: t('env looks for one program named "{{argument}}"'),
    why: t('Linux gives all that stands behind env as one argument: no such file or directory.'),
    cure: t('Write env -S, or set the option in the next line.'),
  },
  interpreterMissing: {
    severity: 'error',
    what: t('KubeVirt’s image has no {{interpreter}}'),
    why: t('The script cannot be started, and the VM does not start.'),
    cure: t('Use /bin/sh, /bin/bash or /usr/bin/env python3.'),
  },
  commandMissing: {
    severity: 'error',
    what: t('KubeVirt’s image has no command {{command}}'),
    why: t('The script fails at this line.'),
    cure: t('Use python3 with its standard library, sed, gawk or grep, or an image of your own.'),
  },
  importMissing: {
    severity: 'error',
    what: t('KubeVirt’s image has no Python module {{module}}'),
    why: t('Python ends with ModuleNotFoundError, and the VM does not start.'),
    cure: t('Use the standard library, for example xml.etree.ElementTree and json.'),
  },
  unquotedArgument: {
    severity: 'warning',
    what: t('{{argument}} is not quoted'),
    why: t(
      'The shell joins all lines, shortens runs of blanks, and puts file names in the place of every asterisk.',
    ),
    cure: t('Put it in double quotes.'),
  },
  echoOfInput: {
    severity: 'advice',
    what: t('echo may change {{argument}}'),
    why: t('Some shells take a backslash in the text for an escape.'),
    cure: t("Use printf '%s\\n'."),
  },
  wrongArgument: {
    severity: 'error',
    what: t('{{argument}} is not what the script takes it for'),
    why: t(
      'The arguments are: 1 --vmi, 2 the instance as JSON, 3 --domain or --cloud-init, 4 the XML or the cloud-init data as JSON. There is no name of a hook point and no version.',
    ),
    cure: t('Read the arguments by their flags, or take the fourth.'),
  },
  nothingPrinted: {
    severity: 'error',
    what: t('The script prints nothing'),
    why: t('What it prints becomes the result. Without any output the VM does not start: {{message}}.'),
    cure: t('Print all of the result to standard output, also when nothing has changed.'),
  },
  silentEnd: {
    severity: 'warning',
    what: t('The script ends here with success, and has printed nothing'),
    why: t('What it prints becomes the result. Without any output the VM does not start.'),
    cure: t('Print the input before, as the result of a script that changes nothing.'),
  },
  extraOutput: {
    severity: 'error',
    what: t('The script prints a message to standard output'),
    why: ({ hookPoint }) =>
      hookPoint === 'preCloudInitIso'
        ? t(
            'All that it prints is read as cloud-init data in JSON: with other text around them they cannot be read.',
          )
        : t('All that it prints is given to libvirt, which refuses XML with other text around it.'),
    cure: t('Write messages to standard error.'),
  },
  preparesTooLate: {
    severity: 'warning',
    what: t('It writes {{path}}, which the preCloudInitIso script {{other}} uses'),
    why: t(
      'preCloudInitIso runs before onDefineDomain, and each sidecar has its own files: what is written now comes too late.',
    ),
    cure: t('Write it in the preCloudInitIso script.'),
  },
  cloudInitShape: {
    severity: 'error',
    what: ({ problem }) =>
      problem === 'plain'
        ? t('The script prints user data in place of the cloud-init data')
        : t('The script prints cloud-init data without their metadata'),
    why: t('KubeVirt reads a JSON object with the metadata and the user data in it: the VM does not start.'),
    cure: t('Change the field UserData of the object that the script gets, and print all of the object.'),
  },
  networkCall: {
    severity: 'warning',
    what: t('{{command}} talks to the network'),
    why: t(
      'KubeVirt gives a start 20 seconds in all, and calls the script two or three times. A slow answer stops the VM.',
    ),
    cure: t('Put what the script needs into the script.'),
  },
  sleepCall: {
    severity: 'warning',
    what: t('The script waits: sleep {{duration}}'),
    why: t('KubeVirt gives a start 20 seconds in all, and calls the script two or three times.'),
    cure: t('Remove the pause.'),
  },
  appendUnguarded: {
    severity: 'warning',
    what: t('The script adds {{what}} without looking first'),
    why: ({ call }) =>
      call === 3
        ? t(
            'From 1.8 on KubeVirt calls the script a third time when it adds PCI ports, with the result of the second call: {{what}} is there twice.',
          )
        : t(
            'KubeVirt calls the script twice per start, the second time with the devices that came of the first call: {{what}} is there twice.',
          ),
    cure: t('Add only what is not there yet.'),
  },
  failsOnOwnResult: {
    severity: 'error',
    what: t('The script fails when it finds {{what}}, which it adds itself'),
    why: t(
      'KubeVirt calls it again in the same start, with the devices that came of the first call: the second call fails.',
    ),
    cure: t('Print the input as it is, and end with success, when there is nothing left to do.'),
  },
  deviceAliasMissing: {
    severity: 'warning',
    what: t('The {{device}} that the script adds has no alias of its own'),
    why: t('virt-launcher reads the alias of such a device back, and can crash when there is none.'),
    cure: t('Add an alias whose name starts with ua-, of letters, digits, hyphens and underscores.'),
  },
  dumpxmlStyleMatch: {
    severity: 'warning',
    what: ({ branch }) =>
      branch === undefined
        ? t('{{text}} is never found')
        : t('The branch that looks for {{text}} never runs'),
    why: ({ branch }) =>
      branch === undefined
        ? t(
            'It is written as virsh dumpxml prints it. The script gets double quotes, and an empty element as <a></a>: what depends on it does not happen, and nothing says so.',
          )
        : t(
            'It is for an input without xmlns:qemu, and before KubeVirt 1.8 every input has it. The rest of the script runs.',
          ),
    cure: ({ branch }): string =>
      branch === undefined
        ? t('Write it as the script gets it, or better, use an XML parser.')
        : t('Remove the branch.'),
  },
  secretPrinted: {
    severity: 'warning',
    what: t('The script writes its whole input to the log: {{what}}'),
    why: t('It may hold passwords and keys, which everyone can read who may read logs.'),
    cure: t('Log only what you need to know.'),
  },
  namespaceTwice: {
    severity: 'error',
    what: t('The script adds xmlns:qemu, which is there already'),
    why: t(
      'KubeVirt sets it for every domain that it generates. An attribute that is there twice makes the XML invalid, and the VM does not start.',
    ),
    cure: t('Do not add it.'),
  },
  bandwidthInSession: {
    severity: 'error',
    what: t('The script limits the bandwidth of an interface'),
    why: t('The libvirt of a VM runs in session mode, and refuses it: the VM does not start.'),
    cure: t('Limit the bandwidth in the network of the VM.'),
  },
  identityChanged: {
    severity: 'warning',
    what: t('The script changes the element {{element}} of the domain'),
    why: t('KubeVirt finds the domain by its name and relies on its size: it loses track of the VM.'),
    cure: t('Leave it as it is, and set it in the VM.'),
  },
  hookPointMismatch: {
    severity: 'error',
    what: t('The script reads {{flag}}, which {{hookPoint}} does not give'),
    why: t('It was written for {{other}}, and finds no input.'),
    cure: t('Attach it at {{other}}, or read the other flag.'),
  },
  environmentUnsupported: {
    severity: 'warning',
    what: t('KubeVirt {{version}} does not set {{name}}'),
    why: t('The variable came with KubeVirt {{since}}, and is empty before.'),
    cure: t('Do without the variable, or upgrade KubeVirt.'),
  },
} satisfies Record<string, Texts & { severity: Severity }>;
export type ScriptFindingId = keyof typeof ENTRIES;

/** What can be wrong with the text of a hook script. The checks are apart: they need a whole parser. */
export const SCRIPT_FINDINGS: Readonly<Record<ScriptFindingId, Texts & { severity: Severity }>> = ENTRIES;
