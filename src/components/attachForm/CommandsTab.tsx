import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { Stack, StackItem, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { createYamlCommand, patchCommand, restartCommand, type Cli } from '../../sidecars/commands';
import type { VirtualMachine } from '../../sidecars/resources';
import { yamlForObject } from '../../sidecars/yaml';
import { useSidecarTranslation } from '../../i18n';
import { CopyBlock } from '../CopyBlock';
import type { AttachPlan } from './attachPlan';

interface CommandsTabProps {
  plan: AttachPlan;
  vm: VirtualMachine;
}

const CLIS: readonly Cli[] = ['kubectl', 'oc'];

/** The same by command line. */
export const CommandsTab = ({ plan, vm }: CommandsTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [cli, setCli] = useState<Cli>('kubectl');
  const { namespace = '', name } = vm.metadata;
  const { newConfigMap, operations } = plan;
  return (
    <Stack hasGutter>
      <StackItem>
        <ToggleGroup isCompact aria-label={t('Command line tool')}>
          {CLIS.map((choice) => (
            <ToggleGroupItem
              key={choice}
              text={choice}
              buttonId={`${id}-${choice}`}
              isSelected={cli === choice}
              onChange={() => {
                setCli(choice);
              }}
            />
          ))}
        </ToggleGroup>
      </StackItem>
      {newConfigMap === undefined ? null : (
        <StackItem>
          <CopyBlock
            text={createYamlCommand(cli, yamlForObject(newConfigMap))}
            label={t('Command that creates the ConfigMap')}
          />
        </StackItem>
      )}
      <StackItem>
        <CopyBlock
          text={patchCommand(cli, { resource: 'vm', name, namespace }, operations)}
          label={t('Command that changes the VM')}
        />
      </StackItem>
      <StackItem>
        <CopyBlock text={restartCommand(name, namespace)} label={t('Command that restarts the VM')} />
      </StackItem>
    </Stack>
  );
};
