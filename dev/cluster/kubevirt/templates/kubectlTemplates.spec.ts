import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOfToken } from '../../api/access/pathToken';
import type { StoredObject } from '../../contract';
import { whyNoKubectl } from '../../testing/whyNoKubectl';
import { apiCluster, type ApiCluster } from '../testing/apiCluster';
import { kubectlFor, type Kubectl } from '../testing/kubectl';
import { configMap, sidecar, virtualMachine } from '../testing/testCluster';

const SCRIPT = `#!/bin/sh
printf '%s' "$4" | sed 's|<baseBoard></baseBoard>|<baseBoard><entry name="serial">\${SERIAL}</entry></baseBoard>|'
`;

/** A VM with a hook whose script the template brings, named after the VM. */
const objects = [
  configMap('${NAME}-hook', { 'script.sh': SCRIPT }),
  virtualMachine('${NAME}', sidecar('${NAME}-hook')),
];

const template = {
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'shop', annotations: { description: 'A shop.' } },
  objects,
  parameters: [
    { name: 'NAME', required: true },
    { name: 'SERIAL', value: 'S-1' },
  ],
};

const vmTemplate = {
  apiVersion: 'template.kubevirt.io/v1beta1',
  kind: 'VirtualMachineTemplate',
  metadata: { name: 'web' },
  spec: {
    virtualMachine: { metadata: { name: '${NAME}' }, spec: objects[1]?.spec },
    parameters: [{ name: 'NAME', required: true }],
  },
};

describe.skipIf(whyNoKubectl() !== undefined)('templates by the real kubectl', () => {
  let api: ApiCluster;
  let kubectl: Kubectl;

  beforeAll(async () => {
    api = await apiCluster();
    kubectl = await kubectlFor(api.cluster);
  });
  afterAll(async () => {
    await api.cluster.close();
    await kubectl.remove();
  });

  const create = (object: unknown): Promise<string> =>
    kubectl.output(['create', '-f', '-'], JSON.stringify(object));

  /** Posts to a path below `/apis`; `--raw` takes the whole path, with the token of the kubeconfig's server. */
  const post = (
    path: string,
    body: unknown,
    as: 'admin' | 'editor' = 'editor',
  ): ReturnType<Kubectl['run']> => {
    const token = api.cluster.personas.find(({ id }) => id === as)?.token ?? '';
    const raw = `${pathOfToken(token)}/apis/${path}`;
    return kubectl.run(['create', '--raw', raw, '-f', '-'], JSON.stringify(body), as);
  };

  it('creates, lists and patches a template, and makes a VM of it whose hook runs', async () => {
    expect(await create(template)).toBe('template.template.openshift.io/shop created\n');
    expect(await kubectl.output(['get', 'templates'])).toMatch(
      /^NAME +DESCRIPTION +PARAMETERS +OBJECTS\nshop +A shop\. +2 \(1 blank\) +2\n$/,
    );
    await kubectl.output(['patch', 'template', 'shop', '-p', '{"message":"Enjoy ${NAME}"}']);
    const value = '[{"op":"replace","path":"/parameters/1/value","value":"S-2"}]';
    await kubectl.output(['patch', 'template', 'shop', '--type=json', '-p', value]);

    const stored = JSON.parse(
      await kubectl.output(['get', 'template', 'shop', '-o', 'json']),
    ) as typeof template;
    const parameters = stored.parameters.map((one) => (one.name === 'NAME' ? { ...one, value: 'one' } : one));
    const path = 'template.openshift.io/v1/namespaces/lab/processedtemplates';
    const answer = await post(path, { ...stored, parameters });
    const processed = JSON.parse(answer.stdout) as { message: string; objects: StoredObject[] };
    expect(processed.message).toBe('Enjoy one');
    expect(await create({ apiVersion: 'v1', kind: 'List', items: processed.objects })).toBe(
      'configmap/one-hook created\nvirtualmachine.kubevirt.io/one created\n',
    );
    await kubectl.output(['wait', '--for=condition=Ready', 'vm/one', '--timeout=20s']);
    const pod = await kubectl.output(['get', 'pods', '-o', 'name', '-l', 'vm.kubevirt.io/name=one']);
    expect(await kubectl.output(['exec', pod.trim(), '--', 'virsh', 'dumpxml', 'lab_one'])).toContain(
      "<entry name='serial'>S-2</entry>",
    );
  });

  it('finds a VirtualMachineTemplate by its short name, and processes it', async () => {
    expect(await create(vmTemplate)).toBe('virtualmachinetemplate.template.kubevirt.io/web created\n');
    await kubectl.output(['wait', '--for=condition=Ready', 'vmt/web', '--timeout=20s']);
    expect(await kubectl.output(['get', 'vmt'])).toMatch(/^NAME +AGE +READY\nweb +\d+s +True\n$/);
    expect(
      await kubectl.output(['get', 'virtualmachinetemplates.v1alpha1.template.kubevirt.io', '-o', 'yaml']),
    ).toContain('apiVersion: template.kubevirt.io/v1alpha1');
    const path =
      'subresources.template.kubevirt.io/v1beta1/namespaces/lab/virtualmachinetemplates/web/process';
    const options = { parameters: { NAME: 'two' } };
    expect(JSON.parse((await post(path, options, 'admin')).stdout)).toMatchObject({
      virtualMachine: { metadata: { name: 'two' } },
    });
    expect((await post(path, options)).stderr).toContain('User "editor" cannot create resource');
  });
});
