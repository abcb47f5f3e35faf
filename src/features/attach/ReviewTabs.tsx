import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { Stack, StackItem, Tab, TabContentBody, Tabs, TabTitleText } from '@patternfly/react-core';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { yamlForSidecars } from '../../sidecars/json/yaml';
import { useSidecarTranslation } from '../../i18n';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { CopyBlock } from '../../components/CopyBlock';
import { TextDiff } from '../../components/textDiff/TextDiff';
import type { AttachPlan } from '../../sidecars/plans/attach/attachPlan';
import { kustomizationOf, manifestsOf } from '../../sidecars/plans/committable';
import { holderNoun } from '../holders/holderText';
import { CommandsTab } from './CommandsTab';
import { prettyAnnotation } from '../../sidecars/plans/attach/rebase';

interface ReviewTabsProps {
  plan: AttachPlan;
  operations: readonly JsonPatchOperation[];
  vm: VirtualMachine;
}

/**
 * The annotation, the patch, the YAML and the equivalent commands. Incomplete input cannot be copied, because KubeVirt would
 * accept, for example, a sidecar without a script's name, which then fails at the next start. The form says above its buttons
 * what is missing.
 */
export const ReviewTabs = ({ plan, operations, vm }: ReviewTabsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [active, setActive] = useState<string | number>('annotation');
  const { annotation, next } = plan;
  const { object, path } = sourceOf(vm);
  // An OpenShift template has its VMs in a list, of which there is no part to show.
  const hasYaml = !path.some((key) => typeof key === 'number');
  const yaml = path.length === 0 ? yamlForSidecars(next) : manifestsOf([{ object, path, operations }]);
  const pretty = prettyAnnotation(annotation);
  const whenFit = (content: ReactNode): ReactNode =>
    plan.blocker === undefined ? content : <p>{t('It is shown as soon as it can be saved.')}</p>;
  return (
    <Tabs
      isSubtab
      activeKey={active}
      aria-label={t('What is written')}
      onSelect={(_event, key) => {
        setActive(key);
      }}
    >
      <Tab eventKey="annotation" title={<TabTitleText>{t('Annotation')}</TabTitleText>}>
        <TabContentBody className="pf-v6-u-pt-md">
          <Stack hasGutter>
            <StackItem>
              <TextDiff
                before={prettyAnnotation(templateAnnotation(vm))}
                after={pretty}
                label={t('Change of the annotation')}
              />
            </StackItem>
            <StackItem>
              {plan.blocker === undefined ? <CopyBlock text={pretty} label={t('Annotation')} /> : null}
            </StackItem>
          </Stack>
        </TabContentBody>
      </Tab>
      <Tab eventKey="patch" title={<TabTitleText>{t('JSON patch')}</TabTitleText>}>
        <TabContentBody className="pf-v6-u-pt-md">
          {whenFit(
            <CopyBlock hasTitle={false} text={JSON.stringify(operations, null, 2)} label={t('JSON patch')} />,
          )}
        </TabContentBody>
      </Tab>
      {hasYaml ? (
        <Tab eventKey="yaml" title={<TabTitleText>{t('YAML')}</TabTitleText>}>
          <TabContentBody className="pf-v6-u-pt-md">
            {whenFit(
              <CopyBlock
                hasTitle={false}
                text={yaml}
                label={t('YAML of the {{kind}}', { kind: holderNoun(t, vm) })}
              />,
            )}
          </TabContentBody>
        </Tab>
      ) : null}
      <Tab eventKey="kustomize" title={<TabTitleText>{t('Kustomize patch')}</TabTitleText>}>
        <TabContentBody className="pf-v6-u-pt-md">
          {whenFit(
            <CopyBlock
              hasTitle={false}
              text={kustomizationOf([{ object, path, operations }])}
              label={t('Kustomize patch')}
            />,
          )}
        </TabContentBody>
      </Tab>
      <Tab eventKey="commands" title={<TabTitleText>{t('Commands')}</TabTitleText>}>
        <TabContentBody className="pf-v6-u-pt-md">
          {whenFit(<CommandsTab operations={operations} vm={vm} />)}
        </TabContentBody>
      </Tab>
    </Tabs>
  );
};
