import type { ReactElement } from 'react';
import { HelperText, HelperTextItem, PageSection, Stack, StackItem } from '@patternfly/react-core';
import { focusNameFilter } from '../../../components/filterFocus';
import { KeepFocus } from '../../../components/KeepFocus';
import { LoadableBody } from '../../../components/LoadableBody';
import { useFilteredListQuery } from '../../../components/useFilteredListQuery';
import { useTemplateRows } from '../../../data/useTemplateRows';
import { MissingNotice } from '../../../features/lists/MissingNotice';
import { TEMPLATE_KINDS } from '../../../sidecars/objects/holder';
import { templateListQuery } from '../../../sidecars/rows/templateListQuery';
import { useSidecarTranslation } from '../../../i18n';
import { missingText } from './missingText';
import { NoTemplates } from './NoTemplates';
import { TemplateList } from './TemplateList';

interface TemplatesTabProps {
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
}

/** All that VMs are made from: OpenShift templates with VMs, VirtualMachineTemplates and VirtualMachinePools. */
const TemplatesTab = ({ namespace }: TemplatesTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const control = useFilteredListQuery(templateListQuery);
  const { withBase } = control.query;
  const templates = useTemplateRows(namespace, withBase || namespace !== undefined);
  const { rows, missing, absent, areVmsLoading } = templates;
  const isIncomplete = rows.status === 'loaded' && rows.remaining !== undefined;
  // One namespace has few of them; all are there anyway if it is theirs.
  const baseOffered = namespace === undefined && !absent.includes('Template');
  return (
    <PageSection>
      <Stack hasGutter>
        {missing.length === 0 || rows.status === 'failed' ? null : (
          <StackItem>
            <MissingNotice
              title={t('Not everything is known')}
              missing={missing.map((one) => ({ ...one, consequence: missingText(t, one.list) }))}
            />
          </StackItem>
        )}
        <StackItem isFilled>
          {/* Showing the base templates removes the button that has the focus. */}
          <KeepFocus focusElsewhere={focusNameFilter}>
            <LoadableBody
              value={rows}
              what={t('templates and pools')}
              isAcrossNamespaces={namespace === undefined}
              empty={(all) =>
                all.length > 0 || isIncomplete || withBase ? null : (
                  <NoTemplates
                    namespace={namespace}
                    absent={absent}
                    isAnyUnread={missing.some(({ list }) => TEMPLATE_KINDS.some((kind) => kind === list))}
                    onShowBase={
                      baseOffered
                        ? () => {
                            control.change({ withBase: true });
                          }
                        : undefined
                    }
                  />
                )
              }
            >
              {(all) => (
                <TemplateList
                  rows={all}
                  control={control}
                  namespace={namespace}
                  absent={absent}
                  isBaseOffered={baseOffered}
                  areVmsLoading={areVmsLoading}
                />
              )}
            </LoadableBody>
          </KeepFocus>
        </StackItem>
        {isIncomplete ? (
          <StackItem>
            <HelperText isLiveRegion>
              <HelperTextItem>{t('Loading more templates and pools')}</HelperTextItem>
            </HelperText>
          </StackItem>
        ) : null}
      </Stack>
    </PageSection>
  );
};

export default TemplatesTab;
