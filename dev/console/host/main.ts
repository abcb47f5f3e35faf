import './serverFlags';
import { followSystemTheme } from './layout/theme';

followSystemTheme();

// Everything else loads behind this import, once webpack's share scope is filled.
void import('./bootstrap').then(({ start }) => start());
