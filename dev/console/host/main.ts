import './serverFlags';
import { followSystemTheme } from './layout/theme';

followSystemTheme();

// webpack's share scope must be filled before anything else loads.
void import('./bootstrap').then(({ start }) => start());
