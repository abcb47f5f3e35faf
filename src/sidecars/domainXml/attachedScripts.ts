import { parseSidecars, checkedSidecars, type ParsedSidecars } from '../annotation/annotation';
import type { HookPoint } from '../annotation/hookPoint';
import { hookPointOf, type Sidecar } from '../annotation/sidecar';

/** A ConfigMap whose scripts the VM runs, ran or will run. */
export interface AttachedScript {
  configMap: string;
  keys: string[];
  hookPoints: HookPoint[];
  /**
   * `running`: the instance was started with it. `atNextStart`: attached since. `untilRestart`: detached since.
   */
  presence: 'running' | 'atNextStart' | 'untilRestart';
}

const presenceOf = (attached: boolean, started: boolean): AttachedScript['presence'] => {
  if (!started) {
    return 'atNextStart';
  }
  return attached ? 'running' : 'untilRestart';
};

/**
 * The ConfigMaps of the VM's template and of its instance, each once, in the order of the annotation.
 *
 * @param instanceText the annotation that the instance was started with; undefined also when there is no instance
 */
export const attachedScripts = (
  template: ParsedSidecars,
  instanceText: string | undefined,
): AttachedScript[] => {
  const attached = checkedSidecars(template);
  const started = checkedSidecars(parseSidecars(instanceText));
  const uses = (list: readonly Sidecar[], name: string): boolean =>
    list.some(({ configMap }) => configMap?.name === name);

  const scripts = new Map<string, AttachedScript>();
  for (const sidecar of [...attached, ...started]) {
    const { configMap } = sidecar;
    if (configMap === undefined) {
      continue;
    }
    const { name, key } = configMap;
    const script = scripts.get(name) ?? {
      configMap: name,
      keys: [],
      hookPoints: [],
      presence: presenceOf(uses(attached, name), uses(started, name)),
    };
    const hookPoint = hookPointOf(sidecar);
    scripts.set(name, {
      ...script,
      keys: [...new Set([...script.keys, key])],
      hookPoints: [...new Set([...script.hookPoints, ...(hookPoint === undefined ? [] : [hookPoint])])],
    });
  }
  return [...scripts.values()];
};
