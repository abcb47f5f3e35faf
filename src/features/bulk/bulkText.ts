import type { TFunction } from 'i18next';
import { failureText } from '../../components/failureText';
import type { Manager } from '../../sidecars/objects/managers';
import type { BulkAction, BulkObstacle } from '../../sidecars/plans/bulk/bulkPlan';
import type { BulkGroup, BulkStatus } from '../../sidecars/plans/bulk/bulkRow';
import { describeFailure } from '../../apiError';
import { findingText } from '../findings/findingText';
import { managerConsequence, managerName } from '../managers/managerText';

export const actionTitle = (t: TFunction, kind: BulkAction['kind'], vms: number): string => {
  switch (kind) {
    case 'attach':
      return t('Attach a hook script to {{count}} VMs', { count: vms });
    case 'detach':
      return t('Detach hook scripts from {{count}} VMs', { count: vms });
    case 'version':
      return t('Change the version of hook sidecars of {{count}} VMs', { count: vms });
    case 'restart':
      return t('Restart {{count}} VMs', { count: vms });
  }
};

export const groupText = (t: TFunction, group: BulkGroup): string => {
  switch (group) {
    case 'ready':
      return t('Will change');
    case 'done':
      return t('Done');
    case 'failed':
      return t('Failed');
    case 'cannot':
      return t('Cannot change');
    case 'alreadySo':
      return t('Already so');
    case 'waiting':
      return t('Not checked');
  }
};

const managerText = (t: TFunction, manager: Manager): string =>
  `${managerName(t, manager)}: ${managerConsequence(t, manager)}`;

const obstacleText = (t: TFunction, obstacle: BulkObstacle): string => {
  switch (obstacle.reason) {
    case 'malformed':
      return t('Its annotation cannot be read. Repair it first.');
    case 'deleting':
      return t('It is being deleted.');
    case 'gateOff':
      return t('The feature gate Sidecar is off: KubeVirt refuses VMs that have hook sidecars.');
    case 'notRunning':
      return t('It is not running.');
    case 'nothingAttached':
      return t('It has no hook sidecar with KubeVirt’s own image.');
    case 'otherSettings':
      return t('The script is attached with other settings.');
    case 'managed':
      return managerText(t, obstacle.manager);
    case 'finding': {
      const { what, cure } = findingText(t, obstacle.finding);
      return `${what}. ${cure}`;
    }
  }
};

/** Why a VM has its status; empty if the status says it all. */
export const statusText = (t: TFunction, status: BulkStatus): string => {
  switch (status.kind) {
    case 'waiting':
    case 'alreadySo':
    case 'done':
      return '';
    case 'ready': {
      const { manager } = status.plan;
      return manager === undefined ? '' : managerText(t, manager);
    }
    case 'cannot':
      return obstacleText(t, status);
    case 'gone':
      return t('The VM was deleted meanwhile.');
    case 'conflict':
      return t('Somebody else changed the VM meanwhile. Nothing was written.');
    case 'refused':
      return failureText(t, status.error);
    case 'failed':
      return describeFailure(status.error).code === undefined
        ? `${failureText(t, status.error)} ${t('It is not known whether the change was made. Retry to find out.')}`
        : failureText(t, status.error);
  }
};
