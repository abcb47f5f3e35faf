import type { ReactElement } from 'react';
import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  Flex,
  FlexItem,
  Skeleton,
  Title,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { prefetchAttachForm } from '../../features/attach/useAttachSidecar';
import { prefetchTrialStart, useTrialStart } from '../../features/trialStart/useTrialStart';
import { GuardedButton } from '../../components/GuardedButton';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { StateExplanation } from '../../features/sidecarState/StateExplanation';
import { VALIDATION_TAB, vmTabPath } from '../../features/vmTab/vmTabPath';
import { holderKind } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';
import { sidecarsOfVm, templateAnnotation } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import { RestartButton } from './RestartButton';

interface VmSidecarsHeadProps {
  vm: VirtualMachine;
  /** Undefined while its data is loading. */
  state: SidecarState | undefined;
  /** Why the user may not change the VM's sidecars now. */
  blocked: string | undefined;
  onAttach: () => void;
}

/** States that the banner or the editor below explains better. */
const EXPLAINED_BELOW: readonly SidecarState['kind'][] = ['notAttached', 'blocked', 'unreadable'];

/** States for which the diagnosis below says what to do. */
const CURED_BELOW: readonly SidecarState['kind'][] = ['failing', 'failsAtNextStart'];

/** Only a VM can be restarted. */
const CURED_ELSEWHERE: readonly SidecarState['kind'][] = [...CURED_BELOW, 'restartNeeded', 'scriptChanged'];

/** The state of a VM's sidecars with its reasons, and the actions on the whole VM. */
export const VmSidecarsHead = ({ vm, state, blocked, onAttach }: VmSidecarsHeadProps): ReactElement => {
  const { t } = useSidecarTranslation();
  // The empty state below says and offers the same.
  const isEmpty = state?.kind === 'notAttached';
  // Then there is no annotation here to repair.
  const isInheritedUnreadable = state?.kind === 'unreadable' && state.origins !== undefined;
  const kind = holderKind(vm);
  const tryOnCopy = useTrialStart();
  return (
    <>
      <Flex
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
        alignItems={{ default: 'alignItemsCenter' }}
      >
        <FlexItem>
          <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
            <FlexItem>
              <Title headingLevel="h2">{t('Hook sidecars')}</Title>
            </FlexItem>
            <FlexItem>
              {state === undefined ? (
                <Skeleton width="8rem" screenreaderText={t('Loading the state')} />
              ) : (
                <SidecarStateLabel state={state} />
              )}
            </FlexItem>
          </Flex>
        </FlexItem>
        {isEmpty ? null : (
          <FlexItem>
            <ActionList>
              <ActionListGroup>
                {state?.needsRestart === true && kind === 'VirtualMachine' ? (
                  <ActionListItem>
                    <RestartButton vm={vm} />
                  </ActionListItem>
                ) : null}
                {kind !== 'VirtualMachine' || sidecarsOfVm(vm).length === 0 ? null : (
                  <ActionListItem>
                    <Button
                      variant="secondary"
                      onMouseEnter={prefetchTrialStart}
                      onFocus={prefetchTrialStart}
                      onClick={() => {
                        tryOnCopy({ vm });
                      }}
                    >
                      {t('Try on a copy')}
                    </Button>
                  </ActionListItem>
                )}
                <ActionListItem>
                  <GuardedButton reason={blocked} onIntent={prefetchAttachForm} onClick={onAttach}>
                    {t('Attach hook script')}
                  </GuardedButton>
                </ActionListItem>
              </ActionListGroup>
            </ActionList>
          </FlexItem>
        )}
      </Flex>
      {state === undefined ? (
        templateAnnotation(vm) === undefined ? null : (
          <Skeleton width="60%" className="pf-v6-u-mt-md" />
        )
      ) : EXPLAINED_BELOW.includes(state.kind) && !isInheritedUnreadable ? null : (
        <div className="pf-v6-u-mt-md">
          <StateExplanation
            kind={state.kind}
            reasons={state.reasons}
            verification={state.verification}
            hasCure={
              !isInheritedUnreadable &&
              !(kind === 'VirtualMachine' ? CURED_BELOW : CURED_ELSEWHERE).includes(state.kind)
            }
          />
          {kind === 'VirtualMachineInstanceReplicaSet' ? null : (
            <Link to={vmTabPath(vm, VALIDATION_TAB)}>{t('Check the result and read the hook output')}</Link>
          )}
        </div>
      )}
    </>
  );
};
