import type { ReactElement } from 'react';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { holderText } from '../../../features/holders/holderText';
import { stateText } from '../../../features/sidecarState/stateText';
import { verificationText } from '../../../features/sidecarState/verificationText';
import { LISTED_KINDS } from '../../../sidecars/objects/holder';
import type { VmListQuery } from '../../../sidecars/rows/vmListQuery';
import { STATE_KINDS, VERIFICATIONS } from '../../../sidecars/state/state';
import { useSidecarTranslation } from '../../../i18n';

type Chosen = Pick<VmListQuery, 'states' | 'effects' | 'kinds'>;
type Value = Chosen[keyof Chosen][number];

interface StateFilterProps extends Chosen {
  /** Whether kinds are offered. */
  hasKinds: boolean;
  onChange: (chosen: Chosen) => void;
}

const among = <T extends Value>(values: readonly T[], value: Value): value is T =>
  values.some((one) => one === value);

/** Filters by state, by what is known of the scripts' effect, and by kind: one menu, as the toolbar has no room for three. */
export const StateFilter = ({
  states,
  effects,
  kinds,
  hasKinds,
  onChange,
}: StateFilterProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const label = (value: Value): string => {
    if (among(LISTED_KINDS, value)) {
      return holderText(t, value);
    }
    return (among(VERIFICATIONS, value) ? verificationText(t, value) : stateText(t, value)).label;
  };
  return (
    <CheckboxFilter<Value>
      title={t('State')}
      groups={[
        { title: t('State'), values: STATE_KINDS },
        { title: t('Effect of the scripts'), values: VERIFICATIONS },
        ...(hasKinds ? [{ title: t('Kind'), values: LISTED_KINDS }] : []),
      ]}
      label={label}
      chosen={[...states, ...effects, ...kinds]}
      onChange={(chosen) => {
        onChange({
          states: chosen.filter((value) => among(STATE_KINDS, value)),
          effects: chosen.filter((value) => among(VERIFICATIONS, value)),
          kinds: chosen.filter((value) => among(LISTED_KINDS, value)),
        });
      }}
    />
  );
};
