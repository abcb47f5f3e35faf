import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { HyperConverged, KubeVirt } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { HCO_NAMESPACE, JSON_PATCH_ANNOTATION, KUBE_VIRT_NAME } from '../platform';
import { soon } from '../testing/hookedVm';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { applyJsonPatchAnnotation } from './applyJsonPatch';

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/kubevirt-1.8.4');
const recorded = (file: string): StoredObject | undefined =>
  (parse(readFileSync(resolve(recordings, file), 'utf8')) as { items: StoredObject[] }).items[0];

const name = 'kubevirt-hyperconverged';
const add = (path: string, value: unknown = 'Sidecar'): string =>
  JSON.stringify([{ op: 'add', path, value }]);
const gatePath = '/spec/configuration/developerConfiguration/featureGates/-';

let cluster: TestCluster;
afterEach(() => cluster.host.close());

const hco = (): HyperConverged =>
  cluster.host.store.get('hyperconvergeds', HCO_NAMESPACE, name) as HyperConverged;
const gates = (): string[] => {
  const kubeVirt: KubeVirt | undefined = cluster.host.store.get('kubevirts', HCO_NAMESPACE, KUBE_VIRT_NAME);
  return kubeVirt?.spec?.configuration?.developerConfiguration?.featureGates ?? [];
};
const condition = (type: string): string | undefined =>
  hco().status?.conditions?.find((item) => item.type === type)?.status;

const annotate = (value: string | undefined): void => {
  cluster.host.store.modify('hyperconvergeds', HCO_NAMESPACE, name, (draft) => {
    draft.metadata.annotations = value === undefined ? {} : { [JSON_PATCH_ANNOTATION]: value };
  });
};

/** An update like one over HTTP: admission first. */
const update = (plural: string, object: StoredObject): void => {
  const { store } = cluster.host;
  const { namespace, name: objectName } = object.metadata;
  const type = store.types().find((candidate) => candidate.plural === plural);
  if (type === undefined) {
    throw new Error(plural);
  }
  const oldObject = store.get(plural, namespace, objectName);
  const user = { name: 'admin', groups: [] };
  const operation = oldObject === undefined ? 'CREATE' : 'UPDATE';
  cluster.host.admit({
    operation,
    type,
    namespace,
    name: objectName,
    object,
    oldObject,
    user,
    dryRun: false,
  });
};

describe('the jsonpatch annotation', () => {
  it('sets a feature gate and taints the configuration, both until it is removed', async () => {
    cluster = testCluster({}, { hco: true, sidecarGate: false });
    expect(gates()).not.toContain('Sidecar');

    annotate(add(gatePath));
    await soon(() => {
      expect(gates()).toContain('Sidecar');
    });
    expect(condition('TaintedConfiguration')).toBe('True');

    annotate(undefined);
    await soon(() => {
      expect(gates()).not.toContain('Sidecar');
    });
    expect(condition('TaintedConfiguration')).toBeUndefined();
  });

  it('that cannot be applied leaves the KubeVirt resource alone and fails the reconciliation', async () => {
    cluster = testCluster({}, { hco: true, sidecarGate: true });
    annotate('[{"op":"add"');
    await soon(() => {
      expect(condition('ReconcileComplete')).toBe('False');
    });
    expect(condition('Degraded')).toBe('True');
    expect(gates()).toContain('Sidecar');
  });

  it('is refused by the webhook where it is written wrongly', () => {
    cluster = testCluster({}, { hco: true, sidecarGate: true });
    const object = {
      ...structuredClone(hco()),
      metadata: { ...hco().metadata, annotations: { [JSON_PATCH_ANNOTATION]: '{}' } },
    };
    expect(() => {
      update('hyperconvergeds', object);
    }).toThrow(
      /^admission webhook "validate-hco.kubevirt.io" denied the request: invalid jsonPatch in the kubevirt/,
    );
  });

  it.each([
    ['[{"op": "add"', 'invalid state detected'],
    ['', 'invalid state detected'],
    [
      '[{"value":"Sidecar","path":"/spec/x","op":"plus"}]',
      'invalid operation {"op":"plus","path":"/spec/x","value":"Sidecar"}: unsupported operation',
    ],
    [
      '[{"op":"add","path":"/spec/x"}]',
      'invalid operation {"op":"add","path":"/spec/x"}: failed to decode \'value\': operation, missing value field: missing value',
    ],
    [
      '[{"op":"replace","path":"/spec/configuration/y","value":1}]',
      'replace operation does not apply: doc is missing key: /spec/configuration/y: missing value',
    ],
    ['{}', 'json: cannot unmarshal object into Go value of type jsonpatch.Patch'],
    [add('/metadata/labels/a'), 'can only modify spec fields'],
    [
      add('/spec/configuration /developerConfiguration/featureGates/-'),
      'add operation does not apply: doc is missing path: "/spec/configuration /developerConfiguration/featureGates/-": missing value',
    ],
    [
      add('/spec/configuration/developerConfiguration/FeatureGates/-'),
      'add operation does not apply: doc is missing path: "/spec/configuration/developerConfiguration/FeatureGates/-": missing value',
    ],
    [
      '[{"op":"test","path":"/spec/configuration/x","value":1}]',
      'testing value /spec/configuration/x failed: test failed',
    ],
  ])('%s fails as it does for HCO', (annotation, reason) => {
    const document = { spec: { configuration: { x: 0, developerConfiguration: { featureGates: [] } } } };
    expect(() => {
      applyJsonPatchAnnotation(annotation, JSON_PATCH_ANNOTATION, document);
    }).toThrow(`invalid jsonPatch in the ${JSON_PATCH_ANNOTATION} annotation: ${reason}`);
  });
});

describe.skipIf(!existsSync(recordings))('recordings of HCO 1.18 (skipped: not in this tree)', () => {
  it('the KubeVirt that it makes has the same gates, and the HyperConverged says the same', async () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4', hco: true, sidecarGate: true });
    const kubeVirt = recorded('kubevirt.yaml') as KubeVirt | undefined;
    expect(gates()).toEqual(kubeVirt?.spec?.configuration?.developerConfiguration?.featureGates);
    await soon(() => {
      expect(condition('TaintedConfiguration')).toBe('True');
    });
    const real = recorded('hyperconverged.yaml') as HyperConverged | undefined;
    const taint = (of: HyperConverged | undefined): unknown => {
      const found = of?.status?.conditions?.find(({ type }) => type === 'TaintedConfiguration');
      return found && { reason: found.reason, message: found.message, status: found.status };
    };
    expect(taint(hco())).toEqual(taint(real));
    expect(hco().status?.versions?.[0]?.version.split('.').slice(0, 2)).toEqual(
      real?.status?.versions?.[0]?.version.split('.').slice(0, 2),
    );
  });
});

it('reverts an edit of the KubeVirt resource', async () => {
  cluster = testCluster({}, { hco: true, sidecarGate: false });
  cluster.host.store.modify('kubevirts', HCO_NAMESPACE, KUBE_VIRT_NAME, (draft) => {
    draft.spec = { configuration: { developerConfiguration: { featureGates: ['Sidecar'] } } };
  });
  expect(gates()).toEqual(['Sidecar']);
  await soon(() => {
    expect(gates()).toContain('CPUManager');
  });
  expect(gates()).not.toContain('Sidecar');
});

describe('with the Sidecar gate off', () => {
  const denied =
    'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: sidecar feature gate is not enabled in kubevirt-config, invalid entry spec.template.metadata.annotations.hooks.kubevirt.io/hookSidecars';

  it('refuses to create a VM that asks for sidecars, and every update of one', () => {
    cluster = testCluster({}, { sidecarGate: false });
    const vm = virtualMachine('blocked', sidecar('script'), { runStrategy: 'Halted' });
    expect(() => {
      update('virtualmachines', vm);
    }).toThrow(denied);
    cluster.create(vm);
    const relabelled = { ...vm, metadata: { ...vm.metadata, labels: { a: 'b' } } };
    expect(() => {
      update('virtualmachines', relabelled);
    }).toThrow(denied);
    expect(() => {
      update('virtualmachines', virtualMachine('plain', undefined));
    }).not.toThrow();
  });

  it.each(['start', 'stop'])('answers %s with an internal error that names the webhook', async (action) => {
    cluster = testCluster({}, { sidecarGate: false });
    const strategy = action === 'start' ? 'Halted' : 'Always';
    cluster.create(virtualMachine('blocked', sidecar('script'), { runStrategy: strategy }));
    const handler = cluster.host.findSubresource('subresources.kubevirt.io', 'virtualmachines', action);
    if (handler === undefined) {
      throw new Error(`${action} is not served`);
    }
    const ask = async (): Promise<unknown> =>
      handler({
        namespace: 'lab',
        name: 'blocked',
        subresource: action,
        method: 'PUT',
        body: undefined,
        query: new URLSearchParams(),
        user: { name: 'admin', groups: [] },
      });
    await expect(ask()).rejects.toMatchObject({
      code: 500,
      reason: 'InternalError',
      message: `Internal error occurred: ${denied}`,
    });
    expect(cluster.vm('blocked')?.spec.runStrategy).toBe(strategy);
  });

  it('a VM that has them already does not start and says why', async () => {
    cluster = testCluster({}, { sidecarGate: false });
    cluster.create(
      configMap('script', { 'script.sh': '#!/bin/sh\n' }),
      virtualMachine('blocked', sidecar('script')),
    );
    await soon(() => {
      expect(cluster.vm('blocked')?.status?.conditions).toContainEqual(
        expect.objectContaining({
          type: 'Failure',
          reason: 'FailedCreate',
          message:
            'admission webhook "virtualmachineinstances-create-validator.kubevirt.io" denied the request: sidecar feature gate is not enabled in kubevirt-config, invalid entry metadata.annotations.hooks.kubevirt.io/hookSidecars',
        }),
      );
    });
    expect(cluster.vmi('blocked')).toBeUndefined();
    expect(cluster.vm('blocked')?.status?.printableStatus).toBe('Stopped');
  });
});
