import type { ReactElement } from 'react';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { holderText } from '../../../features/holders/holderText';
import { HOLDER_KINDS, type HolderKind } from '../../../sidecars/objects/holder';
import { useSidecarTranslation } from '../../../i18n';

interface KindFilterProps {
  kinds: readonly HolderKind[];
  onChange: (kinds: HolderKind[]) => void;
}

const GROUPS = [{ values: HOLDER_KINDS }];

export const KindFilter = ({ kinds, onChange }: KindFilterProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <CheckboxFilter
      title={t('Kind')}
      groups={GROUPS}
      label={(kind) => holderText(t, kind)}
      chosen={kinds}
      onChange={onChange}
    />
  );
};
