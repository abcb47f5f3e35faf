import './serverFlags';

// Everything else loads behind this import, once webpack's share scope is filled.
void import('./bootstrap').then(({ start }) => start());
