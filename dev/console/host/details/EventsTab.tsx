import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceEventStream } from '../events/ResourceEventStream';

export const EventsTab = ({ obj }: { obj?: K8sResourceCommon }): JSX.Element | null =>
  obj === undefined ? null : <ResourceEventStream resource={obj} />;
