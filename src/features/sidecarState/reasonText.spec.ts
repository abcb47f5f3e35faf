import { describe, expect, it } from 'vitest';
import type { StateReason } from '../../sidecars/state/state';
import { translateEnglish } from '../../testing/translateEnglish';
import { reasonText } from './reasonText';

const read = (code: StateReason['code'], params: StateReason['params']): string =>
  reasonText(translateEnglish, { code, params });

describe('reasonText', () => {
  it.each<[StateReason['code'], StateReason['params'], string]>([
    ['gateOff', {}, 'The feature gate Sidecar is off.'],
    ['malformedAnnotation', { line: 2, column: 5 }, 'The annotation cannot be read: line 2, column 5.'],
    ['added', { index: 0 }, 'Sidecar 1 was attached after the VM started.'],
    ['removed', { index: 2 }, 'What the VM was started with as sidecar 3 is detached, but still runs.'],
    [
      'mayBeInherited',
      {},
      'The hook scripts are not in the template of the VM. Its preference, its instance type or an add-on may add them at each start.',
    ],
    ['noScript', { index: 1 }, 'Sidecar 2 has no script.'],
    [
      'configMapUnsupported',
      { index: 0, version: 'v1.1.0' },
      'KubeVirt v1.1.0 does not mount the script of sidecar 1.',
    ],
    [
      'keyMissing',
      { index: 0, name: 'my-script', key: 'run.sh' },
      'KubeVirt skips sidecar 1: ConfigMap my-script has no key run.sh.',
    ],
    [
      'hookPathUnknown',
      { index: 0, hookPath: '/usr/bin/define' },
      'KubeVirt skips sidecar 1: it does not look for a script at /usr/bin/define.',
    ],
    ['severalPreCloudInitIso', { number: 2 }, 'KubeVirt runs only one of the 2 scripts for preCloudInitIso.'],
    [
      'versionOld',
      { index: 0, version: 'v1alpha1', newest: 'v1alpha3' },
      'KubeVirt skips sidecar 1: --version v1alpha1 has no preCloudInitIso.',
    ],
    [
      'configMapMissing',
      { index: 0, name: 'my-script' },
      'Sidecar 1: There is no ConfigMap my-script in the namespace of the VM.',
    ],
    [
      'argumentTooLong',
      { bytes: 140000, limit: 131072 },
      'The template of the VM takes 140000 of 131072 bytes that an argument may have.',
    ],
    [
      'hookPathUnknown',
      { index: 0, hookPath: '/usr/bin/\u202enoitinifeD' },
      'KubeVirt skips sidecar 1: it does not look for a script at /usr/bin/[U+202E]noitinifeD.',
    ],
    [
      'notSynchronized',
      { reason: 'Synchronizing with the Domain failed.' },
      'KubeVirt cannot bring the VM into the state that is asked for: Synchronizing with the Domain failed.',
    ],
    ['podNotScheduled', { reason: '' }, 'No node takes the pod of the VM.'],
    ['podNotScheduled', { reason: 'Unschedulable' }, 'No node takes the pod of the VM: Unschedulable.'],
    ['vmStatus', { status: 'CrashLoopBackOff' }, 'The status of the VM is CrashLoopBackOff.'],
    [
      'containerWaiting',
      { container: 'hook-sidecar-0', index: 0, reason: 'ErrImagePull' },
      'Container hook-sidecar-0 waits: ErrImagePull.',
    ],
    [
      'containerTerminated',
      { container: 'compute', exitCode: 1, reason: 'Error' },
      'Container compute ended with exit code 1: Error.',
    ],
    [
      'containerTerminated',
      { container: 'compute', exitCode: 137, reason: '' },
      'Container compute ended with exit code 137.',
    ],
  ])('%s of %j', (code, params, expected) => {
    expect(read(code, params)).toBe(expected);
  });

  it('says both times of a changed script', () => {
    const [changed, started] = ['2026-08-01T10:00:00Z', '2026-08-01T09:00:00Z'];
    const text = read('scriptChangedSinceStart', { index: 0, configMap: 'my-script', changed, started });
    expect(text).toContain('my-script');
    expect(text).toContain(new Date(changed).toLocaleString());
    expect(text).toContain(new Date(started).toLocaleString());
  });
});
