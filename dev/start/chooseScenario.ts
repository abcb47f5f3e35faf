import type { Scenario } from '../scenarios';
import { scenarios } from '../scenarios';
import type { StartOptions } from './options';
import { UserError } from '../base/userError';

const DEFAULT_SCENARIO = 'demo';
/** For the user's own manifests: only KubeVirt and HCO. */
const BARE_SCENARIO = 'empty';

/** What is in the cluster at the start. Throws UserError with the known names for an unknown scenario. */
export const chooseScenario = ({
  scenario,
  manifests,
}: Pick<StartOptions, 'scenario' | 'manifests'>): Scenario => {
  const name = scenario ?? (manifests === undefined ? DEFAULT_SCENARIO : BARE_SCENARIO);
  const chosen = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (chosen === undefined) {
    const known = Object.values(scenarios).map((one) => `  ${one.name}: ${one.description}`);
    throw new UserError(`There is no scenario “${name}”. There are:\n${known.join('\n')}`);
  }
  return chosen;
};
