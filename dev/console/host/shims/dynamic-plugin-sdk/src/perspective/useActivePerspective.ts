export { useActivePerspective as default } from '../../../../perspective/useActivePerspective';
