import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../../sidecars/diagnosis/timeline';
import { visibleText } from '../../../sidecars/text/visibleText';

const eventText = (t: TFunction, { kind, hookPoint, durationMs, ...entry }: TimelineEntry): string => {
  const quote = visibleText(entry.quote);
  switch (kind) {
    case 'templateChanged':
      return quote === ''
        ? t('Template of the VM changed')
        : t('Template of the VM changed by {{manager}}', { manager: quote });
    case 'scriptChanged':
      return t('Hook script {{name}} changed', { name: quote });
    case 'instanceCreated':
      return t('Instance created');
    case 'podStarted':
      return t('Pod {{name}} started', { name: quote });
    case 'hookCalled':
      return durationMs === undefined
        ? t('{{hookPoint}} called', { hookPoint })
        : t('{{hookPoint}} called: {{duration}} s', { hookPoint, duration: (durationMs / 1000).toFixed(1) });
    case 'domainDefined':
      return t('Domain passed to libvirt');
    case 'failure':
      return quote;
  }
};

/** An entry as a sentence in the user's language; messages of failures stay in the cluster's words. */
export const timelineText = (t: TFunction, entry: TimelineEntry): string => {
  const event = eventText(t, entry);
  return entry.repeated === undefined
    ? event
    : t('{{event}}, {{number}} times', { event, number: entry.repeated.times });
};

/** The time of an entry, with the time of its last repetition. */
export const timelineTime = ({ time, repeated }: TimelineEntry, format: (time: string) => string): string =>
  repeated === undefined ? format(time) : `${format(time)} – ${format(repeated.until)}`;
