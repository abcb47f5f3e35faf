import type { ReactElement } from 'react';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { stateText } from '../../../features/sidecarState/stateText';
import type { SidecarStateKind } from '../../../sidecars/state/state';
import { useSidecarTranslation } from '../../../i18n';
import { STATE_KINDS } from '../../../sidecars/state/state';

interface StateFilterProps {
  states: readonly SidecarStateKind[];
  onChange: (states: SidecarStateKind[]) => void;
}

const GROUPS = [{ values: STATE_KINDS }];

export const StateFilter = ({ states, onChange }: StateFilterProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <CheckboxFilter
      title={t('State')}
      groups={GROUPS}
      label={(kind) => stateText(t, kind).label}
      chosen={states}
      onChange={onChange}
    />
  );
};
