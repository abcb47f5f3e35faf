import { useState, type ReactElement } from 'react';
import { DEFAULT_VERSION } from '../../sidecars/annotation/constants';
import type { BulkAction } from '../../sidecars/plans/bulk/bulkPlan';
import { AttachChoice } from './AttachChoice';
import type { BulkScript } from './bulkScripts';
import { ALL_SCRIPTS, DetachChoice } from './DetachChoice';
import { RestartNote } from './RestartNote';
import { VersionChoice } from './VersionChoice';

interface BulkChoice {
  /** Undefined while the choice is not complete. */
  chosen: { action: BulkAction; script: BulkScript | undefined } | undefined;
  fields: ReactElement;
}

/** React hook: the fields that complete an action, and the action. */
export const useBulkChoice = (
  kind: BulkAction['kind'],
  namespaces: readonly string[],
  scripts: readonly string[],
): BulkChoice => {
  const [attach, setAttach] = useState<{ action: BulkAction; script: BulkScript }>();
  const [detached, setDetached] = useState('');
  const [version, setVersion] = useState(DEFAULT_VERSION);
  switch (kind) {
    case 'attach':
      return { chosen: attach, fields: <AttachChoice namespaces={namespaces} onChange={setAttach} /> };
    case 'detach':
      return {
        chosen:
          detached === ''
            ? undefined
            : {
                action: { kind, script: detached === ALL_SCRIPTS ? undefined : detached },
                script: undefined,
              },
        fields: <DetachChoice scripts={scripts} value={detached} onChange={setDetached} />,
      };
    case 'version':
      return {
        chosen: { action: { kind, version }, script: undefined },
        fields: <VersionChoice value={version} onChange={setVersion} />,
      };
    case 'restart':
      return { chosen: { action: { kind }, script: undefined }, fields: <RestartNote /> };
  }
};
