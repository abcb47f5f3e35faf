import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { TemplateSidecarsTab } from './TemplateSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import '../../features/attach/AttachForm';
import '../../features/vmEdit/VmEditModal';
import './TemplateFindings';

const VM_TEMPLATES = 'virtualmachinetemplates';
const metadata = { namespace: 'lab' };
const parameters = [{ name: 'NAME', required: true }];

const manifest = (configMap: string, hookPath = '/usr/bin/onDefineDomain'): Record<string, unknown> => {
  const { apiVersion, kind, spec } = virtualMachine('lab', 'any', {
    runStrategy: 'Halted',
    sidecars: [{ ...onDefineDomain(configMap), configMap: { name: configMap, key: 'script.sh', hookPath } }],
  });
  return { apiVersion, kind, metadata: { name: '${NAME}' }, spec };
};

describe('changes on the tab of a template', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      hookScript('lab', 'script', '#!/bin/sh\nprintf "%s" "$4"\n'),
      {
        apiVersion: 'template.kubevirt.io/v1beta1',
        kind: 'VirtualMachineTemplate',
        metadata: { ...metadata, name: 'misspelt' },
        spec: { virtualMachine: manifest('script', '/usr/bin/onDefineDomian'), parameters },
      },
      {
        apiVersion: 'template.openshift.io/v1',
        kind: 'Template',
        metadata: { ...metadata, name: 'brings' },
        parameters,
        objects: [
          manifest('${NAME}-own'),
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: '${NAME}-own' },
            data: { 'script.sh': '' },
          },
        ],
      },
    ]);
  });
  afterAll(async () => cluster.close());

  const stored = (plural: string, name: string): KubernetesObject => {
    const found = cluster.host.store.get(plural, 'lab', name);
    if (found === undefined) {
      throw new Error(`${name} is not there`);
    }
    return found;
  };

  it('mend what is wrong', async () => {
    const { user } = await renderInConsole(<TemplateSidecarsTab obj={stored(VM_TEMPLATES, 'misspelt')} />, {
      cluster,
    });
    await user.click(await screen.findByRole('button', { name: 'Fix it' }));
    const dialog = await screen.findByRole('dialog', { name: /Fix it\?/ });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      const [vm] = vmsOfHolder(stored(VM_TEMPLATES, 'misspelt'));
      expect(vm && templateAnnotation(vm)).toContain('/usr/bin/onDefineDomain"');
    });
  });

  it('know the ConfigMap that the template brings', async () => {
    const { user } = await renderInConsole(<TemplateSidecarsTab obj={stored('templates', 'brings')} />, {
      cluster,
    });
    await user.click(await screen.findByRole('button', { name: /^Actions of / }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', { name: /^Edit/ });
    expect(
      await within(dialog).findByText('The template brings it: it is created with the VM.'),
    ).toBeVisible();
    expect(within(dialog).queryByText(/no such ConfigMap/)).not.toBeInTheDocument();
    expect(within(dialog).getByLabelText(/^Key/)).toHaveValue('script.sh');
  });
});
