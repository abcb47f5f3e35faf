import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import {
  Breadcrumb,
  BreadcrumbItem,
  Flex,
  FlexItem,
  Label,
  PageBreadcrumb,
  PageSection,
  Title,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { memo } from 'react';
import { Link } from 'react-router';
import { ResourceActions } from '../actions/ResourceActions';
import { useHasOwnMenu } from '../actions/useHasOwnMenu';
import { ResourceIcon } from '../resource/ResourceIcon';
import { listPath } from '../resource/resourcePath';
import { StatusLabel } from '../resource/StatusLabel';
import { statusOf } from '../resource/statusOf';

interface DetailsHeaderProps {
  model: K8sModel;
  object: K8sResourceCommon;
}

/** Breadcrumb, name, state and actions of an object. Memoized, because changing the tab does not change them. */
export const DetailsHeader = memo(({ model, object }: DetailsHeaderProps): ReactElement => {
  const { name = '', namespace, deletionTimestamp } = object.metadata ?? {};
  const status = statusOf(object);
  const hasOwnMenu = useHasOwnMenu(getGroupVersionKindForModel(model));
  return (
    <>
      <PageBreadcrumb hasBodyWrapper={false}>
        <Breadcrumb>
          <BreadcrumbItem
            render={({ className }) => (
              <Link className={className} to={listPath(model, namespace)}>
                {model.labelPlural}
              </Link>
            )}
          />
          <BreadcrumbItem isActive>{model.label} details</BreadcrumbItem>
        </Breadcrumb>
      </PageBreadcrumb>
      <PageSection hasBodyWrapper={false} className="ech-page-heading">
        <Flex
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsCenter' }}
          flexWrap={{ default: 'nowrap' }}
        >
          <Flex alignItems={{ default: 'alignItemsCenter' }} gap={{ default: 'gapSm' }}>
            <ResourceIcon groupVersionKind={getGroupVersionKindForModel(model)} />
            <Title headingLevel="h1" className="ech-object-name" data-test="resource-title">
              {name}
            </Title>
            {status === undefined ? null : (
              <Label variant="outline">
                <StatusLabel status={status} />
              </Label>
            )}
            {deletionTimestamp === undefined ? null : <Label status="warning">Being deleted</Label>}
          </Flex>
          <FlexItem>
            <ResourceActions object={object} hasOwnMenu={hasOwnMenu} variant="menu" />
          </FlexItem>
        </Flex>
      </PageSection>
    </>
  );
});
