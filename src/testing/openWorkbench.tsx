import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Persona, RunningCluster } from '../../dev/cluster/contract';
import WorkbenchPage from '../views/workbench/WorkbenchPage';
import { renderInConsole, type InConsole } from './renderInConsole';

const SCRIPTS = '/k8s/ns/:ns/sidecar-hooks/scripts';

/** Opens the workbench for a new script in namespace `team`. */
export const openNewScript = async (cluster: RunningCluster, query = '?from=example'): Promise<InConsole> =>
  renderInConsole(<WorkbenchPage />, {
    cluster,
    path: `/k8s/ns/team/sidecar-hooks/scripts/~new${query}`,
    route: `${SCRIPTS}/~new`,
  });

export interface OpenOptions {
  persona?: Persona['id'];
  where?: string;
}

/** Opens the workbench with key `script.sh` of a ConfigMap. */
export const openSavedScript = async (
  cluster: RunningCluster,
  name: string,
  { persona = 'admin', where = 'team' }: OpenOptions = {},
): Promise<InConsole> =>
  renderInConsole(<WorkbenchPage />, {
    cluster,
    persona,
    path: `/k8s/ns/${where}/sidecar-hooks/scripts/${name}/script.sh`,
    route: `${SCRIPTS}/:configMap/:key`,
  });

/** A button, by default the one that saves, once it is enabled. */
export const enabledButton = async (name = 'Save'): Promise<HTMLElement> => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => {
    expect(button).not.toHaveAttribute('aria-disabled', 'true');
  });
  return button;
};
