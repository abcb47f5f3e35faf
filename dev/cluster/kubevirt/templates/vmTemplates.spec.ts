import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiCluster, type ApiAnswer, type ApiCluster } from '../testing/apiCluster';
import { soon } from '../testing/hookedVm';
import { sidecar, testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';

const GROUP = 'apis/template.kubevirt.io';
const SUBRESOURCES = 'apis/subresources.template.kubevirt.io';

const machine = (annotation: string): Record<string, unknown> => {
  const { metadata, spec } = virtualMachine('${NAME}', annotation, { runStrategy: 'Halted' });
  return { metadata, spec };
};

const template = (
  name: string,
  spec: Record<string, unknown> = {},
  version = 'v1beta1',
): Record<string, unknown> => ({
  apiVersion: `template.kubevirt.io/${version}`,
  kind: 'VirtualMachineTemplate',
  metadata: { name },
  spec: {
    virtualMachine: machine(sidecar('${NAME}-script')),
    parameters: [{ name: 'NAME', required: true }],
    message: 'This is ${NAME}.',
    ...spec,
  },
});

describe('a VirtualMachineTemplate', () => {
  let api: ApiCluster;
  beforeAll(async () => {
    api = await apiCluster();
  });
  afterAll(async () => {
    await api.cluster.close();
  });

  const create = (body: unknown, version = 'v1beta1'): Promise<ApiAnswer> =>
    api.request('POST', `${GROUP}/${version}/virtualmachinetemplates`, body);
  const call = (subresource: string, body?: unknown, version = 'v1beta1'): Promise<ApiAnswer> =>
    api.request('POST', `${SUBRESOURCES}/${version}/virtualmachinetemplates/${subresource}`, body, 'admin');

  it('is one object in two versions, and becomes ready', async () => {
    expect((await create(template('one', {}, 'v1alpha1'), 'v1alpha1')).code).toBe(201);
    await soon(() => {
      expect(api.cluster.host.store.get('virtualmachinetemplates', 'lab', 'one')?.status).toMatchObject({
        conditions: [{ type: 'Ready', status: 'True', reason: 'Reconciled', observedGeneration: 1 }],
      });
    });
    for (const version of ['v1alpha1', 'v1beta1']) {
      const { body } = await api.request(
        'GET',
        `${GROUP}/${version}/virtualmachinetemplates/one`,
        undefined,
        'viewer',
      );
      expect(body).toMatchObject({
        apiVersion: `template.kubevirt.io/${version}`,
        metadata: { name: 'one' },
      });
    }
    const { preferredVersion } = (await (
      await fetch(`${api.cluster.url}/apis/template.kubevirt.io`, {
        headers: { authorization: `Bearer ${api.cluster.personas[0]?.token ?? ''}` },
      })
    ).json()) as { preferredVersion: unknown };
    expect(preferredVersion).toMatchObject({ version: 'v1beta1' });
  });

  it.each([
    [
      'refers to parameters that it does not have',
      { virtualMachine: machine('[{"command": ["${TOOL}"], "args": ["${NAME}"]}]') },
      403,
      'admission webhook "vvirtualmachinetemplate-v1beta1.kb.io" denied the request: spec.virtualMachine: Invalid value: "TOOL": references undefined parameter TOOL',
    ],
    [
      'has an impossible generator',
      { parameters: [{ name: 'NAME', generate: 'expression', from: '[z-a]{3}' }] },
      403,
      'admission webhook "vvirtualmachinetemplate-v1beta1.kb.io" denied the request: processing validation failed: spec.parameters[0].from: Invalid value: "[z-a]{3}": invalid range specified: z-a',
    ],
    [
      'has no VM',
      { virtualMachine: undefined },
      422,
      'VirtualMachineTemplate.template.kubevirt.io "bad" is invalid: spec.virtualMachine: Required value',
    ],
  ])('is refused if it %s', async (_, spec, code, message) => {
    expect(await create(template('bad', spec))).toMatchObject({ code, body: { message } });
  });

  it('is processed with the given values', async () => {
    await create(template('web'));
    const answer = await call('web/process', { parameters: { NAME: 'shop' } });
    expect(answer).toMatchObject({
      code: 200,
      body: {
        kind: 'ProcessedVirtualMachineTemplate',
        apiVersion: 'subresources.template.kubevirt.io/v1beta1',
        templateRef: { namespace: 'lab', name: 'web' },
        message: 'This is shop.',
        virtualMachine: {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          spec: {
            template: {
              metadata: { annotations: { 'hooks.kubevirt.io/hookSidecars': sidecar('shop-script') } },
            },
          },
        },
      },
    });
    expect((answer.body.virtualMachine as { metadata: unknown }).metadata).toEqual({ name: 'shop' });
    expect((await call('web/process', { parameters: { NAME: 'a' } }, 'v1alpha1')).body).toMatchObject({
      apiVersion: 'subresources.template.kubevirt.io/v1alpha1',
    });
    expect(api.cluster.host.store.get('virtualmachines', 'lab', 'shop')).toBeUndefined();
  });

  it('creates the VM, once', async () => {
    await create(template('shop'));
    expect((await call('shop/create', { parameters: { NAME: 'made' } })).code).toBe(200);
    expect(api.cluster.host.store.get('virtualmachines', 'lab', 'made')?.spec).toMatchObject({
      runStrategy: 'Halted',
    });
    expect(await call('shop/create', { parameters: { NAME: 'made' } })).toMatchObject({
      code: 500,
      body: {
        message:
          'Internal error occurred: error creating VirtualMachine: virtualmachines.kubevirt.io "made" already exists',
      },
    });
  });

  it.each([
    [
      'none/process',
      {},
      500,
      'Internal error occurred: error getting VirtualMachineTemplate: virtualmachinetemplates.template.kubevirt.io "none" not found',
    ],
    [
      'kept/process',
      { parameters: { OTHER: 'x' } },
      409,
      'Operation cannot be fulfilled on  "kept": parameter OTHER not found in template',
    ],
    [
      'kept/process',
      {},
      422,
      ` "kept" is invalid: spec.parameters[0].value: Required value: parameter 'NAME' is required and a value must be specified`,
    ],
    ['kept/process', undefined, 400, 'error parsing ProcessOptions: EOF'],
  ])('%s of %j is refused', async (path, body, code, message) => {
    await create(template('kept'));
    expect(await call(path, body)).toMatchObject({ code, body: { message } });
  });

  it('is written by those who edit a project, who may not process it by these roles', async () => {
    await create(template('mine'));
    expect(
      (await api.request('POST', `${GROUP}/v1beta1/virtualmachinetemplates`, template('his'), 'viewer')).code,
    ).toBe(403);
    const path = `${SUBRESOURCES}/v1beta1/virtualmachinetemplates/mine/process`;
    expect(await api.request('POST', path, {})).toMatchObject({
      code: 403,
      body: {
        message: expect.stringContaining(
          'cannot create resource "virtualmachinetemplates/process"',
        ) as string,
      },
    });
  });
});

describe('the API of templates', () => {
  let cluster: TestCluster | undefined;
  afterEach(async () => {
    await cluster?.host.close();
  });

  const served = (): (string | undefined)[] =>
    ['v1alpha1', 'v1beta1'].map(
      (version) =>
        cluster?.host.store.findType('template.kubevirt.io', version, 'virtualmachinetemplates')?.kind,
    );
  const KIND = 'VirtualMachineTemplate';

  it('is there by default in 1.9', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.9.0' });
    expect(served()).toEqual([KIND, KIND]);
  });

  it('is not there in 1.9 when the gate is disabled', () => {
    const path = '/spec/configuration/developerConfiguration/disabledFeatureGates';
    const jsonPatch = JSON.stringify([{ op: 'add', path, value: ['Template'] }]);
    cluster = testCluster({}, { kubeVirtVersion: 'v1.9.0', hco: true, jsonPatch });
    expect(served()).toEqual([undefined, undefined]);
  });

  it('appears in 1.8 when the gate is enabled, in one version', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.8.0' });
    expect(served()).toEqual([undefined, undefined]);
    cluster.host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
      draft.spec = { configuration: { developerConfiguration: { featureGates: ['Template'] } } };
    });
    expect(served()).toEqual([KIND, undefined]);
  });

  it('is not there before 1.8, whatever the gates', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.7.0' });
    cluster.host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
      draft.spec = { configuration: { developerConfiguration: { featureGates: ['Template'] } } };
    });
    expect(served()).toEqual([undefined, undefined]);
  });
});
