import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import type { MalformedSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { visibleText } from '../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../i18n';
import { CopyBlock } from '../../components/CopyBlock';
import { vmTabPath } from '../vmTab/vmTabPath';

interface MalformedNoticeProps {
  vm: VirtualMachine;
  parsed: MalformedSidecars;
  /** Called when the user follows the link to the repair; undefined opens it in a new window. */
  onLeave?: () => void;
}

/** An unreadable annotation with its error and a link to its repair. */
export const MalformedNotice = ({ vm, parsed, onLeave }: MalformedNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Stack hasGutter>
      <StackItem>
        <InlineAlert
          variant="danger"
          title={t('Line {{line}}, column {{column}}: {{message}}', {
            line: parsed.line,
            column: parsed.column,
            message: visibleText(parsed.message),
          })}
        >
          <p>
            {t(
              'KubeVirt starts no VM with this annotation. It is not overwritten: repair the text or remove it first.',
            )}
          </p>
          <p>
            <Link
              to={vmTabPath(vm, 'sidecar-hooks')}
              {...(onLeave === undefined ? { target: '_blank', rel: 'noopener' } : { onClick: onLeave })}
            >
              {t('Repair it on the tab Hook sidecars')}
            </Link>
          </p>
        </InlineAlert>
      </StackItem>
      <StackItem>
        <CopyBlock text={parsed.text} label={t('Annotation')} />
      </StackItem>
    </Stack>
  );
};
