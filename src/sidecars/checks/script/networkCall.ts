import { scriptCheck } from './scriptCheck';

const COMMANDS: readonly string[] = [
  'curl',
  'wget',
  'ping',
  'nc',
  'ncat',
  'ssh',
  'scp',
  'sftp',
  'dig',
  'nslookup',
  'telnet',
];

/** Modules and calls that talk to the network; `urllib.parse` and the like do not. */
const CALLS =
  /^(?:urllib\.request\.\w+|urlopen|requests\.(?:get|post|put|patch|delete|head|request)|http\.client\.HTTPS?Connection|socket\.(?:create_connection|socket|getaddrinfo))$/;

/** KubeVirt gives a start 20 seconds in all, and calls the script two or three times. */
export const networkCall = scriptCheck('networkCall', ({ shell, python }) => [
  ...(shell?.commands ?? [])
    .filter(({ name = '' }) => COMMANDS.includes(name) && shell?.functions.has(name) !== true)
    .map(({ name = '', pos }) => ({ pos, params: { command: name } })),
  ...(python?.calls ?? [])
    .filter(({ name }) => CALLS.test(name))
    .map(({ name, pos }) => ({ pos, params: { command: name } })),
]);
