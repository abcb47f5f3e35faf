import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Grid,
  GridItem,
  PageSection,
  Title,
} from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { ResourceLink } from '../resource/ResourceLink';
import { Timestamp } from '../resource/Timestamp';
import { useModel } from '../resource/useModel';
import type { Condition } from '../../../../src/sidecars/objects/resources';
import { AnnotationList } from './AnnotationList';
import { ConditionTable } from './ConditionTable';
import { KindDetails } from './KindDetails';
import { LabelList } from './LabelList';
import { OwnerList } from './OwnerList';

const Field = ({ term, children }: { term: string; children: ReactNode }): ReactElement => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

const conditionsOf = (object: K8sResourceCommon): Condition[] =>
  (object as { status?: { conditions?: Condition[] } }).status?.conditions ?? [];

export const DetailsTab = ({ obj }: { obj?: K8sResourceCommon }): ReactElement | null => {
  const model = useModel(obj === undefined ? undefined : getGroupVersionKindForResource(obj));
  if (obj === undefined) {
    return null;
  }
  const { name, namespace, labels, annotations, creationTimestamp, ownerReferences } = obj.metadata ?? {};
  const conditions = conditionsOf(obj);
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2" className="ech-section-title">
        {model?.label ?? obj.kind ?? ''} details
      </Title>
      <Grid hasGutter>
        <GridItem md={6}>
          <DescriptionList>
            <Field term="Name">{name}</Field>
            {namespace === undefined ? null : (
              <Field term="Namespace">
                <ResourceLink kind="Namespace" name={namespace} />
              </Field>
            )}
            <Field term="Labels">
              <LabelList labels={labels} />
            </Field>
            <Field term="Annotations">
              <AnnotationList annotations={annotations} />
            </Field>
            <Field term="Created at">
              <Timestamp timestamp={creationTimestamp} />
            </Field>
            <Field term="Owner">
              <OwnerList owners={ownerReferences} namespace={namespace} />
            </Field>
          </DescriptionList>
        </GridItem>
        <GridItem md={6}>
          <KindDetails object={obj} />
        </GridItem>
      </Grid>
      {conditions.length === 0 ? null : <ConditionTable conditions={conditions} />}
    </PageSection>
  );
};
