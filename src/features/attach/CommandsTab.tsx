import type { ReactElement } from 'react';
import { useState } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { patchCommand, restartCommand, type Cli } from '../../sidecars/plans/commands';
import { holderKind, holderResource } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { CliToggle } from '../../components/CliToggle';
import { CopyBlock } from '../../components/CopyBlock';
import { holderNoun } from '../holders/holderText';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';

interface CommandsTabProps {
  operations: readonly JsonPatchOperation[];
  vm: VirtualMachine;
}

/** Commands that do the same. */
export const CommandsTab = ({ operations, vm }: CommandsTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [cli, setCli] = useState<Cli>('kubectl');
  const { namespace = '', name } = vm.metadata;
  return (
    <Stack hasGutter>
      <StackItem>
        <CliToggle cli={cli} onChange={setCli} />
      </StackItem>
      <StackItem>
        <CopyBlock
          text={patchCommand(cli, { resource: holderResource(vm), name, namespace }, operations)}
          label={t('Command that changes the {{kind}}', { kind: holderNoun(t, vm) })}
        />
      </StackItem>
      {holderKind(vm) === 'VirtualMachine' ? (
        <StackItem>
          <CopyBlock text={restartCommand(name, namespace)} label={t('Command that restarts the VM')} />
        </StackItem>
      ) : null}
    </Stack>
  );
};
