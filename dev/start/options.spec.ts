import { describe, expect, it } from 'vitest';
import { chooseScenario } from './chooseScenario';
import { parseOptions } from './options';

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseOptions([])).toMatchObject({
      port: 9000,
      apiPort: 9080,
      vms: 0,
      faults: false,
      open: true,
      virtualization: true,
      patternfly: '6.4',
    });
  });

  it('is read', () => {
    expect(
      parseOptions([
        '--port',
        '1',
        '--api-port=2',
        '--vms',
        '3',
        '--no-open',
        '--manifests',
        'dir',
        '--without-virtualization',
        '--patternfly=6.6',
        '--faults',
      ]),
    ).toMatchObject({
      port: 1,
      apiPort: 2,
      vms: 3,
      open: false,
      manifests: 'dir',
      virtualization: false,
      patternfly: '6.6',
      faults: true,
    });
  });

  it.each([
    [['--kubeconfig'], { kubeconfig: '', context: undefined }],
    [['--kubeconfig', '--no-open'], { kubeconfig: '', open: false }],
    [['--kubeconfig', 'path', '--context=kind'], { kubeconfig: 'path', context: 'kind' }],
    [
      ['--kubeconfig=path', '--as', 'jane', '--as-group', 'a', '--as-group', 'b'],
      { kubeconfig: 'path', as: 'jane', asGroups: ['a', 'b'] },
    ],
  ])('%j takes a kubeconfig', (args, options) => {
    expect(parseOptions(args)).toMatchObject(options);
  });

  it.each([
    ['1.2', 'v1.2.0'],
    ['v1.9', 'v1.9.0'],
    ['1.6.2', 'v1.6.2'],
  ])('--kubevirt-version %s is %s', (text, version) => {
    expect(parseOptions(['--kubevirt-version', text]).kubeVirtVersion).toBe(version);
  });

  it.each([
    [['--kubevirt-version', '1.0'], '--kubevirt-version takes a version from 1.1 to 1.9, not “1.0”.'],
    [['--kubevirt-version', 'latest'], '--kubevirt-version takes a version from 1.1 to 1.9, not “latest”.'],
    [['--kubeconfig', '--kubevirt-version=1.2'], /^--kubevirt-version is for the embedded cluster/],
    [['--patternfly', '6.5'], '--patternfly takes 6.4 or 6.6, not “6.5”.'],
    [['--port', 'abc'], '--port takes a whole number up to 65535, not “abc”.'],
    [['--port', '70000'], '--port takes a whole number up to 65535, not “70000”.'],
    [['--vms', '-1'], /--vms/],
    [
      ['--kubeconfig', 'x', '--vms', '3'],
      '--vms is for the embedded cluster and does not go with --kubeconfig.',
    ],
    [['--kubeconfig', '--scenario=demo'], /^--scenario is for the embedded cluster/],
    [['--kubeconfig', '--manifests=x'], /^--manifests is for the embedded cluster/],
    [['--kubeconfig', '--faults'], /^--faults is for the embedded cluster/],
    [['--kubeconfig', '--api-port=9080'], /^--api-port is for the embedded cluster/],
    [['--kubeconfig', '--write-kubeconfig=x'], /^--write-kubeconfig is for the embedded cluster/],
    [['--context', 'x'], /^--context goes with --kubeconfig only/],
    [['--as', 'x'], /^--as goes with --kubeconfig only/],
    [['--kubeconfig', '--as-group', 'x'], /^--as-group needs --as/],
    [['--nonsense'], /--nonsense.*--help/],
    [['stray'], /stray.*--help/],
  ])('%s is refused', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

describe('the scenario', () => {
  it.each([
    [{ scenario: undefined, manifests: undefined }, 'demo'],
    [{ scenario: undefined, manifests: 'dir' }, 'empty'],
    [{ scenario: 'gate-off', manifests: 'dir' }, 'gate-off'],
  ])('for %o is %s', (options, name) => {
    expect(chooseScenario(options).name).toBe(name);
  });

  it.each(['nonsense', 'constructor'])('%s is refused with the list of known ones', (scenario) => {
    expect(() => chooseScenario({ scenario, manifests: undefined })).toThrow(/There is no scenario[^]*demo:/);
  });
});
