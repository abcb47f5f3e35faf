import type { ReactElement } from 'react';
import { Fragment, memo } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Content,
  Divider,
  HelperText,
  HelperTextItem,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { accessReason } from '../../../features/access/accessReason';
import { VerificationLabel } from '../../../features/sidecarState/VerificationLabel';
import { useSidecarTranslation } from '../../../i18n';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { SingleSidecarState, Verification } from '../../../sidecars/state/state';
import { useLiveValue } from '../../../features/expectations/liveValue';
import { ScriptExpectations } from './ScriptExpectations';
import { useEditExpectations } from '../../../features/expectations/useEditExpectations';
import type { ScriptVerification } from '../../../sidecars/domainXml/verification';

interface ExpectedResultsCardProps {
  namespace: string;
  scripts: readonly ScriptVerification[];
  states: readonly SingleSidecarState[];
  verification: Verification;
  /** The XML that the results were compared with. */
  domain: ParsedDomain | undefined;
  /** Whether the first XML is being read or parsed. */
  isChecking: boolean;
  /** Whether the XML is that of the running domain. Any other XML is only a hint, and the card says so. */
  isProof: boolean;
  onShowLines: ((lines: readonly number[]) => void) | undefined;
}

const worstOf = (
  states: readonly SingleSidecarState[],
  configMap: string,
): SingleSidecarState | undefined => {
  const own = states.filter(({ sidecar }) => sidecar.configMap?.name === configMap);
  return own.find(({ kind }) => kind !== 'appliesAtNextStart') ?? own[0];
};

/** The expected results of each script, and whether they hold. */
export const ExpectedResultsCard = memo(
  ({
    namespace,
    scripts,
    states,
    verification,
    domain,
    isChecking,
    isProof,
    onShowLines,
  }: ExpectedResultsCardProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const edit = useEditExpectations();
    const liveDomain = useLiveValue(domain);
    const mayPatch = useAccess({ verb: 'patch', model: ConfigMapModel, namespace });
    const reason = accessReason(t, mayPatch, t('You may not change ConfigMaps in this namespace.'));

    return (
      <Card aria-label={t('Expected results')} component="section" data-test="expected-results">
        <CardHeader
          actions={{
            actions:
              !isChecking && (isProof || domain === undefined) ? (
                <VerificationLabel verification={verification} />
              ) : null,
            hasNoOffset: true,
          }}
        >
          <CardTitle component="h3">{t('Expected results')}</CardTitle>
        </CardHeader>
        <CardBody>
          <Stack hasGutter>
            {isProof || domain === undefined || scripts.length === 0 ? null : (
              <StackItem>
                <HelperText isLiveRegion>
                  <HelperTextItem variant="indeterminate">
                    {t(
                      'Compared with XML that is not that of the running domain. This shows what to expect, but it does not verify that the scripts worked.',
                    )}
                  </HelperTextItem>
                </HelperText>
              </StackItem>
            )}
            {scripts.length === 0 ? (
              <StackItem>
                <Content component="p">
                  {t(
                    'No hook script from a ConfigMap is attached to this VM. Attach one on the Hook sidecars tab.',
                  )}
                </Content>
              </StackItem>
            ) : null}
            {scripts.map((item, index) => (
              <Fragment key={item.script.configMap}>
                {index === 0 ? null : <Divider />}
                <StackItem>
                  <ScriptExpectations
                    verification={item}
                    state={worstOf(states, item.script.configMap)}
                    namespace={namespace}
                    reason={reason}
                    isChecking={isChecking}
                    onEdit={(configMap, fromExample) => {
                      edit({ configMap, domain: liveDomain, fromExample });
                    }}
                    onShowLines={onShowLines}
                  />
                </StackItem>
              </Fragment>
            ))}
          </Stack>
        </CardBody>
      </Card>
    );
  },
);
