import type { ReactElement } from 'react';
import { Flex, FlexItem, Label } from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { HookOrigin } from '../../sidecars/state/inherited';
import { useSidecarTranslation } from '../../i18n';

interface InheritedNoteProps {
  origins: readonly HookOrigin[];
  namespace: string;
}

const INSTANCETYPE_API = { group: 'instancetype.kubevirt.io', version: 'v1beta1' };

/** Says that the hooks are not in the VM's template, and where they come from, as far as known. */
export const InheritedNote = ({ origins, namespace }: InheritedNoteProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const textOf = (origin: HookOrigin): ReactElement | string => {
    if (origin.kind === 'rawIo') {
      return t('the raw I/O add-on (annotation kubevirt.io/rawioSupport)');
    }
    const { resource: kind, name } = origin;
    return (
      <ResourceLink
        inline
        groupVersionKind={{ ...INSTANCETYPE_API, kind }}
        name={name}
        namespace={kind.startsWith('VirtualMachineCluster') ? undefined : namespace}
      />
    );
  };
  const has = (kind: HookOrigin['kind']): boolean => origins.some((origin) => origin.kind === kind);
  return (
    <>
      <p>
        <Label isCompact variant="outline">
          {t('Inherited')}
        </Label>{' '}
        {origins.length === 1
          ? t('These hook scripts are not in the template of the VM. It gets them at each start from:')
          : t(
              'These hook scripts are not in the template of the VM. It gets them at each start from one of:',
            )}
      </p>
      <Flex>
        {origins.map((origin) => (
          <FlexItem key={origin.kind}>{textOf(origin)}</FlexItem>
        ))}
      </Flex>
      {has('preference') || has('instancetype') ? (
        <p>
          {t('The VM keeps the version that it got at first: later changes of that object do not reach it.')}
        </p>
      ) : null}
      {has('preference') ? (
        <p>{t('Hook scripts that you attach to the VM replace all hook scripts of a preference.')}</p>
      ) : null}
      {has('instancetype') ? (
        <p>
          {t('Beside hook scripts of an instance type, KubeVirt refuses others in the template of the VM.')}
        </p>
      ) : null}
    </>
  );
};
