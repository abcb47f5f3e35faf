/** Every way in which users met scripts failing, and which findings tell it. */
import { expect, it } from 'vitest';
import { cloudInit, script } from '../checks/checkFixtures';
import { py, sh } from '../checks/script/scriptFixtures';
import { AB } from '../state/stateFixtures';
import { foreseen, happens, inScript, type CoverageRow } from './coverageFixtures';
import { dump, failing, launcher, running, withLog } from './diagnosisFixtures';

const SYNC = 'server error. command SyncVMI failed: ';
const PRE = JSON.stringify([script({}, cloudInit)]);
const VNC = '<qemu:arg value="-vnc"></qemu:arg><qemu:arg value=":1"></qemu:arg>';
const withArgs = (text: string): string => `<domain><qemu:commandline>${text}</qemu:commandline></domain>`;
const fork = (error: string): string => `${SYNC}"fork/exec /usr/bin/onDefineDomain: ${error}"`;
const logged = (msg: string): string => JSON.stringify({ hook: 'onDefineDomain', msg });
const PANIC = 'panic: runtime error: invalid memory address or nil pointer dereference';

const ROWS: CoverageRow[] = [
  ['a script that fails', ['scriptFailed'], happens(failing(`${SYNC}"exit status 1"`))],
  [
    'a script that cannot be started',
    ['execFormat', 'interpreterNotFound', 'commandNotFound', 'shebangMissing', 'scriptBom', 'scriptCrlf'],
    [
      ...happens(
        failing(fork('exec format error')),
        failing(fork('no such file or directory')),
        withLog('hook-sidecar-0', logged("/usr/bin/env: 'python': No such file or directory")),
      ),
      ...inScript('echo "$4"\n', `\uFEFF${sh('cat')}`, sh('cat').replaceAll('\n', '\r\n')),
    ],
  ],
  [
    'what the image of KubeVirt lacks',
    ['interpreterMissing', 'commandMissing', 'importMissing', 'commandNotFound', 'moduleNotFound'],
    [
      ...inScript('#!/usr/bin/env python\nprint(1)\n', sh('jq .'), py('import lxml\nprint(1)')),
      ...happens(
        withLog('hook-sidecar-0', logged('/usr/bin/onDefineDomain: line 2: jq: command not found')),
        withLog('hook-sidecar-0', logged("ModuleNotFoundError: No module named 'lxml'")),
      ),
    ],
  ],
  [
    'a script that prints nothing, or notes beside the XML',
    ['printedNothing', 'xmlBroken', 'textAroundXml', 'nothingPrinted'],
    [
      ...happens(
        failing(`${SYNC}"EOF"`),
        failing(`${SYNC}"XML syntax error on line 1: unexpected EOF"`),
        running({ logs: { compute: dump('note\n<domain></domain>') } }),
      ),
      ...inScript(sh(':')),
    ],
  ],
  ['an argument without quotes', ['unquotedArgument'], inScript(sh('echo $4 | sed s/a/b/'))],
  [
    'a script that looks for what virsh prints',
    ['dumpxmlStyleMatch'],
    inScript(sh(`printf '%s' "$4" | sed "s|<domain type='kvm'|<domain type='qemu'|"`)),
  ],
  [
    'what is added at each call, or lost between calls',
    ['changeRepeated', 'changeLost', 'appendUnguarded'],
    [
      ...happens(
        running({ logs: { compute: dump(withArgs(VNC + VNC)) } }),
        running({ logs: { compute: `${dump(withArgs(VNC))}\n${dump('<domain></domain>')}` } }),
      ),
      ...inScript(sh(`printf '%s' "$4" | sed 's|</devices>|<disk/></devices>|'`)),
    ],
  ],
  [
    'a device without an alias',
    ['launcherCrashed', 'launcherCrashedUnexplained', 'deviceAliasMissing'],
    [
      ...happens(
        withLog('compute', `${dump('<domain><devices><disk></disk></devices></domain>')}\n${PANIC}`),
        withLog('compute', PANIC),
      ),
      ...inScript(sh(`printf '%s' "$4" | sed 's|</devices>|<disk type="file"></disk></devices>|'`)),
    ],
  ],
  [
    'what libvirt refuses in a session',
    ['sessionModeRefused'],
    happens(
      failing(
        "LibvirtError(Code=84, Domain=0, Message='Operation not supported: not available in session mode')",
      ),
    ),
  ],
  ['several scripts for one XML, of one kind or mixed', ['hookOrder'], foreseen(AB)],
  [
    'what KubeVirt skips of cloud-init scripts, and crashes in',
    [
      'cloudInitHookSkipped',
      'callbackSkipped',
      'cloudInitVolumeMissing',
      'cloudInitBroken',
      'severalPreCloudInitIso',
      'versionOld',
      'preCloudInitIsoWithoutCloudInit',
    ],
    [
      ...happens(
        running({ pods: [launcher([])] }, AB.replaceAll('onDefineDomain', 'preCloudInitIso')),
        withLog('compute', 'Unsupported callback version: v1alpha1'),
        withLog('compute', PANIC, PRE),
        failing('Failed to unmarshal CloudInitNoCloudSource result: unexpected end of JSON input', PRE),
      ),
      ...foreseen([script({}, cloudInit), script({ args: ['--version', 'v1alpha1'] }, cloudInit)]),
      ...foreseen([script({}, cloudInit), script({}, cloudInit)]),
    ],
  ],
  [
    'cloud-init data that lost a field, or is shown to others',
    ['volumeNameDropped', 'secretPrinted'],
    [...happens(failing('failed to find the status of volume ', PRE)), ...inScript(sh('echo "$2" >&2; cat'))],
  ],
  [
    'a script that takes too long',
    ['callTimedOut', 'networkCall', 'sleepCall'],
    [
      ...happens(failing('command SyncVMI failed with DeadlineExceeded: context deadline exceeded')),
      ...inScript(sh('curl http://x'), sh('sleep 30; cat')),
    ],
  ],
  [
    'another element than domain',
    ['wrongRoot'],
    happens(failing(`${SYNC}"expected element type <domain> but have <foo>"`)),
  ],
  [
    'a domain that libvirt refuses, or changes',
    ['libvirtRefused'],
    happens(failing("LibvirtError(Code=27, Domain=20, Message='XML error: no such thing')")),
  ],
  [
    'a script that fails a migration',
    ['migrationHookFailed'],
    happens(failing('executing custom preStart hooks failed: exit status 1')),
  ],
  [
    'mistakes in a script',
    ['scriptSyntax', 'wrongArgument', 'echoOfInput', 'identityChanged'],
    inScript(
      sh('if true; then cat'),
      sh('printf "%s" "$5"'),
      sh('echo "$4"'),
      sh(`printf '%s' "$4" | sed 's|<uuid>.*</uuid>|<uuid>1</uuid>|'`),
    ),
  ],
];

it.each(ROWS)('%s: %j', (_failure, expected, found) => {
  expect(found).toEqual(expect.arrayContaining(expected));
});
