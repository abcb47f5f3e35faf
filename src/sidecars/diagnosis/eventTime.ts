import type { KubernetesEvent } from '../objects/resources';

/** When an event happened last, RFC 3339; which field says so depends on the component. */
export const eventTime = ({
  lastTimestamp,
  eventTime: time,
  firstTimestamp,
  metadata,
}: KubernetesEvent): string | undefined =>
  lastTimestamp ?? time ?? firstTimestamp ?? metadata.creationTimestamp;
