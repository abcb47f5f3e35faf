import type { ReactElement } from 'react';
import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { failureText } from '../../components/failureText';
import { useSidecarTranslation } from '../../i18n';

interface Missing {
  /** What could not be read, or what is therefore not known. */
  consequence: string;
  error: unknown;
  /** Retries now. */
  retry: (() => void) | undefined;
}

interface MissingNoticeProps {
  title: string;
  missing: readonly Missing[];
  className?: string;
}

/** Lists that could not be read. */
export const MissingNotice = ({ title, missing, className }: MissingNoticeProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return missing.length === 0 ? null : (
    <InlineAlert
      variant="warning"
      className={className}
      title={title}
      data-test="missing-lists"
      actionLinks={
        missing.every(({ retry }) => retry === undefined) ? undefined : (
          <AlertActionLink
            onClick={() => {
              missing.forEach(({ retry }) => retry?.());
            }}
          >
            {t('Try again')}
          </AlertActionLink>
        )
      }
    >
      <List>
        {missing.map(({ consequence, error }) => (
          <ListItem key={consequence}>
            {consequence} {failureText(t, error)}
          </ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
