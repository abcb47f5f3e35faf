import type { ScriptFindingId } from '../../sidecars/checks/check';
import type { FindingTexts } from './findingText';

/** What can be wrong with the text of a hook script. */
export const scriptFindingTexts: FindingTexts<ScriptFindingId> = {
  scriptSyntax: (t, params) => ({
    what: t('The script has a syntax error: {{message}}', params),
    why: t('The interpreter ends with an error, and the VM does not start.'),
    cure: t('Correct the line.'),
  }),
  scriptCrlf: (t) => ({
    what: t('The lines end with carriage returns, as on Windows'),
    why: t('The carriage return counts as part of the interpreter’s name: no such file or directory.'),
    cure: t('Use line feeds only.'),
  }),
  scriptBom: (t) => ({
    what: t('The script starts with a byte order mark'),
    why: t('It hides the first line, and the script cannot be started: exec format error.'),
    cure: t('Remove the mark.'),
  }),
  shebangMissing: (t) => ({
    what: t('The script does not start with #! and its interpreter'),
    why: t('KubeVirt starts the script itself, without a shell: exec format error.'),
    cure: t('Begin the first line with #!, for example #!/bin/sh or #!/usr/bin/env python3.'),
  }),
  interpreterMissing: (t, params) => ({
    what: t('KubeVirt’s image has no {{interpreter}}', params),
    why: t('The script cannot be started, and the VM does not start.'),
    cure: t('Use /bin/sh, /bin/bash or /usr/bin/env python3.'),
  }),
  commandMissing: (t, params) => ({
    what: t('KubeVirt’s image has no command {{command}}', params),
    why: t('The script fails at this line.'),
    cure: t('Use python3 with its standard library, sed, gawk or grep, or an image of your own.'),
  }),
  importMissing: (t, params) => ({
    what: t('KubeVirt’s image has no Python module {{module}}', params),
    why: t('Python ends with ModuleNotFoundError, and the VM does not start.'),
    cure: t('Use the standard library, for example xml.etree.ElementTree and json.'),
  }),
  unquotedArgument: (t, params) => ({
    what: t('{{argument}} is not quoted', params),
    why: t(
      'The shell joins all lines, shortens runs of blanks, and puts file names in the place of every asterisk.',
    ),
    cure: t('Put it in double quotes.'),
  }),
  echoOfInput: (t, params) => ({
    what: t('echo may change {{argument}}', params),
    why: t('Some shells take a backslash in the text for an escape.'),
    cure: t("Use printf '%s\\n'."),
  }),
  wrongArgument: (t, params) => ({
    what: t('{{argument}} is not what the script takes it for', params),
    why: t(
      'The arguments are: 1 --vmi, 2 the instance as JSON, 3 --domain or --cloud-init, 4 the XML or the cloud-init data as JSON. There is no name of a hook point and no version.',
    ),
    cure: t('Read the arguments by their flags, or take the fourth.'),
  }),
  nothingPrinted: (t, { hookPoint }) => ({
    what: t('The script prints nothing'),
    why: t('What it prints becomes the result. Without any output the VM does not start: {{message}}.', {
      message: hookPoint === 'preCloudInitIso' ? 'unexpected end of JSON input' : 'EOF',
    }),
    cure: t('Print all of the result to standard output, also when nothing has changed.'),
  }),
  networkCall: (t, params) => ({
    what: t('{{command}} talks to the network', params),
    why: t(
      'KubeVirt gives a start 20 seconds in all, and calls the script two or three times. A slow answer stops the VM.',
    ),
    cure: t('Put what the script needs into the script.'),
  }),
  sleepCall: (t, params) => ({
    what: t('The script waits: sleep {{duration}}', params),
    why: t('KubeVirt gives a start 20 seconds in all, and calls the script two or three times.'),
    cure: t('Remove the pause.'),
  }),
  appendUnguarded: (t, params) => ({
    what: t('The script adds at {{what}} without looking first', params),
    why: t(
      'KubeVirt calls it two or three times per start, each time on the result of the last: what it adds is there several times.',
    ),
    cure: t('Add only what is not there yet.'),
  }),
  deviceAliasMissing: (t, params) => ({
    what: t('The {{device}} that the script adds has no alias of its own', params),
    why: t('virt-launcher can crash when it reads such a device back.'),
    cure: t('Add an alias whose name starts with ua-, of letters, digits, hyphens and underscores.'),
  }),
  dumpxmlStyleMatch: (t, params) => ({
    what: t('{{text}} is never found', params),
    why: t(
      'It is written as virsh dumpxml prints it. The script gets double quotes, and an empty element as <a></a>: the VM starts unchanged, and nothing says so.',
    ),
    cure: t('Write it as the script gets it, or better, use an XML parser.'),
  }),
  secretPrinted: (t, params) => ({
    what: t('The script writes its whole input to the log: {{what}}', params),
    why: t('It may hold passwords and keys, which everyone can read who may read logs.'),
    cure: t('Log only what you need to know.'),
  }),
  identityChanged: (t, params) => ({
    what: t('The script changes the element {{element}} of the domain', params),
    why: t('KubeVirt finds the domain by its name and relies on its size: it loses track of the VM.'),
    cure: t('Leave it as it is, and set it in the VM.'),
  }),
  hookPointMismatch: (t, params) => ({
    what: t('The script reads {{flag}}, which {{hookPoint}} does not give', params),
    why: t('It was written for {{other}}, and finds no input.', params),
    cure: t('Attach it at {{other}}, or read the other flag.', params),
  }),
  environmentUnsupported: (t, params) => ({
    what: t('KubeVirt {{version}} does not set {{name}}', params),
    why: t('The variable came with KubeVirt {{since}}, and is empty before.', params),
    cure: t('Do without the variable, or upgrade KubeVirt.'),
  }),
};
