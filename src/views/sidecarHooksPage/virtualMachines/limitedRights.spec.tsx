import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import type { FaultClient } from '../../../../dev/cluster/faults/faultClient';
import { scenarioObjects, scenarios } from '../../../../dev/scenarios';
import { faultsOf } from '../../../testing/faultsOf';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import FeatureGateTab from '../featureGate/FeatureGateTab';
import { VirtualMachinesTab } from './VirtualMachinesTab';

const Address = (): ReactElement => {
  const { pathname, search } = useLocation();
  return <p>{`at ${pathname}${search}`}</p>;
};

describe('with limited rights', () => {
  let cluster: RunningCluster;
  let faults: FaultClient;
  beforeAll(async () => {
    const scenario = scenarios['plain-kubevirt'];
    cluster = await startTestCluster(scenario === undefined ? [] : scenarioObjects(scenario));
    faults = faultsOf(cluster);
  });
  afterEach(async () => faults.clear());
  afterAll(async () => cluster.close());

  it('to read single namespaces only, the page asks for a namespace and opens the same tab of it', async () => {
    await faults.add({
      verb: 'list',
      path: '/apis/kubevirt.io/v1/virtualmachine',
      fault: { kind: 'answer', code: 403, message: 'forbidden at the cluster scope' },
    });
    const { user } = await renderInConsole(
      <>
        <VirtualMachinesTab namespace={undefined} />
        <Address />
      </>,
      { cluster, path: '/k8s/all-namespaces/sidecar-hooks?sort=state' },
    );
    expect(await screen.findByRole('heading', { name: 'Choose a namespace' })).toBeVisible();
    expect(screen.getByText(/The cluster said: forbidden at the cluster scope/)).toBeVisible();
    // That instances cannot be read either is not reported as well.
    expect(screen.queryByText('Some states are not known')).not.toBeInTheDocument();
    const show = screen.getByRole('button', { name: 'Show' });
    expect(show).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Name of the namespace' }), ' storefront{Enter}');
    expect(screen.getByText('at /k8s/ns/storefront/sidecar-hooks?sort=state')).toBeVisible();
  });

  it('to read VMs only, they are listed, with a note about what is not known', async () => {
    for (const path of ['/virtualmachineinstances', '/pods', '/configmaps']) {
      await faults.add({ path, fault: { kind: 'answer', code: 403, message: `forbidden: ${path}` } });
    }
    await renderInConsole(<VirtualMachinesTab namespace="storefront" />, { cluster });
    expect(await screen.findByRole('link', { name: 'example-vm' })).toBeVisible();
    expect(await screen.findByText('Some states are not known')).toBeVisible();
    expect(
      await screen.findByText(/the state of VMs that run is not known.*forbidden: \/virtualmachineinstances/),
    ).toBeVisible();
  });

  it('to ask for access reviews, all actions are enabled, and the gate is shown', async () => {
    await faults.add({ path: '/selfsubjectaccessreviews', fault: { kind: 'answer', code: 500 } });
    await renderInConsole(<FeatureGateTab />, { cluster });
    expect(await screen.findByRole('heading', { name: 'Sidecar is not enabled' })).toBeVisible();
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Enable' })).not.toHaveAttribute('aria-disabled', 'true');
    });
  });

  it('to read KubeVirt’s own resource, VMs are still listed', async () => {
    await faults.add({ path: '/kubevirts', fault: { kind: 'answer', code: 403, message: 'no kubevirts' } });
    await renderInConsole(<VirtualMachinesTab namespace="storefront" />, { cluster });
    expect(await screen.findByRole('link', { name: 'example-vm' })).toBeVisible();
  });
});
