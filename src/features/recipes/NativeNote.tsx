import type { ReactElement, ReactNode } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import { InlineAlert } from '../../components/InlineAlert';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import type { NativeAlternative } from '../../sidecars/recipes/recipe';

interface NativeNoteProps {
  native: NativeAlternative;
  children: ReactNode;
}

/** What KubeVirt does without a script. */
export const NativeNote = ({ native, children }: NativeNoteProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="info"
      title={
        native.since === undefined
          ? t('You may not need a script')
          : t('From KubeVirt {{version}} on you may not need a script', { version: native.since })
      }
    >
      <p className="pf-v6-u-mb-sm">{translateMarked(t, native.when)}</p>
      <ExpandableSection toggleText={t('YAML without a script')}>
        <CopyBlock text={native.yaml} label={t('YAML without a script')} hasTitle={false} />
      </ExpandableSection>
      {children}
    </InlineAlert>
  );
};
