import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { RepairSection } from './RepairSection';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

it.each([
  ['[{', false],
  ['[{}', true],
])('closing the page with the repaired text %s asks first: %s', async (text, asks) => {
  const vm = virtualMachine('team', 'vm') as unknown as VirtualMachine;
  await renderInConsole(
    <RepairSection
      vm={vm}
      draft={{ seen: '[{', text }}
      context={{ vm }}
      blocked={undefined}
      onDraft={() => undefined}
    />,
    { cluster },
  );
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(asks);
});
