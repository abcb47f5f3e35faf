import type { TFunction } from 'i18next';
import { sidecarName } from '../../../components/sidecarName';
import { reasonText } from '../../../components/sidecarState/reasonText';
import { stateText } from '../../../components/sidecarState/stateText';
import type { SidecarVm } from '../../../k8s/useSidecarVms';
import type { Sidecar } from '../../../sidecars/sidecar';
import { vmStatus } from '../../../sidecars/vm';
import { csvText } from './csv';

const scriptText = (sidecar: Sidecar): string => {
  const path = sidecar.configMap?.hookPath;
  return path === undefined ? sidecarName(sidecar) : `${sidecarName(sidecar)} → ${path}`;
};

/** The rows as a spreadsheet shows them: one line a VM, and why its sidecars are in their state. */
export const vmsCsv = (t: TFunction, rows: readonly SidecarVm[]): string =>
  csvText([
    [t('Name'), t('Namespace'), t('Status'), t('Attached scripts'), t('State'), t('Reasons'), t('Created')],
    ...rows.map(({ vm, parsed, state }) => [
      vm.metadata.name,
      vm.metadata.namespace ?? '',
      vmStatus(vm),
      parsed.kind === 'parsed' ? parsed.sidecars.map(scriptText).join('\n') : '',
      state === undefined ? t('Unknown') : stateText(t, state.kind).label,
      (state?.reasons ?? [])
        .map((reason) => [reasonText(t, reason), reason.quote].filter(Boolean).join(' '))
        .join('\n'),
      vm.metadata.creationTimestamp ?? '',
    ]),
  ]);
