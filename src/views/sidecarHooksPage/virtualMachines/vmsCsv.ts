import type { TFunction } from 'i18next';
import { findingText } from '../../../features/findings/findingText';
import { severityText } from '../../../features/findings/severity';
import { sidecarName } from '../../../sidecars/annotation/sidecarName';
import { reasonText } from '../../../features/sidecarState/reasonText';
import { stateText } from '../../../features/sidecarState/stateText';
import { verificationText } from '../../../features/sidecarState/verificationText';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { sidecarsIn } from '../../../sidecars/annotation/annotation';
import { maskSecrets } from '../../../sidecars/report/maskSecrets';
import type { Sidecar } from '../../../sidecars/annotation/sidecar';
import type { SidecarState } from '../../../sidecars/state/state';
import { holderKind } from '../../../sidecars/objects/holder';
import { vmStatus } from '../../../sidecars/objects/vm';
import { csvText } from '../../../sidecars/rows/csv';

const scriptText = (sidecar: Sidecar): string => {
  const path = sidecar.configMap?.hookPath;
  return path === undefined ? sidecarName(sidecar) : `${sidecarName(sidecar)} → ${path}`;
};

const stateCell = (t: TFunction, state: SidecarState | undefined): string => {
  if (state === undefined) {
    return t('Unknown');
  }
  const { kind, verification } = state;
  const { label } = stateText(t, kind);
  return verification === undefined ? label : `${label}, ${verificationText(t, verification).label}`;
};

/** The rows as CSV for a spreadsheet, one line per VM with its state, reasons and findings; secrets are masked. */
export const vmsCsv = (t: TFunction, rows: readonly SidecarVm[]): string =>
  csvText([
    [
      t('Name'),
      t('Namespace'),
      t('Kind'),
      t('Status'),
      t('Attached scripts'),
      t('State'),
      t('Reasons'),
      t('Findings'),
      t('Created'),
    ],
    ...rows.map(({ vm, parsed, state, findings }) => [
      vm.metadata.name,
      vm.metadata.namespace ?? '',
      holderKind(vm),
      vmStatus(vm),
      sidecarsIn(parsed).map(scriptText).join('\n'),
      stateCell(t, state),
      (state?.reasons ?? [])
        .map((reason) => [reasonText(t, reason), maskSecrets(reason.quote ?? '')].filter(Boolean).join(' '))
        .join('\n'),
      findings === undefined
        ? t('Unknown')
        : findings.list
            .map((finding) => `${severityText(t, finding.severity)}: ${findingText(t, finding).what}`)
            .join('\n'),
      vm.metadata.creationTimestamp ?? '',
    ]),
  ]);
