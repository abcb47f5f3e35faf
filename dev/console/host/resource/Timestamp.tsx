import { Timestamp as PfTimestamp, TimestampFormat, TimestampTooltipVariant } from '@patternfly/react-core';
import { timeAgo } from './timeAgo';
import { useNow } from './useNow';
import type { ReactElement } from 'react';

interface TimestampProps {
  timestamp: string | null | undefined;
  simple?: boolean;
  omitSuffix?: boolean;
  className?: string;
}

const RECENT_MS = 10.5 * 60 * 1000;

/** A recent time as its distance, an older one as a date; `simple` always shows the distance. */
export const Timestamp = ({
  timestamp,
  simple = false,
  omitSuffix = false,
  className,
}: TimestampProps): ReactElement => {
  const now = useNow();
  const date = timestamp === undefined || timestamp === null ? undefined : new Date(timestamp);
  if (date === undefined || Number.isNaN(date.getTime())) {
    return <>-</>;
  }
  const distance = timeAgo(date, now, !omitSuffix);
  if (simple || omitSuffix) {
    return <span className={className}>{distance}</span>;
  }
  const recent = Math.abs(now - date.getTime()) < RECENT_MS;
  return (
    <PfTimestamp
      date={date}
      className={className}
      dateFormat={TimestampFormat.medium}
      timeFormat={TimestampFormat.short}
      tooltip={{ variant: TimestampTooltipVariant.default }}
    >
      {recent ? distance : undefined}
    </PfTimestamp>
  );
};
