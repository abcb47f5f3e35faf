export { useLabelsModal } from '../../../../metadata/useLabelsModal';
