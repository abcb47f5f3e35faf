import type { ReactElement } from 'react';
import { useEffect, useId, useState } from 'react';
import {
  Button,
  DataList,
  DataListAction,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
} from '@patternfly/react-core';
import { AngleDownIcon, AngleUpIcon } from '@patternfly/react-icons';
import { useShowMore } from '../../../components/useShowMore';
import { sidecarName } from '../../../sidecars/annotation/sidecarName';
import type { Sidecar } from '../../../sidecars/annotation/sidecar';
import { useSidecarTranslation } from '../../../i18n';

interface OrderListProps {
  order: readonly Sidecar[];
  onMove: (from: number, to: number) => void;
}

/** The sidecars with buttons to move each. Moves are announced to screen readers. */
export const OrderList = ({ order, onMove }: OrderListProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { shown, more } = useShowMore(order.length);
  const [moved, setMoved] = useState<{ to: number; by: 'up' | 'down'; name: string }>();
  useEffect(() => {
    // The focus moves along, so that pressing again moves the same sidecar on.
    if (moved !== undefined) {
      document.getElementById(`${id}-${moved.to}-${moved.by}`)?.focus();
    }
  }, [id, moved]);
  const nameAt = (index: number): string => {
    const sidecar = order[index];
    const name = sidecar === undefined ? '' : sidecarName(sidecar);
    return name === '' ? t('Sidecar {{number}}', { number: index + 1 }) : name;
  };
  const move = (from: number, by: 'up' | 'down'): void => {
    const to = by === 'up' ? from - 1 : from + 1;
    setMoved({ to, by, name: nameAt(from) });
    onMove(from, to);
  };
  return (
    <>
      <DataList aria-label={t('Order of the sidecars')} isCompact>
        {order.slice(0, shown).map((_sidecar, index) => {
          const name = nameAt(index);
          return (
            <DataListItem key={index} aria-label={name}>
              <DataListItemRow className="pf-v6-u-align-items-center">
                <DataListItemCells
                  dataListCells={[
                    <DataListCell key="number" isFilled={false}>
                      {index + 1}
                    </DataListCell>,
                    <DataListCell key="name" wrapModifier="breakWord">
                      {name}
                    </DataListCell>,
                  ]}
                />
                <DataListAction
                  id={`${id}-${index}`}
                  aria-labelledby={`${id}-${index}`}
                  aria-label={t('Move')}
                >
                  <Button
                    variant="plain"
                    icon={<AngleUpIcon />}
                    aria-label={t('Move {{name}} up', { name })}
                    isAriaDisabled={index === 0}
                    id={`${id}-${index}-up`}
                    onClick={() => {
                      move(index, 'up');
                    }}
                  />
                  <Button
                    variant="plain"
                    icon={<AngleDownIcon />}
                    aria-label={t('Move {{name}} down', { name })}
                    isAriaDisabled={index === order.length - 1}
                    id={`${id}-${index}-down`}
                    onClick={() => {
                      move(index, 'down');
                    }}
                  />
                </DataListAction>
              </DataListItemRow>
            </DataListItem>
          );
        })}
      </DataList>
      {more}
      <div className="pf-v6-screen-reader" aria-live="polite">
        {moved === undefined
          ? ''
          : t('{{name}} is now number {{number}}', { name: moved.name, number: moved.to + 1 })}
      </div>
    </>
  );
};
