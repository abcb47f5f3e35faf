import { afterEach, expect, it } from 'vitest';
import type { StoredObject } from '../../contract';
import { apiCluster, type ApiCluster } from '../testing/apiCluster';
import { virtualMachinePool } from '../testing/poolObjects';
import { at, record } from '../untyped';
import { sidecar } from '../testing/testCluster';

const PATH = 'apis/pool.kubevirt.io/v1beta1/virtualmachinepools';

let api: ApiCluster | undefined;
afterEach(async () => {
  await api?.cluster.close();
});

const gateOff: StoredObject = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt', namespace: 'kubevirt' },
  spec: {},
};

const create = async (object: StoredObject): Promise<unknown> => {
  api = await apiCluster();
  return (await api.request('POST', PATH, object)).body;
};

it('refuses hooks while the gate is off, with the field of the pool', async () => {
  api = await apiCluster();
  api.cluster.host.store.update('kubevirts', gateOff);
  const { code, body } = await api.request('POST', PATH, virtualMachinePool(sidecar('hook')));
  const field = 'spec.virtualMachineTemplate.spec.template.metadata.annotations';
  const message = `sidecar feature gate is not enabled in kubevirt-config, invalid entry ${field}.hooks.kubevirt.io/hookSidecars`;
  expect({ code, message: body.message, details: body.details }).toEqual({
    code: 422,
    message: `admission webhook "virtualmachinepool-validator.kubevirt.io" denied the request: ${message}`,
    details: { causes: [{ reason: 'FieldValueInvalid', message, field }] },
  });
});

it.each([
  [{ selector: { matchLabels: { app: 'other' } } }, 'selector does not match labels.'],
  [{ maxUnavailable: 0 }, 'maxUnavailable must be greater than 0'],
  [{ maxUnavailable: '5' }, 'maxUnavailable percentage must end with %'],
  [{ maxUnavailable: '120%' }, 'maxUnavailable percentage value 120 must be between 1 and 100'],
  [
    { maxUnavailable: 'x%' },
    'maxUnavailable percentage value "x" is invalid: strconv.Atoi: parsing "x": invalid syntax',
  ],
  [
    { updateStrategy: { opportunistic: {}, proactive: {} } },
    'only one strategy can be configured at a time: but found opportunistic, proactive strategies',
  ],
])('refuses %j', async (spec, message) => {
  expect(await create(virtualMachinePool(undefined, spec))).toMatchObject({
    message: `admission webhook "virtualmachinepool-validator.kubevirt.io" denied the request: ${message}`,
  });
});

it('checks the template as that of a VM', async () => {
  const object = virtualMachinePool(undefined);
  const spec = record(at(object, 'spec', 'virtualMachineTemplate', 'spec'));
  spec.runStrategy = 'Sometimes';
  record(at(spec, 'template', 'spec')).volumes = [{ name: 'empty' }];
  const path = 'spec.virtualMachineTemplate.spec';
  expect(await create(object)).toMatchObject({
    details: {
      causes: [
        {
          message: `${path}.template.spec.volumes[0] must have exactly one source type set`,
          field: `${path}.template.spec.volumes[0]`,
        },
        { message: 'Invalid RunStrategy (Sometimes)', field: `${path}.runStrategy` },
      ],
    },
  });
});

it('needs a template', async () => {
  expect(await create(virtualMachinePool(undefined, { virtualMachineTemplate: { spec: {} } }))).toMatchObject(
    {
      message: expect.stringMatching(
        /^VirtualMachinePool.pool.kubevirt.io "farm" is invalid: \[spec.virtualMachineTemplate.spec.template: Required value, /,
      ) as string,
    },
  );
});

it('does not let the selector be changed, in either version', async () => {
  api = await apiCluster();
  await api.request('POST', PATH, virtualMachinePool(undefined, { replicas: 0 }));
  const labels = { app: 'farm', tier: 'front' };
  const { body } = await api.request('PATCH', `${PATH.replace('v1beta1', 'v1alpha1')}/farm`, {
    spec: { selector: { matchLabels: labels }, virtualMachineTemplate: { metadata: { labels } } },
  });
  expect(body.message).toBe(
    'admission webhook "virtualmachinepool-validator.kubevirt.io" denied the request: selector is immutable after creation.',
  );
});
