import type { ReactElement } from 'react';
import { createYamlCommand } from '../../../sidecars/plans/commands';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { yamlForObject } from '../../../sidecars/json/yaml';
import { PatchPreview } from '../../../components/patchPreview/PatchPreview';

/** The ConfigMap that a new script is kept in, as the command that creates it. */
export const CreatePreview = ({ configMap }: { configMap: ConfigMap }): ReactElement => (
  <PatchPreview command={(cli) => createYamlCommand(cli, yamlForObject(configMap))} />
);
