import { useState, type ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { FormModal } from '../../components/FormModal';
import { InlineAlert } from '../../components/InlineAlert';
import { patchVm, readAgain } from '../../data/holders';
import { useReread } from '../../data/useReread';
import { useSidecarTranslation } from '../../i18n';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { bringScript, namingParameter, parametersInScript } from '../../sidecars/templates/bringScript';
import { parametersOf } from '../../sidecars/templates/parameters';
import { holderNoun } from '../holders/holderText';
import { usePoolConsent } from '../pools/usePoolConsent';
import { EditPreview } from '../vmEdit/EditPreview';

interface BringScriptModalProps {
  vm: VirtualMachine;
  configMap: ConfigMap;
  closeOverlay: () => void;
}

/** Adds a script to the objects of a template, so that each VM that is made gets a ConfigMap of its own. */
export const BringScriptModal = ({
  vm: opened,
  configMap,
  closeOverlay,
}: BringScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const reread = useReread(readAgain, opened);
  const first = namingParameter(opened) ?? '';
  const [parameter, setParameter] = useState(first);
  const plan = bringScript(configMap, parameter)(reread.object);
  const consent = usePoolConsent(reread.object, plan?.operations ?? []);
  const replaced = parametersInScript(reread.object, configMap);
  return (
    <FormModal
      title={t('Bring the script with the template')}
      description={t(
        'A copy of ConfigMap {{name}} becomes an object of the template, and is created with each VM. Later changes of the ConfigMap do not reach the template.',
        { name: configMap.metadata.name },
      )}
      submitLabel={t('Save')}
      variant="large"
      isBlocked={plan === undefined}
      hasInput={parameter !== first}
      onSubmit={async () => {
        if (plan !== undefined) {
          await patchVm(reread.object, plan.operations);
        }
      }}
      onChangedMeanwhile={reread.reread}
      onClose={closeOverlay}
    >
      <Stack hasGutter>
        <StackItem>
          <ChoiceField
            label={t('Parameter in its name')}
            hint={t('Its value must be different for each VM of a namespace.')}
            value={parameter}
            options={parametersOf(sourceOf(reread.object).object).map(({ name }) => ({
              value: name,
              label: name,
            }))}
            onChange={setParameter}
          />
        </StackItem>
        {replaced.length === 0 ? null : (
          <StackItem>
            <InlineAlert
              variant="warning"
              title={t('The script names parameters of the template: {{names}}', {
                names: replaced.join(', '),
              })}
            >
              {t('In the template they are replaced by their values.')}
            </InlineAlert>
          </StackItem>
        )}
        <StackItem>
          <EditPreview
            consent={consent}
            reread={reread}
            plan={plan}
            nothingToDo={t('There is nothing left to do: the {{kind}} already has this change.', {
              kind: holderNoun(t, opened),
            })}
          />
        </StackItem>
      </Stack>
    </FormModal>
  );
};
