import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { startTestCluster, renderInConsole } from '../../../testing/renderInConsole';
import { FixScriptModal } from './FixScriptModal';

it('shows the exact patch before it is written', async () => {
  const cluster = await startTestCluster();
  const { user } = await renderInConsole(
    <FixScriptModal
      configMap={{
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'scripts', namespace: 'team' },
        data: { 'script.sh': '#!/bin/sh\r\n' },
      }}
      scriptKey="script.sh"
      finding={{
        id: 'scriptCrlf',
        severity: 'error',
        params: {},
        place: { kind: 'script', configMap: 'scripts', key: 'script.sh', line: 1, column: 1 },
      }}
      text={'#!/bin/sh\n'}
      closeOverlay={vi.fn()}
    />,
    { cluster },
  );
  await user.click(screen.getByRole('button', { name: 'Exact patch and commands' }));
  expect(screen.getByText(/^kubectl patch configmap scripts -n team --type=json/)).toHaveTextContent(
    '{"op":"replace","path":"/data/script.sh","value":"#!/bin/sh\\n"}',
  );
  await cluster.close();
});
