import type { ReactElement } from 'react';
import { Label, LabelGroup, Popover } from '@patternfly/react-core';
import type { SidecarState, SingleSidecarState } from '../../sidecars/state';
import { useSidecarTranslation } from '../../i18n';
import { StateExplanation } from './StateExplanation';
import { STATE_LOOKS } from './stateLook';
import { stateText } from './stateText';
import { VerificationLabel } from './VerificationLabel';

interface SidecarStateLabelProps {
  state: SidecarState | SingleSidecarState;
}

const verificationOf = (state: SidecarState | SingleSidecarState): SidecarState['verification'] =>
  'sidecars' in state ? state.verification : undefined;

/** The state of a VM's sidecars, or of one of them. Pressing it tells why. */
export const SidecarStateLabel = ({ state }: SidecarStateLabelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { color, icon: Icon, variant = 'filled' } = STATE_LOOKS[state.kind];
  const { label } = stateText(t, state.kind);
  const verification = verificationOf(state);
  const stateLabel = (
    <Label
      isCompact
      isClickable
      color={color}
      variant={variant}
      icon={<Icon />}
      data-test="sidecar-state"
      data-state={state.kind}
      render={({ className, content }) => (
        <Popover
          aria-label={t('About the state {{state}}', { state: label })}
          closeBtnAriaLabel={t('Close')}
          headerContent={label}
          headerComponent="h2"
          bodyContent={<StateExplanation kind={state.kind} reasons={state.reasons} />}
          maxWidth="30rem"
        >
          <button type="button" className={className}>
            {content}
          </button>
        </Popover>
      )}
    >
      {label}
    </Label>
  );
  return verification === undefined ? (
    stateLabel
  ) : (
    <LabelGroup numLabels={2} aria-label={t('State')}>
      {stateLabel}
      <VerificationLabel verification={verification} />
    </LabelGroup>
  );
};
