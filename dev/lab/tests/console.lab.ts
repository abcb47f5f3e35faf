import type { Duplex } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { labCluster, PATIENCE } from './labCluster';

const cluster = labCluster();

const open = (name: string): Duplex => {
  const stream = cluster().host.findStream(
    'subresources.kubevirt.io',
    'virtualmachineinstances',
    'console',
  )?.({
    namespace: 'lab',
    name,
  });
  if (stream === undefined) {
    throw new Error('Nothing serves consoles.');
  }
  return stream;
};

it('connects the serial console to the last client that opened it', async () => {
  const { create, running } = cluster();
  create(virtualMachine('vm', undefined));
  expect(() => open('vm')).toThrow('virtualmachineinstance.kubevirt.io "vm" not found');
  await running('vm');

  const first = open('vm');
  const closed = vi.fn();
  first.on('close', closed);
  const second = open('vm');
  let shown = '';
  second.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
  });
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalled();
  }, PATIENCE);
  await vi.waitFor(
    () => {
      second.write('cat /sys/class/dmi/id/sys_vendor; echo $((6 * 7))\r');
      expect(shown).toContain('Red Hat\r\n42\r\n');
    },
    { ...PATIENCE, interval: 1000 },
  );

  const ended = vi.fn();
  second.on('close', ended);
  await cluster().remove('vm');
  await vi.waitFor(() => {
    expect(ended).toHaveBeenCalled();
  }, PATIENCE);
});
