import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection, HelperText, HelperTextItem, Stack, StackItem } from '@patternfly/react-core';
import type { Cli } from '../../sidecars/plans/commands';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { useSidecarTranslation } from '../../i18n';
import { CliToggle } from '../CliToggle';
import { CopyBlock } from '../CopyBlock';

interface PatchPreviewProps {
  /** Undefined if an object is created: then there is no patch. */
  operations?: readonly JsonPatchOperation[];
  /** The command that does the same write. Computed only when it is shown. */
  command: (cli: Cli) => string;
  /** Another command for the same, with a warning. */
  alternative?: { command: (cli: Cli) => string; warning: string } | undefined;
}

/** The exact patch and the equivalent commands, to read before saving or to copy. */
export const PatchPreview = ({ operations, command, alternative }: PatchPreviewProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const [cli, setCli] = useState<Cli>('kubectl');
  return (
    <ExpandableSection
      toggleText={operations === undefined ? t('Exact command') : t('Exact patch and commands')}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        setExpanded(expanded);
      }}
      isIndented
    >
      {isExpanded ? (
        <Stack hasGutter>
          <StackItem>
            <CliToggle cli={cli} onChange={setCli} />
          </StackItem>
          <StackItem>
            <CopyBlock label={t('Command')} text={command(cli)} />
          </StackItem>
          {alternative === undefined ? null : (
            <StackItem>
              <CopyBlock label={t('Annotate command')} text={alternative.command(cli)} />
              <HelperText>
                <HelperTextItem variant="warning">{alternative.warning}</HelperTextItem>
              </HelperText>
            </StackItem>
          )}
          {operations === undefined ? null : (
            <StackItem>
              <CopyBlock label={t('JSON patch')} text={JSON.stringify(operations, null, 2)} />
            </StackItem>
          )}
        </Stack>
      ) : null}
    </ExpandableSection>
  );
};
