import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StoredObject } from '../cluster/contract';
import { platformObjects } from '../cluster/kubevirt/platform';
import type { StartOptions } from './options';
import { UserError } from './userError';

/** What `dev/scenarios` offers by name. */
interface Scenario {
  objects: () => StoredObject[] | Promise<StoredObject[]>;
}

const SCENARIOS = resolve(import.meta.dirname, '../scenarios/index.ts');
const DEFAULT_SCENARIO = 'demo';

const loadScenarios = async (): Promise<Record<string, Scenario>> => {
  if (!existsSync(SCENARIOS)) {
    return {};
  }
  const { scenarios } = (await import(pathToFileURL(SCENARIOS).href)) as {
    scenarios: Record<string, Scenario>;
  };
  return scenarios;
};

/** A cluster with KubeVirt and HCO, the gate off, and nothing in it. */
const bareCluster = (): StoredObject[] =>
  platformObjects({ kubeVirtVersion: 'v1.8.4', hco: true, sidecarGate: false });

/**
 * What is in the cluster at the start: the scenario's objects, or a bare cluster for the user's own manifests.
 * Throws UserError for a scenario that does not exist.
 */
export const startObjects = async ({
  scenario,
  manifests,
}: Pick<StartOptions, 'scenario' | 'manifests'>): Promise<StoredObject[]> => {
  if (scenario === undefined && manifests !== undefined) {
    return bareCluster();
  }
  const scenarios = await loadScenarios();
  const name = scenario ?? DEFAULT_SCENARIO;
  const chosen = scenarios[name];
  if (chosen === undefined) {
    throw new UserError(
      `There is no scenario “${name}”. There are: ${Object.keys(scenarios).sort().join(', ')}.`,
    );
  }
  return chosen.objects();
};
