import { Map as ImmutableMap } from 'immutable';
import type { Reducer, UnknownAction } from 'redux';

export type Flags = ImmutableMap<string, boolean>;

interface SetFlagAction extends UnknownAction {
  type: 'host/setFlag';
  flag: string;
  value: boolean;
}

export const setFlag = (flag: string, value: boolean): SetFlagAction => ({
  type: 'host/setFlag',
  flag,
  value,
});

const isSetFlag = (action: { type: string }): action is SetFlagAction => action.type === 'host/setFlag';

export const flagsReducer: Reducer<Flags> = (state = ImmutableMap<string, boolean>(), action) =>
  isSetFlag(action) ? state.set(action.flag, action.value) : state;
