import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { DEFAULT_VERSION } from '../../sidecars/annotation/constants';
import type { ExtraVolumeProblem } from '../../sidecars/plans/extraVolume';
import { useSidecarTranslation } from '../../i18n';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { ContainerFields } from './ContainerFields';
import { ExtraVolumeFields } from './ExtraVolumeFields';
import { ADVANCED_FIELDS, type PlanFindings } from '../../sidecars/plans/attach/fieldFindings';
import { PvcFields } from './PvcFields';

interface AdvancedFieldsProps {
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  pvcs: ReadonlySet<string> | undefined;
  /** Undefined if it is not known (yet). */
  kubevirtVersion: string | undefined;
  findingsAt: PlanFindings['at'];
  extraVolumeProblem: ExtraVolumeProblem | undefined;
}

const isUsed = ({ version, image, imagePullPolicy, command, args, pvcName, source }: AttachValues): boolean =>
  version !== DEFAULT_VERSION ||
  source === 'none' ||
  image + imagePullPolicy + pvcName !== '' ||
  command.length + args.length > 0;

/** Rarely needed fields. Expanded at first if one of them is set or wrong. */
export const AdvancedFields = ({
  values,
  onChange,
  pvcs,
  kubevirtVersion,
  findingsAt,
  extraVolumeProblem,
}: AdvancedFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [expanded, setExpanded] = useState<boolean>();
  const isExpanded =
    expanded ?? (isUsed(values) || ADVANCED_FIELDS.some((field) => findingsAt(field).length > 0));
  return (
    <ExpandableSection
      toggleText={t('Advanced')}
      isExpanded={isExpanded}
      isIndented
      onToggle={(_event, next) => {
        setExpanded(next);
      }}
    >
      {isExpanded ? (
        // Gives the groups of this section the same spacing as in the form.
        <div className="pf-v6-l-grid pf-m-gutter">
          <ContainerFields
            values={values}
            onChange={onChange}
            kubevirtVersion={kubevirtVersion}
            findingsAt={findingsAt}
          />
          <PvcFields values={values} onChange={onChange} pvcs={pvcs} findings={findingsAt('pvc.name')} />
          {values.source === 'none' ? null : (
            <ExtraVolumeFields values={values} onChange={onChange} problem={extraVolumeProblem} />
          )}
        </div>
      ) : null}
    </ExpandableSection>
  );
};
