import type { ReactElement } from 'react';
import { createYamlCommand } from '../../sidecars/commands';
import type { ConfigMap } from '../../sidecars/resources';
import { yamlForObject } from '../../sidecars/yaml';
import { PatchPreview } from '../patchPreview/PatchPreview';

/** The ConfigMap that a new script is kept in, as the command that creates it. */
export const CreatePreview = ({ configMap }: { configMap: ConfigMap }): ReactElement => (
  <PatchPreview command={(cli) => createYamlCommand(cli, yamlForObject(configMap))} />
);
