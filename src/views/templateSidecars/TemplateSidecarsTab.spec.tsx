import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Persona, RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { SIDECARS_ANNOTATION } from '../../sidecars/annotation/constants';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { sidecarsOfVm, templateAnnotation } from '../../sidecars/objects/vm';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { TemplateSidecarsTab } from './TemplateSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import '../../features/attachedSidecars/RepairSection';
import '../../features/attach/AttachDialog';
import '../../features/detach/DetachSidecarModal';
import './TemplateFindings';

const manifest = (
  name: string,
  sidecars: string[],
  changes: Partial<Parameters<typeof virtualMachine>[2]> = {},
): Record<string, unknown> => {
  const { apiVersion, kind, spec } = virtualMachine('lab', name, {
    runStrategy: 'Halted',
    sidecars: sidecars.map((script) => onDefineDomain(script)),
    ...changes,
  });
  return { apiVersion, kind, metadata: { name }, spec };
};

const annotated = (text: string): Record<string, unknown> => {
  const made = manifest('${NAME}', ['script']);
  return JSON.parse(
    JSON.stringify(made, (key, value: unknown) => (key === SIDECARS_ANNOTATION ? text : value)),
  ) as Record<string, unknown>;
};

const template = (name: string, fields: Record<string, unknown>, inNamespace = 'lab'): StoredObject => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name, namespace: inNamespace },
  parameters: [{ name: 'NAME', required: true }],
  ...fields,
});

const vmTemplate = (name: string, virtualMachineFields: Record<string, unknown>): StoredObject => ({
  apiVersion: 'template.kubevirt.io/v1beta1',
  kind: 'VirtualMachineTemplate',
  metadata: { name, namespace: 'lab' },
  spec: { virtualMachine: virtualMachineFields, parameters: [{ name: 'NAME', required: true }] },
});

const pool = (name: string, sidecars: string[]): StoredObject => ({
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name, namespace: 'lab' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { pool: name } },
    virtualMachineTemplate: {
      metadata: { labels: { pool: name } },
      spec: manifest(name, sidecars).spec,
    },
  },
});

const labelled: StoredObject = {
  ...virtualMachine('lab', 'made', { runStrategy: 'Halted', sidecars: [onDefineDomain('script')] }),
  metadata: {
    name: 'made',
    namespace: 'lab',
    labels: { 'vm.kubevirt.io/template': 'one', 'vm.kubevirt.io/template.namespace': 'lab' },
  },
};

const PLURALS: Record<string, string> = {
  Template: 'templates',
  VirtualMachineTemplate: 'virtualmachinetemplates',
  VirtualMachinePool: 'virtualmachinepools',
};

describe('the tab of what VMs are made from', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      namespace('openshift'),
      hookScript('lab', 'script', '#!/bin/sh\nprintf "%s" "$4"\n'),
      template('one', { objects: [manifest('${NAME}', ['script'])] }),
      template('two', { objects: [manifest('${NAME}-a', ['script']), manifest('${NAME}-b', [])] }),
      template('none', { objects: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }] }),
      template('broken', { objects: [annotated('[{')] }),
      template('whole', { objects: [annotated('${NAME}')] }),
      template('shared', { objects: [manifest('${NAME}', ['script'])] }, 'openshift'),
      vmTemplate('vmt', manifest('${NAME}', ['missing'])),
      pool('web', ['script']),
      labelled,
    ]);
  });
  afterAll(async () => cluster.close());

  const stored = (kind: string, name: string, inNamespace = 'lab'): KubernetesObject => {
    const found = Object.entries(PLURALS)
      .filter(([one]) => one === kind)
      .flatMap(([, plural]) => cluster.host.store.list(plural, inNamespace))
      .find(({ metadata }) => metadata.name === name);
    if (found === undefined) {
      throw new Error(`${name} is not there`);
    }
    return found;
  };
  const open = async (
    kind: string,
    name: string,
    { inNamespace = 'lab', persona = 'admin' }: { inNamespace?: string; persona?: Persona['id'] } = {},
  ) => renderInConsole(<TemplateSidecarsTab obj={stored(kind, name, inNamespace)} />, { cluster, persona });
  const attachedTo = (kind: string, name: string): number[] =>
    vmsOfHolder(stored(kind, name)).map((vm) => sidecarsOfVm(vm).length);

  it.each([
    ['Template', 'one', /A change takes effect in VMs that are created from the template later/],
    [
      'VirtualMachineTemplate',
      'vmt',
      /A change takes effect in VMs that are created from the template later/,
    ],
    ['VirtualMachinePool', 'web', /A change reaches all VMs of the pool/],
  ])(
    'shows what is attached to the VM of a %s, and when a change takes effect',
    async (kind, name, effect) => {
      await open(kind, name);
      expect(await screen.findByRole('heading', { name: 'Attached sidecars' })).toBeVisible();
      expect(screen.getByText(effect)).toBeVisible();
      expect(screen.getByRole('button', { name: 'Attach hook script' })).toBeVisible();
    },
  );

  it('finds what is wrong before a VM is made', async () => {
    await open('VirtualMachineTemplate', 'vmt');
    const findings = await screen.findByRole('list', { name: 'Findings' });
    expect(
      within(findings).getByText('There is no ConfigMap missing in the namespace of the VM'),
    ).toBeVisible();
  });

  it('says where the ConfigMap of an OpenShift template must be', async () => {
    await open('Template', 'one');
    expect(await screen.findByText('It must be in the namespace of each VM that is made.')).toBeVisible();
    expect(screen.queryByText(/There is no ConfigMap/)).not.toBeInTheDocument();
  });

  it('says in one sentence that a template has no VM', async () => {
    await open('Template', 'none');
    expect(await screen.findByText(/has no virtual machine/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Attach hook script' })).not.toBeInTheDocument();
  });

  it('names the VMs of a template that has several, and changes the right one', async () => {
    const { user } = await open('Template', 'two');
    expect(await screen.findByRole('heading', { name: '${NAME}-a' })).toBeVisible();
    expect(screen.getByRole('heading', { name: '${NAME}-b' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Actions of / }));
    await user.click(await screen.findByRole('menuitem', { name: 'Detach' }));
    const dialog = await screen.findByRole('dialog', { name: /Detach hook script/ });
    await user.click(within(dialog).getByRole('button', { name: 'Detach' }));
    await waitFor(() => {
      expect(attachedTo('Template', 'two')).toEqual([0, 0]);
    });
  });

  it('repairs an annotation', async () => {
    await open('Template', 'broken');
    expect(await screen.findByText(/^Annotation hooks/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Attach hook script' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(screen.getByRole('button', { name: 'Remove the annotation' })).toBeVisible();
  });

  it('leaves an annotation alone that is JSON only with values', async () => {
    await open('Template', 'whole');
    expect(
      await screen.findByText('The annotation is readable only once its parameters have values.'),
    ).toBeVisible();
    expect(screen.queryByText(/^Annotation hooks/)).not.toBeInTheDocument();
    expect(templateAnnotation(vmsOfHolder(stored('Template', 'whole'))[0] ?? { spec: {} })).toBe('${NAME}');
  });

  it('does not change a shared template', async () => {
    await open('Template', 'shared', { inNamespace: 'openshift' });
    expect(await screen.findByText('This template is shared by all projects')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Attach hook script' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('says that a viewer may not change it', async () => {
    const { user } = await open('Template', 'one', { persona: 'viewer' });
    const button = await screen.findByRole('button', { name: 'Attach hook script' });
    await user.hover(button);
    // It fades in.
    await waitFor(() => {
      expect(screen.getByText('You may not change this template.')).toBeVisible();
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('lists the VMs made from a template, and how it knows them', async () => {
    await open('Template', 'one');
    const made = await screen.findByRole('region', { name: 'VMs made from it' });
    expect(await within(made).findByRole('link', { name: 'made' })).toHaveAttribute(
      'href',
      '/k8s/ns/lab/kubevirt.io~v1~VirtualMachine/made/sidecar-hooks',
    );
    expect(await within(made).findByText('Applies at next start')).toBeVisible();
    expect(within(made).getByText(/Found by the label/)).toBeVisible();
  });

  it('lists the VMs of a pool', async () => {
    await open('VirtualMachinePool', 'web');
    const made = await screen.findByRole('region', { name: 'VMs made from it' });
    expect(await within(made).findByRole('link', { name: 'web-0' })).toBeVisible();
    expect(within(made).queryByText(/label/)).not.toBeInTheDocument();
  });

  it('says that nothing on a VM names its VirtualMachineTemplate', async () => {
    await open('VirtualMachineTemplate', 'vmt');
    expect(await screen.findByText('No VM of this namespace is known to be made from it.')).toBeVisible();
    expect(screen.getByText(/KubeVirt leaves nothing on a VM that names its template/)).toBeVisible();
  });
});
