export { ResourceIcon } from '../../../../resource/ResourceIcon';
