export { useDeleteModal } from '../../../../metadata/useDeleteModal';
