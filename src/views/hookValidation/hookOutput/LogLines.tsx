import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useSidecarTranslation } from '../../../i18n';
import { visibleText } from '../../../sidecars/text/visibleText';
import type { LogLine } from '../../../sidecars/logs/logLine';
import './LogLines.css';

interface LogLinesProps {
  lines: readonly LogLine[];
  /** Unformatted, JSON included. */
  isRaw: boolean;
  label: string;
}

const COLORS: Readonly<Record<string, 'red' | 'orange' | 'grey' | undefined>> = {
  error: 'red',
  fatal: 'red',
  panic: 'red',
  warning: 'orange',
};

/** `2026-01-02T03:04:05.123456789Z` as `03:04:05.123`, in the user's time zone. */
const clock = (time: string | undefined): string => {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime())
    ? ''
    : `${date.toLocaleTimeString(undefined, { hourCycle: 'h23' })}.${String(date.getMilliseconds()).padStart(3, '0')}`;
};

/** Within this distance the log counts as scrolled to its end. */
const NEAR_END_PX = 24;

/** Lines of a log in a scrolling box. */
export const LogLines = ({ lines, isRaw, label }: LogLinesProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const box = useRef<HTMLDivElement>(null);
  const staysAtEnd = useRef(true);

  // Follows the end, unless the user has scrolled up.
  useEffect(() => {
    const element = box.current;
    if (element !== null && staysAtEnd.current) {
      element.scrollTop = element.scrollHeight;
    }
  }, [lines, isRaw]);

  return (
    <div
      ref={box}
      className="ksp-log"
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus
      tabIndex={0}
      data-test="hook-log"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        staysAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      }}
    >
      {isRaw ? (
        <pre className="ksp-log__raw">{visibleText(lines.map(({ raw }) => raw).join('\n'))}</pre>
      ) : (
        <Table variant="compact" borders={false} aria-label={label} gridBreakPoint="">
          <Thead>
            <Tr>
              <Th modifier="fitContent">{t('Time')}</Th>
              <Th modifier="fitContent">{t('Level')}</Th>
              <Th>{t('Message')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {lines.map(({ time, level, hook, message }, index) => (
              <Tr key={index}>
                <Td modifier="nowrap" title={time ?? ''}>
                  {clock(time)}
                </Td>
                <Td modifier="nowrap">
                  {level === undefined ? null : (
                    <Label
                      isCompact
                      color={(Object.hasOwn(COLORS, level) ? COLORS[level] : undefined) ?? 'grey'}
                    >
                      {visibleText(level)}
                    </Label>
                  )}
                </Td>
                <Td modifier="breakWord" className="ksp-log__message">
                  {hook === undefined ? null : (
                    <Label isCompact variant="outline" className="pf-v6-u-mr-sm">
                      {visibleText(hook)}
                    </Label>
                  )}
                  {visibleText(message)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </div>
  );
};
