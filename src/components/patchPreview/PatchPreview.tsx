import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  ExpandableSection,
  HelperText,
  HelperTextItem,
  Stack,
  StackItem,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import type { Cli } from '../../sidecars/commands';
import type { JsonPatchOperation } from '../../sidecars/jsonPointer';
import { useSidecarTranslation } from '../../i18n';
import { CopyBlock } from '../CopyBlock';

const CLIS: readonly Cli[] = ['kubectl', 'oc'];

interface PatchPreviewProps {
  operations: readonly JsonPatchOperation[];
  /** The command that writes this very patch. */
  command: (cli: Cli) => string;
  /** Another way to write the same, with what is to be said of it. */
  alternative?: { command: (cli: Cli) => string; warning: string } | undefined;
}

/** The exact patch and the commands that do the same, to look at before saving or to copy. */
export const PatchPreview = ({ operations, command, alternative }: PatchPreviewProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const [cli, setCli] = useState<Cli>('kubectl');
  return (
    <ExpandableSection
      toggleText={t('Exact patch and commands')}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        setExpanded(expanded);
      }}
      isIndented
    >
      <Stack hasGutter>
        <StackItem>
          <ToggleGroup aria-label={t('Command line tool')} isCompact>
            {CLIS.map((name) => (
              <ToggleGroupItem
                key={name}
                text={name}
                buttonId={`ksp-cli-${name}`}
                isSelected={cli === name}
                onChange={() => {
                  setCli(name);
                }}
              />
            ))}
          </ToggleGroup>
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
        <StackItem>
          <CopyBlock label={t('JSON patch')} text={JSON.stringify(operations, null, 2)} />
        </StackItem>
      </Stack>
    </ExpandableSection>
  );
};
