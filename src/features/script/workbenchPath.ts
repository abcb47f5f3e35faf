import type { ScriptValues } from '../../sidecars/plans/script/scriptValues';

interface WorkbenchPathOptions {
  namespace: string;
  /** The script to edit; without it and its key, a new one is written. */
  configMap?: string;
  key?: string;
  /** The line of the editor's cursor, from 1. */
  line?: number | undefined;
  /** What a sidecar expects of a new script. */
  wanted?: { [K in 'name' | 'key' | 'hookPoint']?: ScriptValues[K] | undefined };
  /** What a new script begins with: the id of a recipe, or `example`. Without it, the user chooses. */
  from?: string | undefined;
  /** What the script is to be attached to, from `attachToText`. */
  attachTo?: string;
}

/** The path of the page that writes a hook script. */
export const workbenchPath = ({
  namespace,
  configMap,
  key,
  line,
  wanted = {},
  from,
  attachTo,
}: WorkbenchPathOptions): string => {
  const script =
    configMap === undefined || key === undefined
      ? '~new'
      : `${encodeURIComponent(configMap)}/${encodeURIComponent(key)}`;
  const query = new URLSearchParams(
    Object.entries({ ...wanted, line: line?.toString(), from, attachTo }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString();
  const path = `/k8s/ns/${encodeURIComponent(namespace)}/sidecar-hooks/scripts/${script}`;
  return query === '' ? path : `${path}?${query}`;
};
