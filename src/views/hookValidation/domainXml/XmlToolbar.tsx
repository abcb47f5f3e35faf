import type { ReactElement } from 'react';
import { memo, useEffect } from 'react';
import { Button, Flex, FlexItem, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { CopyIcon, DownloadIcon, SearchIcon, SyncAltIcon } from '@patternfly/react-icons';
import { downloadText } from '../../../components/downloadText';
import { useClipboard } from '../../../components/useClipboard';
import { maskSecrets } from '../../../sidecars/report/maskSecrets';
import { useSidecarTranslation } from '../../../i18n';

interface XmlToolbarProps {
  text: string | undefined;
  fileName: string;
  inactive: boolean;
  onInactive: (inactive: boolean) => void;
  isReading: boolean;
  /** Undefined without a pod in which virsh can run. */
  onRefresh: (() => void) | undefined;
  /** Undefined while there is no editor. */
  onFind: (() => void) | undefined;
}

const COPIED_SHOWN_MS = 3000;

/** Actions on the whole XML. */
export const XmlToolbar = memo(
  ({ text, fileName, inactive, onInactive, isReading, onRefresh, onFind }: XmlToolbarProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const { copied, copy, forget } = useClipboard();

    useEffect(() => {
      const timer = setTimeout(forget, COPIED_SHOWN_MS);
      return () => {
        clearTimeout(timer);
      };
    }, [copied, forget]);

    const copyLabel = { no: t('Copy'), yes: t('Copied'), failed: t('Could not copy') }[copied];

    return (
      <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapSm' }}>
        <FlexItem>
          <ToggleGroup isCompact aria-label={t('Which XML')}>
            <ToggleGroupItem
              text={t('Running')}
              buttonId="xml-running"
              isSelected={!inactive}
              onChange={() => {
                onInactive(false);
              }}
            />
            <ToggleGroupItem
              text={t('Next boot (--inactive)')}
              buttonId="xml-inactive"
              isSelected={inactive}
              onChange={() => {
                onInactive(true);
              }}
            />
          </ToggleGroup>
        </FlexItem>
        <FlexItem>
          <Button
            size="sm"
            variant="secondary"
            icon={<SyncAltIcon />}
            isLoading={isReading}
            isAriaDisabled={onRefresh === undefined || isReading}
            onClick={onRefresh}
          >
            {t('Refresh')}
          </Button>
        </FlexItem>
        {text === undefined ? null : (
          <>
            <FlexItem>
              <Button
                size="sm"
                variant="link"
                icon={<SearchIcon />}
                isDisabled={onFind === undefined}
                onClick={onFind}
              >
                {t('Find')}
              </Button>
            </FlexItem>
            <FlexItem>
              <Button size="sm" variant="link" icon={<CopyIcon />} onClick={() => void copy(text)}>
                <span aria-live="polite">{copyLabel}</span>
              </Button>
            </FlexItem>
            <FlexItem>
              <Button
                size="sm"
                variant="link"
                icon={<DownloadIcon />}
                onClick={() => {
                  downloadText(maskSecrets(text, true), fileName, 'application/xml');
                }}
              >
                {t('Download with secrets masked')}
              </Button>
            </FlexItem>
          </>
        )}
      </Flex>
    );
  },
);
