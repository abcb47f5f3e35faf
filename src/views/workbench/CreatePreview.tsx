import type { ReactElement } from 'react';
import { createYamlCommand } from '../../sidecars/plans/commands';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { yamlForObject } from '../../sidecars/json/yaml';
import { PatchPreview } from '../../components/patchPreview/PatchPreview';

/** The command that creates the ConfigMap of a new script. */
export const CreatePreview = ({ configMap }: { configMap: ConfigMap }): ReactElement => (
  <PatchPreview command={(cli) => createYamlCommand(cli, yamlForObject(configMap))} />
);
