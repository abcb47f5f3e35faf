export { useAnnotationsModal } from '../../../../metadata/useAnnotationsModal';
