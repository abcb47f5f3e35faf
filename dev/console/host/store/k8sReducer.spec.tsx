import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { Provider } from 'react-redux';
import { act, renderHook } from '@testing-library/react';
import fc from 'fast-check';
import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';

// The SDK reads this when its modules are first evaluated.
vi.hoisted(() => {
  Object.assign(window, { SERVER_FLAGS: { basePath: '/' } });
});

const k8sActions = await import('@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s');
const { useK8sModel } = await import('@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks');
const { k8sReducer } = await import('./k8sReducer');
const { createHostStore } = await import('./store');

interface TestObject {
  metadata: { uid: string; name: string; resourceVersion: string };
}

type State = ReturnType<typeof k8sReducer>;

const object = (uid: string, version: number): TestObject => ({
  metadata: { uid, name: `name-${uid}`, resourceVersion: String(version) },
});

const reduce = (...actions: unknown[]): State =>
  actions.reduce<State>(
    (state, action) => k8sReducer(state, action as Parameters<typeof k8sReducer>[1]),
    k8sReducer(undefined, { type: 'start' }),
  );

const versionsIn = (state: State, id: string): Record<string, string> => {
  const list = state.getIn([id, 'data']) as { toJS: () => Record<string, TestObject> };
  return Object.fromEntries(
    Object.entries(list.toJS()).map(([uid, { metadata }]) => [uid, metadata.resourceVersion]),
  );
};

const events = (...list: [type: string, object: TestObject][]): unknown =>
  k8sActions.updateListFromWS('id', list.map(([type, changed]) => ({ type, object: changed })) as never);

const started = [
  k8sActions.startWatchK8sList('id', {}),
  k8sActions.loaded('id', [object('a', 5), object('b', 6)] as never),
];

describe('a watched list', () => {
  it('has the listed objects, and grows by further pages', () => {
    const state = reduce(...started, k8sActions.bulkAddToList('id', [object('c', 7)] as never));
    expect(versionsIn(state, 'id')).toEqual({ a: '5', b: '6', c: '7' });
    expect(state.getIn(['id', 'loaded'])).toBe(true);
  });

  it.each([
    ['adds', [['ADDED', object('c', 9)]], { a: '5', b: '6', c: '9' }],
    ['changes', [['MODIFIED', object('a', 9)]], { a: '9', b: '6' }],
    ['deletes', [['DELETED', object('a', 9)]], { b: '6' }],
    ['ignores old news', [['MODIFIED', object('a', 4)]], { a: '5', b: '6' }],
    ['ignores the same version', [['ADDED', object('a', 5)]], { a: '5', b: '6' }],
    ['compares versions as numbers', [['MODIFIED', object('a', 10)]], { a: '10', b: '6' }],
    ['ignores bookmarks', [['BOOKMARK', object('z', 99)]], { a: '5', b: '6' }],
  ] as [string, [string, TestObject][], Record<string, string>][])('%s', (_name, list, expected) => {
    expect(versionsIn(reduce(...started, events(...list)), 'id')).toEqual(expected);
  });

  it('preserves the identity of objects that are unchanged in a new list', () => {
    const before = reduce(...started);
    const after = k8sReducer(before, k8sActions.loaded('id', [object('a', 5), object('b', 8)] as never));
    expect(after.getIn(['id', 'data', 'a'])).toBe(before.getIn(['id', 'data', 'a']));
    expect(after.getIn(['id', 'data', 'b'])).not.toBe(before.getIn(['id', 'data', 'b']));
  });

  it('keeps its data after an error, and clears the error when it loads again', () => {
    const error = new Error('gone');
    const failed = reduce(...started, k8sActions.errored('id', error));
    expect(versionsIn(failed, 'id')).toEqual({ a: '5', b: '6' });
    expect(failed.getIn(['id', 'loadError'])).toBe(error);
    expect(k8sReducer(failed, k8sActions.loaded('id', [] as never)).getIn(['id', 'loadError'])).toBe('');
  });

  it('is removed when the watch ends, and late answers do not restore it', () => {
    const late = [
      k8sActions.loaded('id', [object('a', 5)] as never),
      events(['ADDED', object('a', 5)]),
      k8sActions.errored('id', new Error('x')),
    ];
    expect(reduce(...started, k8sActions.stopWatchK8s('id'), ...late).has('id')).toBe(false);
  });

  it('ends with the newest version of each object in any order of events', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 7, max: 2000 })), {
          maxLength: 30,
        }),
        (news) => {
          const state = reduce(
            ...started,
            ...news.map(([uid, version]) => events(['MODIFIED', object(uid, version)])),
          );
          const newest: Record<string, string> = { a: '5', b: '6' };
          for (const [uid, version] of news) {
            newest[uid] = String(Math.max(Number(newest[uid] ?? 0), version));
          }
          expect(versionsIn(state, 'id')).toEqual(newest);
        },
      ),
    );
  });
});

describe('a watched object', () => {
  it('is not loaded before it is read, and then follows changes', () => {
    const waiting = reduce(k8sActions.startWatchK8sObject('id'));
    expect(waiting.getIn(['id', 'loaded'])).toBe(false);
    const read = k8sReducer(waiting, k8sActions.modifyObject('id', object('a', 1)));
    expect(read.getIn(['id', 'loaded'])).toBe(true);
    expect(read.getIn(['id', 'data', 'metadata', 'resourceVersion'])).toBe('1');
  });
});

describe('models', () => {
  const vm: K8sModel = {
    apiGroup: 'kubevirt.io',
    apiVersion: 'v1',
    kind: 'VirtualMachine',
    plural: 'virtualmachines',
    abbr: 'VM',
    label: 'VirtualMachine',
    labelPlural: 'VirtualMachines',
    crd: true,
  };
  const pod: K8sModel = {
    apiVersion: 'v1',
    kind: 'Pod',
    plural: 'pods',
    abbr: 'P',
    label: 'Pod',
    labelPlural: 'Pods',
  };

  it.each([
    ['kubevirt.io~v1~VirtualMachine', 'virtualmachines'],
    ['core~v1~Pod', 'pods'],
    ['Pod', 'pods'],
    ['example.com~v1~Nothing', undefined],
  ])('are found by the SDK under %s', (reference, plural) => {
    const store = createHostStore();
    const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
      <Provider store={store}>{children}</Provider>
    );
    const { result } = renderHook(() => useK8sModel(reference) as [K8sModel | undefined, boolean], {
      wrapper,
    });
    act(() => {
      store.dispatch(k8sActions.receivedResources({ models: [vm, pod] } as never));
    });
    expect(result.current[0]?.plural).toBe(plural);
  });
});
