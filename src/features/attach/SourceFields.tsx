import type { ReactElement } from 'react';
import { useState } from 'react';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { RadioField } from '../../components/fields/RadioField';
import type { ScriptSurroundings } from '../findings/script/useCheckedScript';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { ExistingScriptFields } from './ExistingScriptFields';
import type { PlanFindings } from '../../sidecars/plans/attach/fieldFindings';
import { NewScriptLinks } from './NewScriptLinks';
import type { AttachData } from './useAttachData';

interface SourceFieldsProps {
  vm: VirtualMachine;
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  data: AttachData;
  /** The VM to which a new script could be attached; undefined while an attached script is edited. */
  newScriptFor: VirtualMachine | undefined;
  /** Whether the hook point was chosen before the form was opened. */
  isHookPointChosen: boolean;
  runsIn: ScriptSurroundings;
  findingsAt: PlanFindings['at'];
}

/** Where the script comes from, and when it is called. */
export const SourceFields = ({
  vm,
  values,
  onChange,
  data,
  newScriptFor,
  isHookPointChosen,
  runsIn,
  findingsAt,
}: SourceFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  /** A hook point that the user chose is no longer guessed. */
  const [isChosen, setChosen] = useState(isHookPointChosen);
  return (
    <>
      <RadioField
        label={t('Script')}
        value={values.source}
        choices={[
          { value: 'existing', label: t('Hook script of this namespace') },
          { value: 'none', label: t('None: the image brings its own') },
        ]}
        onChange={(source) => {
          onChange({ source });
        }}
      />
      {values.source === 'existing' ? (
        <>
          {newScriptFor === undefined ? null : <NewScriptLinks vm={newScriptFor} />}
          <ExistingScriptFields
            vm={vm}
            values={values}
            onChange={onChange}
            isChosen={isChosen}
            onHookPoint={(hookPoint) => {
              setChosen(true);
              onChange({ hookPoint });
            }}
            data={data}
            runsIn={runsIn}
            findingsAt={findingsAt}
          />
        </>
      ) : null}
    </>
  );
};
