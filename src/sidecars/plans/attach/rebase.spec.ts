import { describe, expect, it } from 'vitest';
import { serializeSidecars } from '../../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../../annotation/constants';
import type { VirtualMachine } from '../../objects/resources';
import { configMapSidecar } from '../../annotation/sidecar';
import { withVersion } from '../../annotation/version';
import { prettyAnnotation, rebase } from './rebase';

const vmWith = (text: string | undefined): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'ns' },
  spec: {
    template: {
      metadata: { annotations: text === undefined ? {} : { [SIDECARS_ANNOTATION]: text } },
      spec: { domain: { devices: {} } },
    },
  },
});

const a = configMapSidecar('a', 'k', 'onDefineDomain');
const b = configMapSidecar('b', 'k', 'onDefineDomain');
const list = (...sidecars: (typeof a)[]): VirtualMachine => vmWith(serializeSidecars(sidecars));

describe('rebase', () => {
  it('goes on where only something else of the VM changed', () => {
    expect(rebase(list(a), list(a), 0)).toEqual({ kind: 'sameSidecars', index: 0 });
  });

  it('shows both lists', () => {
    expect(rebase(vmWith(undefined), list(a), undefined)).toEqual({
      kind: 'changed',
      before: '',
      after: prettyAnnotation(serializeSidecars([a])),
      index: undefined,
      isGone: false,
      isAnother: false,
    });
  });

  it('does not take a VM that was created anew for the one that was seen', () => {
    const withUid = (uid: string): VirtualMachine => {
      const vm = list(a);
      return { ...vm, metadata: { ...vm.metadata, uid } };
    };
    expect(rebase(withUid('old'), withUid('new'), 0)).toMatchObject({
      kind: 'changed',
      index: 0,
      isAnother: true,
    });
  });

  it.each([
    ['stayed in its place', list(a, b), list(a, b, a), 1, 1],
    ['moved', list(a, b), list(b, a), 0, 1],
    ['was changed by somebody else', list(a, b), list(b, withVersion(a, 'v1alpha2')), 0, 1],
  ])('finds the edited sidecar again when it %s', (_how, seen, now, index, found) => {
    expect(rebase(seen, now, index)).toMatchObject({ kind: 'changed', index: found, isGone: false });
  });

  it.each([list(b), vmWith(undefined)])('says when the edited sidecar is gone', (now) => {
    expect(rebase(list(a), now, 0)).toMatchObject({ kind: 'changed', index: undefined, isGone: true });
  });

  it('stops at an annotation that cannot be read', () => {
    expect(rebase(list(a), vmWith('[{'), 0)).toMatchObject({ kind: 'malformed', parsed: { text: '[{' } });
  });
});

describe('prettyAnnotation', () => {
  it.each([
    [undefined, ''],
    ['[1]', '[\n  1\n]'],
    ['[{', '[{'],
  ])('shows %j as %j', (text, pretty) => {
    expect(prettyAnnotation(text)).toBe(pretty);
  });
});
