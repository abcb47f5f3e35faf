import { empty, gateOff, malformedHco, noKubeVirt, oldKubeVirt, plainKubeVirt } from './clusters';
import { demo } from './demo';
import { failures } from './failures';
import { hostile } from './hostile';
import type { Scenario } from './scenario';

export type { Scenario } from './scenario';
export { scaleObjects } from './scale';
export { scenarioObjects } from './scenarioObjects';

/** All scenarios by the name for `npm start -- --scenario`. */
export const scenarios: Record<string, Scenario> = Object.fromEntries(
  [demo, gateOff, empty, oldKubeVirt, plainKubeVirt, noKubeVirt, malformedHco, failures, hostile].map(
    (scenario) => [scenario.name, scenario],
  ),
);
