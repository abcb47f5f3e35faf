import { useMemo, type ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { TemplateFacts } from '../../data/useTemplateFacts';
import { useAttachSidecar } from '../../features/attach/useAttachSidecar';
import { NoSidecars } from '../../features/attachedSidecars/NoSidecars';
import { useRepairDraft } from '../../features/attachedSidecars/repair/useRepairDraft';
import { SidecarCards } from '../../features/attachedSidecars/SidecarCards';
import { useBringScript } from '../../features/templates/useBringScript';
import { useSidecarTranslation } from '../../i18n';
import { loadedData } from '../../loadable';
import { parseSidecars, sidecarsIn } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { shownDraft } from '../../sidecars/plans/repairDraft';
import { canBring } from '../../sidecars/templates/bringScript';
import { isReadableLater } from '../../sidecars/templates/templateContext';
import { findingsOfTemplate } from '../../sidecars/templates/templateFindings';
import { VmHeading } from './VmHeading';

// Loaded separately: they have the texts of all findings, and an editor.
const { Part: TemplateFindings } = lazyPart(
  'inline',
  async () => (await import('./TemplateFindings')).TemplateFindings,
);
const { Part: RepairSection } = lazyPart(
  'inline',
  async () => (await import('../../features/attachedSidecars/RepairSection')).RepairSection,
);

interface TemplateVmSectionProps extends Pick<TemplateFacts, 'configMaps' | 'context'> {
  vm: VirtualMachine;
  /** Whether the template has no other VM. */
  isOnly: boolean;
  isGateOff: boolean;
  blocked: string | undefined;
}

/** One VM of a template or pool: what is wrong with its sidecars, and the sidecars. */
export const TemplateVmSection = ({
  vm,
  isOnly,
  configMaps,
  context,
  isGateOff,
  blocked,
}: TemplateVmSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const bring = useBringScript();
  const [ownDraft, setDraft] = useRepairDraft(vm);
  const parsed = parseSidecars(templateAnnotation(vm));
  const isLater = isReadableLater({ vm, parsed });
  const draft = isLater ? undefined : shownDraft(ownDraft, parsed);
  const attached = sidecarsIn(parsed);
  // The banner above says it of all.
  const findings = useMemo(
    () => findingsOfTemplate(vm, context).filter(({ id }) => id !== 'gateOff'),
    [vm, context],
  );
  const add = (): void => {
    attach(vm);
  };
  const bringerOf = (index: number): (() => void) | undefined => {
    const configMap = loadedData(configMaps)?.get(attached[index]?.configMap?.name ?? '');
    return configMap !== undefined && canBring(vm, index, loadedData(configMaps))
      ? () => {
          bring(vm, configMap);
        }
      : undefined;
  };
  return (
    <Stack hasGutter>
      {isOnly ? null : (
        <StackItem>
          <VmHeading
            vm={vm}
            blocked={blocked}
            onAttach={attached.length === 0 && parsed.kind !== 'malformed' ? undefined : add}
          />
        </StackItem>
      )}
      {findings.length === 0 ? null : (
        <StackItem>
          <TemplateFindings
            vm={vm}
            findings={findings}
            context={context}
            isReadOnly={blocked !== undefined}
          />
        </StackItem>
      )}
      {isLater ? (
        <StackItem>
          <InlineAlert
            isPlain
            variant="info"
            title={t('The annotation is readable only once its parameters have values.')}
          />
        </StackItem>
      ) : null}
      {draft === undefined ? null : (
        <StackItem>
          <RepairSection
            vm={vm}
            draft={draft}
            context={{ ...context, vm }}
            blocked={blocked}
            onDraft={setDraft}
          />
        </StackItem>
      )}
      {attached.length === 0 ? (
        parsed.kind === 'malformed' || draft !== undefined ? null : (
          <StackItem>
            <NoSidecars
              namespace={vm.metadata.namespace ?? ''}
              isGateOff={isGateOff}
              blocked={blocked}
              onAttach={add}
            />
          </StackItem>
        )
      ) : (
        <StackItem>
          <SidecarCards
            vm={vm}
            attached={attached}
            configMaps={configMaps}
            blocked={blocked}
            bringerOf={bringerOf}
          />
        </StackItem>
      )}
    </Stack>
  );
};
