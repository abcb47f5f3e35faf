import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import type { Expectation } from '../../../sidecars/domainXml/expectedResults';
import type { HookCall } from '../../../sidecars/tries/hookCall';
import { hookCall, triedCalls } from '../../../sidecars/tries/triesFixtures';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { CallsResult } from './CallsResult';

const INPUT = `<domain type="kvm"><name>vm</name><sysinfo type="smbios"><baseBoard></baseBoard></sysinfo>
<devices><emulator>/usr/bin/qemu</emulator><disk type="file"><target dev="vda"></target></disk></devices></domain>`;

const setsBoard = (input: string): string =>
  input.replace(
    /<baseBoard>.*?<\/baseBoard>/s,
    "<baseBoard><entry name='manufacturer'>R</entry></baseBoard>",
  );
const good = triedCalls(setsBoard, INPUT);

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

interface Shown {
  expectations?: readonly Expectation[];
  kubevirtVersion?: string;
  isRunning?: boolean;
  runningCall?: number;
}

const show = async (calls: readonly HookCall[], shown: Shown = {}): ReturnType<typeof renderInConsole> =>
  renderInConsole(
    <CallsResult
      calls={calls}
      expectations={shown.expectations ?? []}
      kubevirtVersion={shown.kubevirtVersion ?? 'v1.9.0'}
      isRunning={shown.isRunning ?? false}
      runningCall={shown.runningCall}
      note="No libvirt here."
    />,
    { cluster },
  );

const call = (number: number): HTMLElement => screen.getByRole('region', { name: `Call ${String(number)}` });

describe('the result of calls', () => {
  it('begins with the verdict, and shows what call 1 changed in the elements around it', async () => {
    await show(good);
    expect(await screen.findByText('Same after the second call')).toBeVisible();
    const difference = within(call(1)).getByRole('group', { name: 'Difference of call 1' });
    expect(
      within(difference).getByText('<entry name="manufacturer">R</entry>', { exact: false }),
    ).toBeVisible();
    expect(within(difference).getByText('Added:')).toBeInTheDocument();
    expect(within(difference).queryByText(/<name>vm/)).toBeNull();
    expect(within(difference).getAllByText('Unchanged lines are left out')).not.toHaveLength(0);
    expect(within(call(1)).getByText('1 change')).toBeVisible();
    expect(within(call(2)).queryByRole('group')).toBeNull();
    expect(screen.getByText('No libvirt here.')).toBeVisible();
  });

  it('shows all lines on request, and those with a text that is searched for', async () => {
    const { user } = await show(good);
    const difference = await screen.findByRole('group', { name: 'Difference of call 1' });
    await user.type(within(difference).getByRole('textbox', { name: 'Find in the difference' }), 'EMULATOR');
    expect(within(difference).getAllByText('emulator', { selector: 'mark' })).not.toHaveLength(0);
    expect(within(difference).queryByText(/<name>vm/)).toBeNull();
    await user.click(within(difference).getByRole('switch', { name: 'Show all lines' }));
    expect(within(difference).getAllByText(/<name>vm/)).not.toHaveLength(0);
    expect(within(difference).queryByText('Unchanged lines are left out')).toBeNull();
  });

  it('copies the difference as it is shown', async () => {
    const { user } = await show(good);
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const difference = await screen.findByRole('group', { name: 'Difference of call 1' });
    await user.click(within(difference).getByRole('button', { name: 'Copy the difference' }));
    expect(copied.mock.calls[0]?.[0].split('\n')).toEqual([
      ' <domain type="kvm">',
      '…',
      '   <sysinfo type="smbios">',
      '     <baseBoard>',
      '+      <entry name="manufacturer">R</entry>',
      '     </baseBoard>',
      '   </sysinfo>',
      '…',
      ' </domain>',
    ]);
  });

  it('shows a difference in a window of its own, in which there is room for both sides', async () => {
    const { user } = await show(good);
    await user.click(await screen.findByRole('button', { name: 'Enlarge' }));
    const dialog = await screen.findByRole('dialog', { name: 'Difference of call 1' });
    expect(within(dialog).getByText('Added:')).toBeInTheDocument();
    expect(within(dialog).queryByRole('button', { name: 'Enlarge' })).toBeNull();
    const lines = within(dialog).getByRole('group', { name: 'Lines' });
    expect(lines).toHaveClass('ksp-difference__rows--beside');
    await user.click(within(dialog).getByRole('button', { name: 'Inline' }));
    expect(lines).not.toHaveClass('ksp-difference__rows--beside');
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says no verdict while calls may follow', async () => {
    await show(good.slice(0, 1), { isRunning: true });
    expect(await screen.findByText('More calls may follow.')).toBeVisible();
    expect(screen.queryByText(/of the script runs/)).toBeNull();
    expect(screen.queryByText('Changes its input')).toBeNull();
  });

  it('names the call that runs', async () => {
    await show(good.slice(0, 1), { isRunning: true, runningCall: 2 });
    expect(await screen.findByText('Call 2 of the script runs…')).toBeVisible();
    expect(screen.queryByText('More calls may follow.')).toBeNull();
  });

  it('shows the words of KubeVirt for a call that fails, and what the script said', async () => {
    const calls = triedCalls(
      (input, number) =>
        number === 2 ? { ending: { kind: 'exited', code: 4 }, stderr: 'no disk\n' } : input,
      INPUT,
    );
    await show(calls, { expectations: [{ kind: 'text', text: 'vm' }] });
    expect(await screen.findByText('Fails in call 2')).toBeVisible();
    expect(within(call(2)).getByText('rpc error: code = Unknown desc = exit status 4')).toBeVisible();
    expect(within(call(2)).getByText('no disk', { exact: false })).toBeVisible();
    expect(within(call(2)).getByText('Exit code 4')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Expected results' })).toBeNull();
  });

  it('says so where a record is incomplete, and compares nothing', async () => {
    await show([hookCall({ input: INPUT, output: INPUT.slice(0, 30), isComplete: false })]);
    expect(await screen.findByText('The record of call 1 is incomplete')).toBeVisible();
    expect(within(call(1)).getByText('A part of this record is missing')).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Difference of call 1' })).toBeNull();
  });

  it('advises where KubeVirt can do it, in the call that has the change', async () => {
    await show(
      triedCalls(
        (input) =>
          input.replace('<target dev="vda"></target>', '<target dev="vda"></target><serial>x</serial>'),
        INPUT,
      ),
    );
    const advice =
      /KubeVirt can do this without a script: spec.template.spec.domain.devices.disks\[\].serial/;
    expect(await screen.findByText(advice)).toBeVisible();
    expect(within(call(1)).getByText(advice)).toBeVisible();
  });

  it('judges the expected results on the last output', async () => {
    const expectations: Expectation[] = [
      { kind: 'xpathEquals', xpath: "//baseBoard/entry[@name='manufacturer']", value: 'R' },
      { kind: 'text', text: 'missing' },
    ];
    await show(good, { expectations });
    const judged = await screen.findByRole('region', { name: 'Expected results' });
    expect(
      within(judged)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/manufacturer.*Holds/),
      expect.stringMatching(/missing.*Does not hold/),
    ]);
  });

  it('shows what changed in cloud-init data, which a script gets once', async () => {
    const input = JSON.stringify({ NoCloudMetaData: {}, UserData: '#cloud-config' });
    const output = JSON.stringify({ NoCloudMetaData: {}, UserData: '#cloud-config\nusers: []' });
    await show([hookCall({ hookPoint: 'preCloudInitIso', input, output })]);
    expect(await screen.findByText('KubeVirt calls the script once, and takes its result.')).toBeVisible();
    expect(within(call(1)).getByText('users: []', { exact: false })).toBeVisible();
  });

  it.each([
    ['v1.2.0', true],
    ['v1.3.0', false],
  ])('on KubeVirt %s says that standard error is not logged: %s', async (kubevirtVersion, isSaid) => {
    await show([hookCall({ input: INPUT, output: INPUT, stderr: 'hello' })], { kubevirtVersion });
    expect(await screen.findByText('Changes nothing')).toBeVisible();
    expect(screen.queryAllByText(/before 1.3 does not log standard error/)).toHaveLength(isSaid ? 1 : 0);
  });
});
