import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button, ExpandableSection, ProgressStep, ProgressStepper } from '@patternfly/react-core';
import type { TimelineEntry } from '../../../sidecars/diagnosis/timeline';
import { useSidecarTranslation } from '../../../i18n';
import { sourceText } from './sourceText';
import { timelineText, timelineTime } from './timelineText';

/** The newest entries are the most useful. */
const SHOWN = 30;
/** Thousands at once would block the page. */
const STEP = 100;

const localTime = (time: string): string => new Date(time).toLocaleString();

const stepVariant = ({ kind }: TimelineEntry): 'danger' | 'success' | 'info' => {
  if (kind === 'failure') {
    return 'danger';
  }
  return kind === 'domainDefined' ? 'success' : 'info';
};

/** Events in order of time, oldest first, collapsed. */
export const TimelineSection = ({
  entries,
  omittedEvents = 0,
}: {
  entries: readonly TimelineEntry[];
  omittedEvents?: number;
}): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setIsExpanded] = useState(false);
  const [most, setMost] = useState(SHOWN);
  if (entries.length === 0) {
    return null;
  }
  const shown = entries.slice(-most);
  const hidden = entries.length - shown.length;
  return (
    <>
      {omittedEvents === 0 ? null : (
        <p>
          {t('There are too many events: the {{omitted}} oldest ones were not read.', {
            omitted: omittedEvents,
          })}
        </p>
      )}
      <ExpandableSection
        toggleText={t('Timeline')}
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => {
          setIsExpanded(expanded);
        }}
      >
        {hidden === 0 ? null : (
          <Button
            variant="link"
            isInline
            onClick={() => {
              setMost(most + STEP);
            }}
          >
            {hidden <= STEP
              ? t('Show {{number}} earlier', { number: hidden })
              : t('Show {{number}} earlier of {{hidden}}', { number: STEP, hidden })}
          </Button>
        )}
        <ProgressStepper isVertical isCompact={false} aria-label={t('Timeline')}>
          {shown.map((entry, index) => {
            const text = timelineText(t, entry);
            const id = `ksp-timeline-${index + hidden}`;
            return (
              <ProgressStep
                key={id}
                id={id}
                titleId={`${id}-title`}
                variant={stepVariant(entry)}
                aria-label={text}
                description={`${timelineTime(entry, localTime)} · ${sourceText(t, entry.source)}`}
              >
                {text}
              </ProgressStep>
            );
          })}
        </ProgressStepper>
      </ExpandableSection>
    </>
  );
};
