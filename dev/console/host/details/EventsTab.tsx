import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceEventStream } from '../events/ResourceEventStream';
import type { ReactElement } from 'react';

export const EventsTab = ({ obj }: { obj?: K8sResourceCommon }): ReactElement | null =>
  obj === undefined ? null : <ResourceEventStream resource={obj} />;
