import type { ReactElement, ReactNode } from 'react';
import { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
import {
  ActionList,
  ActionListGroup,
  Breadcrumb,
  BreadcrumbItem,
  Content,
  Flex,
  FlexItem,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import { holderNoun } from '../../features/holders/holderText';
import { useSidecarTranslation } from '../../i18n';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';

interface WorkbenchHeadProps {
  namespace: string;
  /** The name of the script; undefined for a new one. */
  name: string | undefined;
  /** The key of the script in its ConfigMap. */
  scriptKey?: string;
  attachTo?: AttachTarget | undefined;
  /** Items of an action list. */
  actions?: ReactNode;
}

const linkTo =
  (to: string, text: string) =>
  ({ className }: { className?: string }): ReactElement => (
    <Link to={to} className={className}>
      {text}
    </Link>
  );

/** The path to the script, its name and the actions. */
export const WorkbenchHead = ({
  namespace,
  name,
  scriptKey,
  attachTo,
  actions,
}: WorkbenchHeadProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const list = `/k8s/ns/${encodeURIComponent(namespace)}/sidecar-hooks`;
  const title = name === undefined ? t('Create hook script') : t('Hook script {{name}}', { name });
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <PageSection type="breadcrumb" hasBodyWrapper={false}>
        <Breadcrumb>
          <BreadcrumbItem render={linkTo(list, t('Hook sidecars'))} />
          <BreadcrumbItem render={linkTo(`${list}?tab=hook-scripts`, t('Hook scripts'))} />
          <BreadcrumbItem isActive>{name ?? t('New')}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      <PageSection hasBodyWrapper={false}>
        <Flex
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsFlexStart' }}
        >
          <FlexItem>
            <Title headingLevel="h1" className="pf-v6-u-text-break-word">
              {title}
            </Title>
            <Content component="small">
              {scriptKey === undefined
                ? t('It is kept in a ConfigMap of namespace {{namespace}}.', { namespace })
                : t('Key {{entry}} of the ConfigMap, in namespace {{namespace}}', {
                    entry: scriptKey,
                    namespace,
                  })}
            </Content>
            {attachTo === undefined ? null : (
              <Content component="small">
                {t('For the {{kind}}', { kind: holderNoun(t, attachTo.object) })}{' '}
                <Link to={vmTabPath(attachTo.object, 'sidecar-hooks')}>{attachTo.object.metadata.name}</Link>
              </Content>
            )}
          </FlexItem>
          <FlexItem>
            <ActionList>
              <ActionListGroup>{actions}</ActionListGroup>
            </ActionList>
          </FlexItem>
        </Flex>
      </PageSection>
    </>
  );
};
