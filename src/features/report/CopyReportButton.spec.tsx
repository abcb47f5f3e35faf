import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { markdownReport } from '../../sidecars/report/markdownReport';
import { renderInConsole, startTestCluster } from '../../testing/renderInConsole';
import { CopyReportButton } from './CopyReportButton';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => {
  await cluster.close();
});

const headings = { findings: '', versions: '', timeline: '', annotation: '', scripts: 'Scripts', logs: '' };
const reportOn = (text: string): string =>
  markdownReport({ title: 'VM a', headings, findings: [], scripts: [{ name: 'token=geheim', text }] });

it('shows the report with its masks marked before it copies it', async () => {
  const report = reportOn('DB_PASS=geheim ./run');
  const { user } = await renderInConsole(
    <CopyReportButton content="All that is known" makeReport={() => report} />,
    { cluster },
  );
  await user.click(await screen.findByRole('button', { name: 'Copy a report' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy a report' }));
  expect(dialog.getByRole('group', { name: 'Report' }).textContent).toBe(report);
  expect(dialog.getAllByRole('mark').map(({ textContent }) => textContent)).toEqual(['\\*\\*\\*', '***']);
  await navigator.clipboard.writeText('');
  await user.click(dialog.getByRole('button', { name: 'Copy' }));
  expect(await dialog.findByText('Report copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(report);
  await user.click(dialog.getByText('Close'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says that a report could not be copied', async () => {
  const { user } = await renderInConsole(
    <CopyReportButton content="All that is known" makeReport={() => '# VM a\n'} />,
    { cluster },
  );
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await user.click(await screen.findByRole('button', { name: 'Copy a report' }));
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Could not copy the report')).toBeVisible();
});

it('shows of a very long report the beginning, says so, and copies all', async () => {
  const report = reportOn('x=1\n'.repeat(50_000));
  const { user } = await renderInConsole(
    <CopyReportButton content="All that is known" makeReport={() => report} />,
    { cluster },
  );
  await user.click(await screen.findByRole('button', { name: 'Copy a report' }));
  expect(await screen.findByText(/^Only the beginning of the report is shown/)).toBeVisible();
  expect(screen.getByRole('group', { name: 'Report' }).textContent.length).toBe(100_000);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe(report);
});
