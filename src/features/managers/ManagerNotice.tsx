import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { managerOf } from '../../sidecars/objects/managers';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { useSidecarTranslation } from '../../i18n';
import { managerConsequence, managerName } from './managerText';

const { Part: CommitBlocks } = lazyPart('inline', async () => (await import('./CommitBlocks')).CommitBlocks);

interface ManagerNoticeProps {
  vm: VirtualMachine;
  /** What would be written; empty while it is not complete. */
  operations: readonly JsonPatchOperation[];
}

/** Before a write: who else manages the VM or its template and may revert it, with the change to commit instead. */
export const ManagerNotice = ({ vm, operations }: ManagerNoticeProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const { object, path } = sourceOf(vm);
  const manager = managerOf(object, path);
  if (manager === undefined) {
    return null;
  }
  const who = managerName(t, manager);
  return (
    <InlineAlert
      variant={manager.reverts ? 'warning' : 'info'}
      title={t('{{who}} manages {{name}} too', { who, name: object.metadata.name })}
      className="pf-v6-u-mb-md"
      data-test="manager-notice"
    >
      <p>{managerConsequence(t, manager)}</p>
      {operations.length === 0 ? null : (
        <ExpandableSection
          toggleText={t('Show the change to commit instead')}
          isExpanded={isExpanded}
          onToggle={(_event, next) => {
            setExpanded(next);
          }}
        >
          {isExpanded ? <CommitBlocks object={object} path={path} operations={operations} /> : null}
        </ExpandableSection>
      )}
    </InlineAlert>
  );
};
