import type { ReactElement } from 'react';
import { useId } from 'react';
import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import type { Cli } from '../sidecars/plans/commands';
import { useSidecarTranslation } from '../i18n';

const CLIS: readonly Cli[] = ['kubectl', 'oc'];

interface CliToggleProps {
  cli: Cli;
  onChange: (cli: Cli) => void;
}

/** Chooses the command line tool, `oc` or `kubectl`, for shown commands. */
export const CliToggle = ({ cli, onChange }: CliToggleProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  return (
    <ToggleGroup isCompact aria-label={t('Command line tool')}>
      {CLIS.map((name) => (
        <ToggleGroupItem
          key={name}
          text={name}
          buttonId={`${id}-${name}`}
          isSelected={cli === name}
          onChange={() => {
            onChange(name);
          }}
        />
      ))}
    </ToggleGroup>
  );
};
