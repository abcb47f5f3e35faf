import type { TFunction } from 'i18next';
import type { ConfigMap } from '../../sidecars/objects/resources';
import type { HookScript } from '../../sidecars/scripts/hookScripts';
import type { TypeaheadOption } from '../../components/fields/TypeaheadField';

const describe = (t: TFunction, scripts: readonly HookScript[]): string | undefined => {
  if (scripts.length === 0) {
    return undefined;
  }
  const points = [...new Set(scripts.flatMap(({ hookPoints }) => hookPoints))].join(', ');
  return points === '' ? t('Hook script') : t('Hook script, {{points}}', { points });
};

/** The namespace's ConfigMaps to choose from, known hook scripts first. */
export const offeredConfigMaps = (
  t: TFunction,
  configMaps: ReadonlyMap<string, ConfigMap>,
  scripts: readonly HookScript[],
): TypeaheadOption[] => {
  const byName = new Map<string, HookScript[]>();
  for (const script of scripts) {
    const { name } = script.configMap.metadata;
    byName.set(name, [...(byName.get(name) ?? []), script]);
  }
  return [...configMaps.keys()]
    .sort((one, other) => Number(byName.has(other)) - Number(byName.has(one)) || one.localeCompare(other))
    .map((value) => {
      const description = describe(t, byName.get(value) ?? []);
      return { value, description };
    });
};
