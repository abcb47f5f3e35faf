import type { ReactElement } from 'react';
import { Flex } from '@patternfly/react-core';
import type { SidecarState, SingleSidecarState } from '../../sidecars/state/state';
import { useSidecarTranslation } from '../../i18n';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { PressableLabel } from '../../components/PressableLabel';
import { STATE_STYLES } from './stateStyle';
import { stateText } from './stateText';
import { VerificationLabel } from './VerificationLabel';

// Loaded separately: lists have many labels, of which few are pressed.
const { Part: StateExplanation } = lazyPart(
  'inline',
  async () => (await import('./StateExplanation')).StateExplanation,
);

interface SidecarStateLabelProps {
  state: SidecarState | SingleSidecarState;
}

const verificationOf = (state: SidecarState | SingleSidecarState): SidecarState['verification'] =>
  'sidecars' in state ? state.verification : undefined;

/** The state of a VM's sidecars, or of one sidecar. Pressing it shows the reasons. */
export const SidecarStateLabel = ({ state }: SidecarStateLabelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { color, icon: Icon, variant = 'filled' } = STATE_STYLES[state.kind];
  const { label } = stateText(t, state.kind);
  const verification = verificationOf(state);
  const stateLabel = (
    <PressableLabel
      color={color}
      variant={variant}
      icon={<Icon />}
      data-test="sidecar-state"
      data-state={state.kind}
      popover={{
        'aria-label': t('About the state {{state}}', { state: label }),
        headerContent: label,
        bodyContent: (
          <StateExplanation kind={state.kind} reasons={state.reasons} verification={verification} />
        ),
      }}
    >
      {label}
    </PressableLabel>
  );
  return verification === undefined ? (
    stateLabel
  ) : (
    <Flex gap={{ default: 'gapXs' }}>
      {stateLabel}
      <VerificationLabel verification={verification} />
    </Flex>
  );
};
