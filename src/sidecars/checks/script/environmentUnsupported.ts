import { isAtLeast } from '../../featureGate/kubevirtVersion';
import { scriptCheck } from './scriptCheck';
import { expansionsOf } from './shell/words';

/** Variables that KubeVirt sets, and the minor version of KubeVirt 1 that brought each. */
const SINCE: Readonly<Record<string, number>> = { CONTAINER_NAME: 6, NETWORK_BINDING_PLUGIN_NAME: 9 };

export const environmentUnsupported = scriptCheck('environmentUnsupported', ({ source, shell, python }) => {
  const isOwn = (name: string): boolean =>
    shell?.assignments.some(({ assignment }) => assignment.name === name) === true;
  const used = [
    ...(shell?.words ?? []).flatMap(expansionsOf),
    ...(python?.statements ?? []).flatMap(({ tokens }) =>
      tokens.filter(({ kind }) => kind === 'string').map(({ value, pos }) => ({ name: value, pos })),
    ),
  ];
  return used.flatMap(({ name, pos }) => {
    const minor = SINCE[name];
    const isLacking =
      minor !== undefined && isAtLeast(source.kubevirtVersion, 1, minor) === false && !isOwn(name);
    return isLacking
      ? [{ pos, params: { name, version: source.kubevirtVersion ?? '', since: `1.${minor}` } }]
      : [];
  });
});
