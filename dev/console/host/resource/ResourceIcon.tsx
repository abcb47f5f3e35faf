import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { abbreviation } from '../store/modelLabels';
import { useModel } from './useModel';
import type { ReactElement } from 'react';

interface ResourceIconProps {
  className?: string;
  kind?: string;
  groupVersionKind?: K8sGroupVersionKind;
}

const COLORS = ['blue', 'purple', 'teal', 'green', 'orange', 'red'] as const;

const FIXED: Record<string, (typeof COLORS)[number]> = {
  VirtualMachine: 'blue',
  VirtualMachineInstance: 'blue',
  Pod: 'teal',
  ConfigMap: 'purple',
  Secret: 'orange',
  Namespace: 'green',
};

const colorOf = (kind: string): (typeof COLORS)[number] => {
  const sum = Array.from(kind).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return FIXED[kind] ?? COLORS[sum % COLORS.length] ?? 'blue';
};

export const ResourceIcon = ({ className, kind, groupVersionKind }: ResourceIconProps): ReactElement => {
  const model = useModel(groupVersionKind ?? kind);
  const name = model?.kind ?? groupVersionKind?.kind ?? kind?.split('~').pop() ?? '';
  const classes = ['ech-resource-icon', `ech-resource-icon--${colorOf(name)}`, className]
    .filter(Boolean)
    .join(' ');
  return (
    <span className={classes} title={name} aria-hidden="true">
      {model?.abbr ?? abbreviation(name)}
    </span>
  );
};
