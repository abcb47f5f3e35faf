import type { ReactElement } from 'react';
import { useMemo, useRef } from 'react';
import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';
import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  Card,
  CardBody,
  CardFooter,
  CardTitle,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../../components/InlineAlert';
import { ChangedMeanwhileAlert } from '../../../components/ChangedMeanwhileAlert';
import { goToPosition } from '../../../components/codeEditor/goToPosition';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { FindingsList } from '../../findings/FindingsList';
import { GuardedButton } from '../../../components/GuardedButton';
import { parseSidecars } from '../../../sidecars/annotation/annotation';
import type { CheckContext } from '../../../sidecars/checks/check';
import { runChecks } from '../../../sidecars/checks/runChecks';
import { SIDECARS_ANNOTATION } from '../../../sidecars/annotation/constants';
import { useSidecarTranslation } from '../../../i18n';
import { repairBlocker, type RepairBlocker, type RepairDraft } from '../../../sidecars/plans/repairDraft';

const repairBlockerText = (t: TFunction, blocker: RepairBlocker): string | undefined => {
  switch (blocker) {
    case 'malformed':
      return t('KubeVirt cannot read this text yet.');
    case 'unchanged':
      return t('Nothing is changed yet.');
    case undefined:
      return undefined;
  }
};

interface AnnotationRepairProps {
  draft: RepairDraft;
  /** The current annotation; undefined if it was removed. */
  current: string | undefined;
  context: Omit<CheckContext, 'parsed'>;
  /** Why the user may not change the VM now. */
  blocked: string | undefined;
  onChange: (text: string) => void;
  /** Discards the draft and starts from the current text. */
  onReset: () => void;
  onSave: () => void;
  onRemove: () => void;
}

/** The text of an unreadable annotation, to repair or remove. Nothing is changed automatically. */
export const AnnotationRepair = ({
  draft,
  current,
  context,
  blocked,
  onChange,
  onReset,
  onSave,
  onRemove,
}: AnnotationRepairProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const editor = useRef<CodeEditorRef>(null);
  const parsed = useMemo(() => parseSidecars(draft.text), [draft.text]);
  // Shown for the unchanged text too: the diagnosis has the consequence, this has the position of the error.
  const findings = useMemo(
    () =>
      runChecks({ ...context, parsed }).filter(
        ({ id, place }) => id !== 'gateOff' && place.kind === 'annotation',
      ),
    [context, parsed],
  );
  // The editor's JSON service overflows its stack on endlessly nested JSON.
  const language = parsed.kind === 'malformed' && parsed.problem.code === 'tooDeep' ? 'plaintext' : 'json';
  const isChangedMeanwhile = current !== draft.seen;
  const blocker = repairBlocker(draft, parsed);

  const goToError = (): void => {
    if (parsed.kind === 'malformed') {
      goToPosition(editor, parsed);
    }
  };

  return (
    <Card data-test="annotation-repair">
      <CardTitle component="h3">{t('Annotation {{name}}', { name: SIDECARS_ANNOTATION })}</CardTitle>
      <CardBody>
        <Stack hasGutter>
          {isChangedMeanwhile ? (
            <StackItem>
              <ChangedMeanwhileAlert
                what={t('the annotation')}
                before={draft.seen}
                after={current ?? ''}
                advice={t('Saving writes your text over it. Start over to see and edit what is there now.')}
              />
            </StackItem>
          ) : null}
          <StackItem>
            <CodeView
              ref={editor}
              text={draft.text}
              language={language}
              height="14rem"
              isReadOnly={blocked !== undefined}
              onChange={onChange}
              label={t('Text of the annotation')}
            />
          </StackItem>
          <StackItem aria-live="polite">
            {parsed.kind === 'parsed' ? (
              <InlineAlert
                isPlain
                variant="success"
                title={t('KubeVirt can read this: {{count}} sidecars', { count: parsed.sidecars.length })}
              />
            ) : null}
            <FindingsList findings={findings} />
            {parsed.kind === 'malformed' ? (
              <Button variant="link" isInline className="pf-v6-u-mt-sm" onClick={goToError}>
                {t('Go to line {{line}}, column {{column}}', { line: parsed.line, column: parsed.column })}
              </Button>
            ) : null}
          </StackItem>
        </Stack>
      </CardBody>
      <CardFooter>
        <ActionList>
          <ActionListGroup>
            <ActionListItem>
              <GuardedButton reason={blocked ?? repairBlockerText(t, blocker)} onClick={onSave}>
                {t('Save')}
              </GuardedButton>
            </ActionListItem>
            <ActionListItem>
              <GuardedButton
                variant="secondary"
                reason={draft.text === current ? t('Nothing is changed yet.') : undefined}
                onClick={onReset}
              >
                {t('Start over')}
              </GuardedButton>
            </ActionListItem>
            <ActionListItem>
              <GuardedButton
                variant="link"
                isDanger
                reason={blocked ?? (current === undefined ? t('It is removed already.') : undefined)}
                onClick={onRemove}
              >
                {t('Remove the annotation')}
              </GuardedButton>
            </ActionListItem>
          </ActionListGroup>
        </ActionList>
      </CardFooter>
    </Card>
  );
};
