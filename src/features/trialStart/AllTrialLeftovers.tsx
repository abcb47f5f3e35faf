import type { ReactElement } from 'react';
import { useTrialLeftovers } from '../../data/trialStart/useTrialLeftovers';
import { TrialLeftovers } from './TrialLeftovers';

/** What is left of trial starts in a namespace, or in all. */
export const AllTrialLeftovers = ({ namespace }: { namespace: string | undefined }): ReactElement => (
  <TrialLeftovers leftovers={useTrialLeftovers(namespace)} />
);
