import type { ReactElement } from 'react';
import { useState } from 'react';
import { holderModel } from '../../k8s/models';
import { useMayPatchVm } from '../../k8s/useAccess';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { holderKind } from '../../sidecars/objects/holder';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import { effectText, holderNoun } from '../holders/holderText';
import { ManagerNotice } from '../managers/ManagerNotice';
import { usePoolConsent } from '../pools/usePoolConsent';
import { FindingsList } from '../findings/FindingsList';
import { FormModal } from '../../components/FormModal';
import { isSameInput } from '../../sidecars/text/isSameInput';
import { AdvancedFields } from './AdvancedFields';
import { AttachError } from './AttachError';
import { AttachNotices } from './AttachNotices';
import {
  newAttachValues,
  valuesOfSidecar,
  type AttachValues,
} from '../../sidecars/plans/attach/attachValues';
import { blockerText } from './blockerText';
import { planFindings } from '../../sidecars/plans/attach/fieldFindings';
import { ReviewSection } from './ReviewSection';
import { AttachConflict } from './saveAttach';
import { TryFirst } from '../trialStart/TryFirst';
import { SourceFields } from './SourceFields';
import { useAttachData } from './useAttachData';
import { useAttachEdit } from './useAttachEdit';
import { useInitialValues } from './useInitialValues';
import type { ChosenScript } from './useAttachSidecar';

interface AttachFormProps {
  vm: VirtualMachine;
  index: number | undefined;
  /** The script that is chosen at first. */
  script?: ChosenScript | undefined;
  closeOverlay: () => void;
}

const editedValues = (vm: VirtualMachine, index: number | undefined): AttachValues | undefined => {
  const sidecar = index === undefined ? undefined : sidecarsOfVm(vm)[index];
  return sidecar && valuesOfSidecar(sidecar);
};

/** Attaches a hook script to a VM, or edits an attached one. Shows every write before it is made. */
export const AttachForm = ({ vm, index, script, closeOverlay }: AttachFormProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { namespace, name } = vm.metadata;
  const data = useAttachData(namespace, sourceOf(vm).object);
  const [edited] = useState(() => editedValues(vm, index));
  const [values, setValues] = useState(() => edited ?? { ...newAttachValues(), ...script });
  const change = (changed: Partial<AttachValues>): void => {
    setValues((current) => ({ ...current, ...changed }));
  };
  const kubevirtVersion = data.gate.status?.version;
  const initial = useInitialValues(setValues, { edited, script, kubevirtVersion });
  const edit = useAttachEdit({ vm, index, values, setValues, data });
  const mayPatch = useMayPatchVm(namespace, holderModel(vm)) !== 'denied';
  const { plan } = edit;
  const findings = planFindings(plan);
  const consent = usePoolConsent(edit.vm, plan.blocker === undefined ? plan.operations : []);

  return (
    <FormModal
      title={
        index === undefined
          ? t('Attach hook script to {{name}}', { name })
          : t('Edit hook sidecar of {{name}}', { name })
      }
      description={effectText(t, vm)}
      submitLabel={
        edit.conflict !== undefined
          ? t('Save my edit as well')
          : index === undefined
            ? t('Attach')
            : t('Save')
      }
      variant="large"
      isBlocked={edit.conflict?.kind === 'malformed'}
      blocker={
        !mayPatch
          ? t('You may not change this {{kind}}.', { kind: holderNoun(t, vm) })
          : plan.blocker === undefined
            ? consent.blocker
            : blockerText(t, plan.blocker)
      }
      onSubmit={async () => edit.save(consent.operations)}
      onClose={closeOverlay}
      hasInput={!isSameInput(values, initial)}
      explainError={(error) =>
        error instanceof AttachConflict && error.rebased.kind !== 'sameSidecars' ? null : (
          <AttachError error={error} object={edit.vm} />
        )
      }
    >
      <AttachNotices vm={edit.vm} conflict={edit.conflict} />
      <ManagerNotice vm={edit.vm} operations={consent.operations} />
      <SourceFields
        vm={edit.vm}
        values={values}
        onChange={change}
        data={data}
        newScriptFor={index === undefined ? vm : undefined}
        isHookPointChosen={script !== undefined}
        runsIn={edit.runsIn}
        findingsAt={findings.at}
      />
      <AdvancedFields
        values={values}
        onChange={change}
        pvcs={data.pvcs}
        kubevirtVersion={kubevirtVersion}
        findingsAt={findings.at}
        extraVolumeProblem={plan.extraVolumeProblem}
      />
      <FindingsList findings={findings.others} />
      {plan.blocker === undefined && holderKind(vm) === 'VirtualMachine' ? (
        <TryFirst request={{ vm: edit.vm, sidecars: plan.next }} />
      ) : null}
      {consent.notice}
      {edit.conflict?.kind === 'malformed' ? null : (
        <ReviewSection
          key={edit.conflict?.kind}
          plan={plan}
          operations={consent.operations}
          vm={edit.vm}
          isOpen={edit.conflict !== undefined}
        />
      )}
    </FormModal>
  );
};
